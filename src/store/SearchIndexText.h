#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace creel
{

class ReadConnection;

/** The body of one event as a search sees it: without its Content-Encoding. Within a transaction of its connection. */
class SearchBody
{
public:
    /** Takes a piece; false: it has seen enough. */
    using Sink = std::function<bool(QByteArrayView piece)>;
    enum class End {
        Complete,
        Enough, ///< the sink said so
        Failed, ///< broken, of an unknown coding, or over maxDecoded: what came before it is right
    };
    /** So much of a decoded body is looked at: a body of 64 KB may claim to hold a gigabyte. */
    static constexpr qint64 maxDecoded = 32LL << 20;

    /** `body` and `size` as they stand in the event's row. */
    SearchBody(ReadConnection& connection, qint64 event, qint64 body, qint64 size, QByteArrayView head);

    bool isCoded() const { return !m_coding.isEmpty(); }
    End decoded(const Sink& sink) const;
    /** As it came. */
    End raw(const Sink& sink) const;

private:
    ReadConnection& m_connection;
    qint64 m_event;
    qint64 m_body;
    qint64 m_size;
    QByteArray m_coding;
};

/** What of an event goes into the index. */
struct IndexText {
    static constexpr qsizetype maxPart = 1 << 20; ///< of the head, and of the body
    QByteArray text;
    bool whole = true; ///< false: the index can't exclude this event, its bytes have to be looked at
};
IndexText indexText(QByteArrayView head, const SearchBody& body);

} // namespace creel
