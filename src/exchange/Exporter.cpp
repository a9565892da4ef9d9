#include "exchange/Exporter.h"

#include "exchange/CurlExporter.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

constexpr qint64 bodyInMemory = 1024 * 1024;
constexpr qint64 pageSize = 512;

QByteArray curlLine(const EventDetail& detail, const QByteArray& base)
{
    if (detail.row.state != EventState::Complete || !detail.request) {
        return "# event " + QByteArray::number(detail.row.id.v) + " is " + toWord(detail.row.state)
            + " and cannot be sent again\n";
    }
    return toCurl(*detail.request, base.isEmpty() ? baseOf(*detail.request) : base) + '\n';
}

class Writer
{
public:
    Writer(EventReader& reader, const ExportOptions& options, const ByteSink& sink)
        : m_reader(reader)
        , m_options(options)
        , m_sink(sink)
    {
    }

    const ExportResult& result() const { return m_result; }

    Result<void> write(EventId id)
    {
        const bool whole = m_options.mask || m_options.format == ExportFormat::Curl;
        auto detail = whole ? wholeEvent(m_reader, id) : m_reader.detailNow(id, bodyInMemory);
        if (!detail)
            return detail.error().code == ErrorCode::NotFound ? Result<void>() : Result<void>(detail.error());
        if (m_options.mask) {
            Mask::Count count;
            *detail = m_options.mask->event(*detail, count);
            m_result.masked += count.values;
        }
        ++m_result.events;
        if (m_options.format == ExportFormat::Curl)
            return m_sink(curlLine(*detail, m_options.curlBase));
        if (m_options.format == ExportFormat::Json && m_result.events > 1) {
            if (auto done = m_sink(QByteArrayView(",\n")); !done)
                return done;
        }
        auto done = writeNdjson(*detail, bodyInStore(m_reader, id), m_sink);
        if (!done || m_options.format == ExportFormat::Json)
            return done;
        return m_sink(QByteArrayView("\n"));
    }

private:
    EventReader& m_reader;
    const ExportOptions& m_options;
    const ByteSink& m_sink;
    ExportResult m_result;
};

} // namespace

BodySource bodyInStore(EventReader& reader, EventId id)
{
    return [&reader, id](qint64 offset, qint64 size) { return reader.bodyNow(id, ByteOffset(offset), size); };
}

Result<EventDetail> wholeEvent(EventReader& reader, EventId id)
{
    return reader.detailNow(id, std::numeric_limits<int>::max());
}

Result<ExportResult> exportEvents(EventReader& reader, const EventSet& events, const ExportOptions& options,
    const ByteSink& sink, const StopToken& stop, const std::function<void(qint64)>& progress)
{
    Writer writer(reader, options, sink);
    const bool array = options.format == ExportFormat::Json;
    if (array) {
        if (auto done = sink(QByteArrayView("[\n")); !done)
            return done.error();
    }
    const qint64 total = events.size();
    for (qint64 from = 0; from < total; from += pageSize) {
        const qint64 count = qMin(pageSize, total - from);
        std::vector<EventId> ids = events.ids(Row(options.newestFirst ? from : total - from - count), count);
        if (!options.newestFirst)
            std::reverse(ids.begin(), ids.end());
        for (const EventId id : ids) {
            if (stop.stopRequested())
                return Error{ErrorCode::Cancelled, QCoreApplication::translate("creel", "The export was canceled.")};
            if (auto done = writer.write(id); !done)
                return done.error();
        }
        if (progress)
            progress(writer.result().events);
    }
    if (array) {
        if (auto done = sink(QByteArrayView("\n]\n")); !done)
            return done.error();
    }
    return writer.result();
}

} // namespace creel
