#include "ReceiverFixture.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>

#include <map>
#include <mutex>
#include <sys/mount.h>
#include <thread>

using namespace creel;
using namespace creel::test;

namespace
{

/** A receiver in a process of its own, to be killed. */
class Victim
{
public:
    explicit Victim(const QString& file)
    {
        m_process.setProgram(QStringLiteral(CREEL_RECEIVER_PROBE));
        m_process.setArguments({file});
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start();
        if (m_process.waitForReadyRead(20'000))
            m_port = m_process.readLine().trimmed().toUShort();
    }
    quint16 port() const { return m_port; }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/** 10 bytes to 3 MB, most of them small, beginning with a name that is not used twice. */
QByteArray bodyOf(const QByteArray& name, quint32 random)
{
    qsizetype size = 10 + qsizetype(random % 2'000);
    if (random % 11 == 0)
        size = 3'000'000 - qsizetype(random % 1'000);
    else if (random % 5 == 0)
        size = 200'000 + qsizetype(random % 200'000);
    QByteArray body = name + ' ';
    body.resize(std::max(size, body.size()));
    for (qsizetype i = name.size() + 1; i < body.size(); ++i)
        body[i] = char('a' + (i * 31 + qsizetype(random)) % 26);
    return body;
}

/** What was acknowledged: name to checksum of the body. */
class Ledger
{
public:
    void note(const QByteArray& name, const QByteArray& body)
    {
        const std::lock_guard lock(m_mutex);
        m_entries[name] = {body.size(), qHash(body, 1)};
    }
    struct Entry {
        qsizetype size = 0;
        size_t hash = 0;
    };
    std::map<QByteArray, Entry> m_entries;

private:
    std::mutex m_mutex;
};

void sendUntilItDies(quint16 port, const QByteArray& prefix, quint32 seed, Ledger& ledger)
{
    QRandomGenerator random(seed);
    RawClient client(port);
    for (int i = 0; client.isConnected(); ++i) {
        const QByteArray name = prefix + '-' + QByteArray::number(i);
        const QByteArray body = bodyOf(name, random.generate());
        if (!client.send(post("/" + prefix, body)) || client.read().status != 200)
            return;
        ledger.note(name, body);
    }
}

} // namespace

class TestReceiverCrash : public QObject
{
    Q_OBJECT
private slots:
    /** Fifty times killed under load: what was acknowledged is there, byte for byte, and the file opens. */
    void killedAtAnyMoment()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("crash.creel"));
        Ledger ledger;
        constexpr int rounds = 50;
        constexpr int senders = 6;
        for (int round = 0; round < rounds; ++round) {
            Victim victim(file);
            QVERIFY2(victim.port() != 0, "the file does not open any more");
            std::vector<std::thread> threads;
            for (int i = 0; i < senders; ++i)
                threads.emplace_back([&, round, i] {
                    const QByteArray prefix = 'r' + QByteArray::number(round) + 's' + QByteArray::number(i);
                    sendUntilItDies(victim.port(), prefix, quint32(round * 100 + i), ledger);
                });
            QTest::qSleep(20 + round * 37 % 400);
            victim.kill();
            for (std::thread& thread : threads)
                thread.join();
        }
        QVERIFY(ledger.m_entries.size() > std::size_t(rounds));

        WorkspaceOptions options;
        options.cacheFolder = folder.path();
        auto workspace = Workspace::open(file, options);
        QVERIFY2(workspace.ok(), workspace.ok() ? "" : qPrintable(workspace.error().text));
        EventReader& reader = (*workspace)->reader();
        const auto set = reader.findNow(Query());
        QVERIFY(set);
        std::size_t found = 0;
        for (const EventId id : set->ids(Row(0), set->size())) {
            const auto detail = reader.detailNow(id, 4'000'000);
            QVERIFY(detail);
            QCOMPARE(detail->request->body.size(), detail->row.bodySize);
            const QByteArray& body = detail->request->body;
            const auto entry = ledger.m_entries.find(body.left(body.indexOf(' ')));
            if (entry == ledger.m_entries.end() || detail->row.state != EventState::Complete)
                continue; // committed, and killed before the answer was out
            QCOMPARE(body.size(), entry->second.size);
            QCOMPARE(qHash(body, 1), entry->second.hash);
            ++found;
        }
        qInfo("%zu acknowledged, %lld stored", ledger.m_entries.size(), static_cast<long long>(set->size()));
        QCOMPARE(found, ledger.m_entries.size());
    }

    /** A full disk: 507, nothing half written, and on it goes once there is room. */
    void fullDisk()
    {
        QTemporaryDir mountPoint;
        const QByteArray path = QFile::encodeName(mountPoint.path());
        if (::mount("tmpfs", path.constData(), "tmpfs", 0, "size=4m") != 0)
            QSKIP("may not mount a small tmpfs here");
        const auto unmount = qScopeGuard([&] { ::umount2(path.constData(), MNT_DETACH); });
        ReceiverFixture fixture({}, mountPoint.path());
        int taken = 0;
        Reply reply;
        RawClient client = fixture.client();
        for (; taken < 1'000 && (taken == 0 || reply.status == 200); ++taken)
            reply = client.exchange(post("/small", QByteArray(20'000, 's')));
        QCOMPARE(reply.status, 507);
        --taken;
        QVERIFY(taken > 10);
        // On the same connection, and a body that comes in pieces.
        QCOMPARE(client.exchange(post("/small", QByteArray(20'000, 's'))).status, 507);
        RawClient large = fixture.client();
        large.send(post("/large", QByteArray(2'000'000, 'l')));
        QCOMPARE(large.read().status, 507);
        QCOMPARE(fixture.events().size(), std::size_t(taken));

        ::mount("tmpfs", path.constData(), "tmpfs", MS_REMOUNT, "size=64m");
        QCOMPARE(fixture.client().exchange(post("/again", "x")).status, 200);
        QCOMPARE(fixture.client().exchange(post("/large", QByteArray(2'000'000, 'l'))).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(taken + 2));
        QCOMPARE(events.back().request->body, QByteArray(2'000'000, 'l'));
        for (int i = 0; i < taken; ++i)
            QCOMPARE(events[std::size_t(i)].request->body, QByteArray(20'000, 's'));
    }
};

QTEST_GUILESS_MAIN(TestReceiverCrash)
#include "tst_receiver_crash.moc"
