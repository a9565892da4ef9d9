// Writes events until it is killed, and tells each acknowledgement on standard output: `<id> <number>` once the writer
// has said that it is committed. tst_crash.cpp kills it.
#include "StoreFixture.h"

#include <QCoreApplication>

#include <cstdio>
#include <mutex>
#include <semaphore>
#include <unistd.h>

using namespace creel;
using namespace creel::test;

namespace
{

constexpr int inFlight = 32;
constexpr qsizetype pieceSize = 200'000;

QByteArray bodyOf(qint64 number, qint64 pid)
{
    // From 10 bytes to 3 MB, mostly small.
    qsizetype size = 10 + number * 37 % 3'000;
    if (number % 50 == 7)
        size = 200'000 + number * 1'013 % 2'800'000;
    QByteArray body = QByteArray::number(pid) + ' ' + QByteArray::number(number) + ' ';
    while (body.size() < size)
        body += "0123456789abcdef";
    body.truncate(size);
    return body;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const Result<std::unique_ptr<Workspace>> opened = Workspace::open(QString::fromLocal8Bit(argv[1]));
    if (!opened.ok())
        return 3;
    EventWriter& writer = (*opened)->writer();
    const qint64 limit = argc > 2 ? QByteArray(argv[2]).toLongLong() : -1;
    std::counting_semaphore<inFlight> room(inFlight);
    std::mutex mutex;
    for (qint64 number = 0; limit < 0 || number < limit; ++number) {
        room.acquire();
        const QByteArray body = bodyOf(number, QCoreApplication::applicationPid());
        NewEvent event = makeEvent(body.size() > pieceSize ? QByteArray() : body);
        if (body.size() > pieceSize) {
            event.bodyId = writer.beginBody(event);
            for (qsizetype at = 0; at < body.size(); at += pieceSize)
                writer.appendBody(*event.bodyId, body.mid(at, pieceSize), {});
        }
        const qint64 size = body.size();
        writer.addEvent(std::move(event), [&, number, size](const Result<EventId>& id) {
            const QByteArray line = QByteArray::number(id.ok() ? id->v : -1) + ' ' + QByteArray::number(number) + ' '
                + QByteArray::number(size) + '\n';
            {
                const std::lock_guard lock(mutex);
                if (::write(STDOUT_FILENO, line.constData(), std::size_t(line.size())) != line.size())
                    std::_Exit(4);
            }
            room.release();
        });
    }
    writer.flush();
    return 0;
}
