#pragma once

#include "receiver/EndpointTable.h"
#include "store/EventWriter.h"

#include <memory>
#include <optional>

namespace creel
{

class ReceiverWorker;

/**
 * A body on its way into the store in pieces, judged as it comes. Keeps one piece, what is not yet committed (bounded
 * by whoever looks at `isFull`), and, where the scheme cannot be streamed, the body itself up to 1 MiB.
 */
class BodyUpload
{
public:
    static constexpr qint64 PieceBytes = 256 * 1024;
    static constexpr qint64 MemoryVerifyBytes = 1024 * 1024;

    /** `soFar.request` holds the head. The verifier must outlive this. */
    BodyUpload(ReceiverWorker& worker, quint64 token, const NewEvent& soFar, const EndpointTable::Entry& entry);

    void add(QByteArrayView bytes);
    /** Hands over what is left. */
    void flush();
    void drop();
    void onStored(qint64 bytes, const Result<void>& result);

    BodyId id() const { return m_id; }
    qint64 size() const { return m_size; }
    qint64 buffered() const { return m_buffer.size() + m_kept.size(); }
    bool isFull() const { return m_waiting >= 2 * PieceBytes; }
    bool isQuiet() const { return m_pieces == 0; }
    const std::optional<Error>& error() const { return m_error; }
    /** What recognition looks at: the first 64 KiB. */
    QByteArrayView start() const { return m_start; }
    /** Of the whole body; `unverified` where it could neither be streamed nor kept. */
    Verification finish(const EndpointTable::Entry& entry, const Request& request, qint64 nowUs);

private:
    void hand(QByteArray piece);

    ReceiverWorker& m_worker;
    quint64 m_token;
    BodyId m_id;
    QByteArray m_buffer;
    QByteArray m_start;
    QByteArray m_kept; ///< the body, where it is verified from memory
    bool m_keeps = false;
    std::unique_ptr<Verifier::Stream> m_stream;
    qint64 m_size = 0;
    qint64 m_waiting = 0; ///< bytes handed over and not committed
    int m_pieces = 0;
    std::optional<Error> m_error;
};

} // namespace creel
