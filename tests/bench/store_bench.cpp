// The store alone: how fast one writer commits events of 1 KB, what the process holds after, how long opening takes.
//   store_bench <folder> [events=1000000] [body=1024] [batch=64]
#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <semaphore>

using namespace creel;

namespace
{

NewEvent makeEvent(qint64 number, qsizetype size)
{
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = "/hook";
    request->head = "POST /hook HTTP/1.1\r\nHost: localhost:4747\r\nContent-Type: application/json\r\n"
                    "User-Agent: bench/1.0\r\nContent-Length: 1024\r\n\r\n";
    request->body = "{\"id\":" + QByteArray::number(number) + ",\"data\":\"";
    while (request->body.size() < size)
        request->body += QByteArray::number(number * 2654435761LL % 1'000'000'007) + ' ';
    request->body.truncate(size);
    NewEvent event;
    event.receivedAtUs = 1'700'000'000'000'000 + number;
    event.peer = "127.0.0.1:50000";
    event.endpoint = "/";
    event.request = std::move(request);
    return event;
}

qint64 residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').front().toLongLong();
    }
    return 0;
}

void openAndList(const QString& file)
{
    QElapsedTimer timer;
    timer.start();
    const auto opened = Workspace::open(file);
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        return;
    }
    const qint64 openMs = timer.elapsed();
    const Result<EventSet> page = (*opened)->reader().findNow({}, 100);
    const auto rows = (*opened)->reader().rowsNow(page->ids(Row(0), 100));
    std::printf("open %lld ms, newest page of %zu rows after %lld ms", static_cast<long long>(openMs), rows->size(),
        static_cast<long long>(timer.elapsed()));
    timer.restart();
    const Result<EventSet> all = (*opened)->reader().findNow({});
    std::printf(", set of all %lld ids in %lld ms", static_cast<long long>(all->size()),
        static_cast<long long>(timer.elapsed()));
    timer.restart();
    Query text;
    text.text = QStringLiteral("not to be found");
    const Result<EventSet> none = (*opened)->reader().findNow(text);
    std::printf(", scan for a term %lld ms (%lld found)\n", static_cast<long long>(timer.elapsed()),
        static_cast<long long>(none->size()));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const auto number = [&](int index, qint64 otherwise) {
        return arguments.size() > index ? arguments[index].toLongLong() : otherwise;
    };
    const QString file = QDir(arguments[1]).filePath(QStringLiteral("bench.creel"));
    const qint64 events = number(2, 1'000'000);
    const qsizetype size = number(3, 1'024);
    const qint64 batch = number(4, 64);
    for (const char* end : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(end));
    {
        const auto opened = Workspace::open(file);
        if (!opened.ok()) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
            return 3;
        }
        std::counting_semaphore<> room(batch);
        const auto answer = std::make_shared<const Answer>();
        QElapsedTimer timer;
        timer.start();
        for (qint64 i = 0; i < events; ++i) {
            room.acquire();
            NewEvent event = makeEvent(i, size);
            event.answer = answer;
            (*opened)->writer().addEvent(std::move(event), [&](const Result<EventId>& id) {
                if (id.ok())
                    (*opened)->writer().recordAnswer(*id, AnswerOutcome::Written, 100);
                room.release();
            });
        }
        (*opened)->writer().flush();
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        std::printf("%lld events of %lld bytes, %lld at once: %.0f events/s, %lld MB resident, log %lld MB\n",
            static_cast<long long>(events), static_cast<long long>(size), static_cast<long long>(batch),
            double(events) / seconds, static_cast<long long>(residentKb() / 1024),
            static_cast<long long>(QFileInfo(file + QStringLiteral("-wal")).size() >> 20));
        // As after a kill: a copy of file and log as they are now.
        for (const char* end : {"", "-wal"}) {
            QFile::remove(file + QStringLiteral(".killed") + QLatin1String(end));
            QFile::copy(file + QLatin1String(end), file + QStringLiteral(".killed") + QLatin1String(end));
        }
    }
    std::printf("closed: ");
    openAndList(file);
    std::printf("killed: ");
    openAndList(file + QStringLiteral(".killed"));
    return 0;
}
