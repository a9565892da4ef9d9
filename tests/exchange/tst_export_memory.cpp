// What an export takes must not depend on how many events it writes.
#include "exchange/Exporter.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <semaphore>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define CREEL_HEAP_UNKNOWN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CREEL_HEAP_UNKNOWN 1
#endif
#endif

using namespace creel;

namespace
{

constexpr qint64 allEvents = 20'000; // of 1 KB: more than any cache should keep
constexpr qint64 fewEvents = 500;
constexpr qint64 allowedMore = 2 * 1024 * 1024;

/** Bytes that are allocated in this process now. */
qint64 heapInUse()
{
#if defined(CREEL_HEAP_UNKNOWN)
    return 0;
#else
    const auto info = ::mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
#endif
}

} // namespace

class TestExportMemory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void doesNotGrowWithEvents_data();
    void doesNotGrowWithEvents();

private:
    qint64 peakOf(ExportFormat format, qint64 events);
    QTemporaryDir m_folder;
    QString m_file;
};

void TestExportMemory::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("many.creel"));
    std::counting_semaphore<> room(1024); // outlives the writer, which calls back
    auto workspace = Workspace::open(m_file);
    QVERIFY2(workspace.ok(), qPrintable(workspace.ok() ? QString() : workspace.error().text));
    for (qint64 i = 0; i < allEvents; ++i) {
        auto request = std::make_shared<Request>();
        request->method = "POST";
        request->target = "/hook";
        request->head = "POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n";
        request->body = "{\"id\":" + QByteArray::number(i) + ",\"text\":\"" + QByteArray(1000, 'x') + "\"}";
        request->bodySize = request->body.size();
        NewEvent event;
        event.receivedAtUs = 1'700'000'000'000'000 + i;
        event.peer = "127.0.0.1:50000";
        event.endpoint = "/";
        event.request = std::move(request);
        room.acquire();
        (*workspace)->writer().addEvent(std::move(event), [&](const Result<EventId>&) { room.release(); });
    }
    (*workspace)->writer().flush();
}

/** The most that is allocated while so many are written, above what there was before. */
qint64 TestExportMemory::peakOf(ExportFormat format, qint64 events)
{
    WorkspaceOptions readOnly;
    readOnly.readOnly = true;
    auto workspace = Workspace::open(m_file, readOnly);
    if (!workspace.ok())
        return -1;
    const qint64 before = heapInUse();
    const auto found = (*workspace)->reader().findNow(Query(), events);
    if (!found.ok())
        return -1;
    qint64 peak = 0;
    qint64 written = 0;
    ExportOptions options;
    options.format = format;
    const auto sink = [&](QByteArrayView bytes) -> Result<void> {
        written += bytes.size();
        return {};
    };
    const auto look = [&](qint64) { peak = std::max(peak, heapInUse() - before); };
    const auto result = exportEvents((*workspace)->reader(), *found, options, sink, {}, look);
    return result.ok() && result->events == events && written > events * 1000 ? peak : -1;
}

void TestExportMemory::doesNotGrowWithEvents_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("ndjson") << ExportFormat::Ndjson;
    QTest::newRow("json") << ExportFormat::Json;
    QTest::newRow("curl") << ExportFormat::Curl;
}

void TestExportMemory::doesNotGrowWithEvents()
{
#if defined(CREEL_HEAP_UNKNOWN)
    QSKIP("What is allocated can't be asked for here");
#endif
    QFETCH(ExportFormat, format);
    const qint64 few = peakOf(format, fewEvents);
    const qint64 all = peakOf(format, allEvents);
    QVERIFY(few > 0);
    QVERIFY(all > 0);
    QVERIFY2(all < few + allowedMore, qPrintable(QStringLiteral("%1 and %2 bytes").arg(few).arg(all)));
}

QTEST_GUILESS_MAIN(TestExportMemory)
#include "tst_export_memory.moc"
