// The search index: how fast it is filled while and after events are written, how soon the first screen of a term is
// there, with and without it.
//   search_bench <folder> [events=1000000] [body=1024] [batch=64]
#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <future>
#include <random>
#include <semaphore>

using namespace creel;

namespace
{

constexpr qint64 needles = 3; ///< events that hold the rare term

/** Bodies as providers send them: names that all share, words that many share, ids of their own. */
class Events
{
public:
    explicit Events(qint64 count, qsizetype size)
        : m_count(count)
        , m_size(size)
    {
        for (int i = 0; i < 3'000; ++i) {
            QByteArray word;
            for (int letters = 3 + int(m_random() % 7); letters > 0; --letters)
                word += "etaoinshrdlucmfwypvb"[m_random() % 20];
            m_words.push_back(word);
        }
    }

    NewEvent make(qint64 number)
    {
        auto request = std::make_shared<Request>();
        request->method = "POST";
        request->target = "/hook";
        request->head = "POST /hook HTTP/1.1\r\nHost: localhost:4747\r\nContent-Type: application/json\r\n"
                        "User-Agent: bench/1.0\r\nX-Signature: "
            + id(32) + "\r\n\r\n";
        QByteArray body = "{\"id\":\"evt_" + id(24) + "\",\"type\":\"charge.succeeded\",\"amount\":"
            + QByteArray::number(qint64(m_random() % 100'000)) + ",\"customer\":\"cus_" + id(14) + "\",\"text\":\"";
        if (number % (m_count / needles) == m_count / needles / 2)
            body += "needle in the haystack ";
        while (body.size() < m_size)
            body += m_words[m_random() % m_words.size()] + ' ';
        body.truncate(m_size - 2);
        request->body = body + "\"}";
        request->bodySize = request->body.size();
        NewEvent event;
        event.receivedAtUs = 1'700'000'000'000'000 + number;
        event.peer = "127.0.0.1:50000";
        event.endpoint = "/";
        event.request = std::move(request);
        return event;
    }
    QByteArray word() const { return m_words.front(); }

private:
    QByteArray id(int length)
    {
        static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        QByteArray result(length, Qt::Uninitialized);
        for (char& letter : result)
            letter = letters[m_random() % 62];
        return result;
    }

    std::minstd_rand m_random{42};
    std::vector<QByteArray> m_words;
    qint64 m_count;
    qsizetype m_size;
};

double secondsOf(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

std::unique_ptr<Workspace> openWorkspace(const QString& file, const QString& cache, bool index)
{
    WorkspaceOptions options;
    options.cacheFolder = cache;
    options.index = index;
    auto opened = Workspace::open(file, options);
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        std::exit(3);
    }
    return std::move(*opened);
}

/** Events a second; each sender waits for its answer, `batch` of them at once. */
double write(Workspace& workspace, Events& events, qint64 count, qint64 batch)
{
    std::counting_semaphore<> room(batch);
    QElapsedTimer timer;
    timer.start();
    for (qint64 i = 0; i < count; ++i) {
        room.acquire();
        workspace.writer().addEvent(events.make(i), [&](const Result<EventId>&) { room.release(); });
    }
    workspace.writer().flush();
    return double(count) / secondsOf(timer);
}

void waitForIndex(Workspace& workspace)
{
    while (workspace.indexBacklog() > 0)
        QThread::msleep(10);
}

/** Until the first part of the answer, as the window asks: the median of five. */
void firstScreen(Workspace& workspace, const char* how, const QByteArray& term)
{
    Query query;
    query.text = QString::fromUtf8(term);
    std::vector<double> times;
    qint64 found = 0;
    for (int i = 0; i < 5; ++i) {
        std::promise<qint64> first;
        bool told = false;
        StopSource stop;
        QElapsedTimer timer;
        timer.start();
        std::promise<void> ended;
        workspace.reader().find(query, stop.token(), [&](const Result<QueryPart>& part) {
            if (!told && (part->done || !part->found.isEmpty())) {
                told = true;
                times.push_back(secondsOf(timer) * 1'000);
                first.set_value(part->found.size());
            }
            if (part->done)
                ended.set_value();
        });
        found = first.get_future().get();
        ended.get_future().get();
    }
    std::sort(times.begin(), times.end());
    QElapsedTimer timer;
    timer.start();
    const Result<EventSet> all = workspace.reader().findNow(query);
    std::printf("| %s | `%s` | %.1f | %lld | %.0f | %lld |\n", how, term.constData(), times[2],
        static_cast<long long>(found), secondsOf(timer) * 1'000, static_cast<long long>(all->size()));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const auto number = [&](int index, qint64 otherwise) {
        return arguments.size() > index ? std::max<qint64>(arguments[index].toLongLong(), needles) : otherwise;
    };
    const qint64 count = number(2, 1'000'000);
    const qsizetype size = number(3, 1'024);
    const qint64 batch = number(4, 64);
    const QString file = QDir(arguments[1]).filePath(QStringLiteral("search.creel"));
    const QString cache = QDir(arguments[1]).filePath(QStringLiteral("cache"));
    const QString noCache = QDir(arguments[1]).filePath(QStringLiteral("none"));
    const auto clear = [&] {
        for (const char* end : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(end));
        QDir(cache).removeRecursively();
    };

    clear();
    Events events(count, size);
    const double plain = write(*openWorkspace(file, noCache, false), events, count, batch);
    clear();
    auto workspace = openWorkspace(file, cache, true);
    const double indexed = write(*workspace, events, count, batch);
    std::printf("%lld events of %lld bytes, %lld at once\n", static_cast<long long>(count),
        static_cast<long long>(size), static_cast<long long>(batch));
    std::printf("written: %.0f events/s without an indexer, %.0f with one (%.2f)\n", plain, indexed, indexed / plain);
    const qint64 left = workspace->indexBacklog();
    QElapsedTimer timer;
    timer.start();
    waitForIndex(*workspace);
    const double seconds = secondsOf(timer);
    std::printf("indexed: the %lld events left after the load in %.1f s, %.0f events/s\n", static_cast<long long>(left),
        seconds, double(left) / seconds);
    std::printf("| | term | first screen, ms | of it | all, ms | found |\n| --- | --- | ---: | ---: | ---: | ---: |\n");
    const QByteArray absent = "nowhere to be found";
    const QByteArray rare = "needle in the haystack";
    for (const QByteArray& term : {rare, absent, QByteArray("charge.succeeded"), events.word(), QByteArray("cus_a1")})
        firstScreen(*workspace, "index", term);
    workspace.reset();
    qint64 indexBytes = 0;
    for (const QFileInfo& part : QDir(cache).entryInfoList({QStringLiteral("*.index*")}, QDir::Files))
        indexBytes += part.size();
    std::printf("index file %lld MB, workspace %lld MB\n", static_cast<long long>(indexBytes >> 20),
        static_cast<long long>(QFileInfo(file).size() >> 20));
    workspace = openWorkspace(file, noCache, false);
    for (const QByteArray& term : {rare, absent})
        firstScreen(*workspace, "scan", term);
    return 0;
}
