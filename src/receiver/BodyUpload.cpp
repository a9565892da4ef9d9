#include "receiver/BodyUpload.h"

#include "receiver/ReceiverWorker.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{

namespace
{
constexpr qint64 StartBytes = 64 * 1024;
}

BodyUpload::BodyUpload(ReceiverWorker& worker, quint64 token, const NewEvent& soFar, const EndpointTable::Entry& entry)
    : m_worker(worker)
    , m_token(token)
    , m_id(worker.writer().beginBody(soFar))
{
    if (entry.verifier) {
        m_stream = entry.verifier->begin(signedMessageOf(entry.endpoint, *soFar.request));
        m_keeps = m_stream == nullptr;
    }
}

void BodyUpload::add(QByteArrayView bytes)
{
    m_size += bytes.size();
    if (m_start.size() < StartBytes)
        m_start += bytes.first(std::min<qsizetype>(bytes.size(), StartBytes - m_start.size()));
    if (m_stream)
        m_stream->addBody(bytes);
    if (m_keeps && m_size <= MemoryVerifyBytes) {
        m_kept += bytes;
    } else if (m_keeps) {
        m_keeps = false;
        m_kept = QByteArray();
    }
    while (!bytes.isEmpty()) {
        if (m_buffer.isNull())
            m_buffer.reserve(PieceBytes);
        const qsizetype part = std::min<qsizetype>(bytes.size(), PieceBytes - m_buffer.size());
        m_buffer += bytes.first(part);
        bytes = bytes.sliced(part);
        if (m_buffer.size() == PieceBytes)
            flush();
    }
}

void BodyUpload::flush()
{
    if (!m_buffer.isEmpty())
        hand(std::exchange(m_buffer, QByteArray()));
}

void BodyUpload::hand(QByteArray piece)
{
    m_waiting += piece.size();
    ++m_pieces;
    m_worker.hold(piece.size()); // until it is committed
    m_worker.appendBody(m_id, std::move(piece), m_token);
}

void BodyUpload::drop()
{
    m_worker.writer().dropBody(m_id);
}

void BodyUpload::onStored(qint64 bytes, const Result<void>& result)
{
    m_waiting -= bytes;
    --m_pieces;
    if (!result.ok() && !m_error)
        m_error = result.error();
}

Verification BodyUpload::finish(const EndpointTable::Entry& entry, const Request& request, qint64 nowUs)
{
    if (m_stream)
        return m_stream->finish(nowUs);
    if (m_keeps) {
        SignedMessage message = signedMessageOf(entry.endpoint, request);
        message.body = m_kept;
        return entry.verifier->verify(message, nowUs);
    }
    Verification verification;
    verification.scheme = entry.endpoint.scheme;
    verification.reason = QCoreApplication::translate(
        "creel", "The body is larger than 1 MiB and this scheme needs it as a whole: it is verified from the store.");
    return verification;
}

} // namespace creel
