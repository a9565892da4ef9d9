#pragma once

// Private to RequestParser.cpp and ResponseParser.cpp: the one place that knows Boost.Beast.

#include "http/Message.h"
#include "http/ParseFault.h"
#include "http/WireSyntax.h"

#include <boost/beast/http/basic_parser.hpp>

#include <limits>
#include <optional>
#include <type_traits>

namespace creel::wire
{

namespace beast = boost::beast;
namespace beasthttp = boost::beast::http;

template <bool isRequest> using MessageOf = std::conditional_t<isRequest, Request, Response>;

/** Puts what Beast finds into a message; body pieces are views on the bytes of the last `put`. */
template <bool isRequest> class BeastParser final : public beasthttp::basic_parser<isRequest>
{
public:
    explicit BeastParser(MessageOf<isRequest>& message)
        : m_message(message)
    {
        // All limits are WireReader's own. `none` would be less than any length to Boost 1.74.
        this->body_limit(std::numeric_limits<std::uint64_t>::max());
        this->header_limit(std::numeric_limits<std::uint32_t>::max());
    }

    QByteArrayView piece() const { return m_piece; }
    void expectTrailers() { m_inTrailers = true; }
    bool sawLastChunk() const { return m_lastChunk; }

private:
    using Code = boost::beast::error_code;
    using View = boost::beast::string_view;
    static QByteArrayView bytes(View view) { return QByteArrayView(view.data(), qsizetype(view.size())); }

    void on_request_impl(beasthttp::verb, View method, View target, int version, Code& ec) override
    {
        if constexpr (isRequest) {
            m_message.method = wordOf(bytes(method));
            m_message.target = bytes(target).toByteArray();
            m_message.versionMinor = version % 10;
        }
        ec = {};
    }
    void on_response_impl(int status, View reason, int version, Code& ec) override
    {
        if constexpr (!isRequest) {
            m_message.status = status;
            m_message.reason = bytes(reason).toByteArray();
            m_message.versionMinor = version % 10;
        }
        ec = {};
    }
    void on_field_impl(beasthttp::field, View name, View value, Code& ec) override
    {
        HeaderList& list = m_inTrailers ? m_message.trailers : m_message.headers;
        list.add(wordOf(bytes(name)), wordOf(bytes(value)));
        ec = {};
    }
    void on_header_impl(Code& ec) override { ec = {}; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Code& ec) override { ec = {}; }
    std::size_t on_body_impl(View body, Code& ec) override { return take(body, ec); }
    std::size_t on_chunk_body_impl(std::uint64_t, View body, Code& ec) override { return take(body, ec); }
    void on_chunk_header_impl(std::uint64_t size, View, Code& ec) override
    {
        m_lastChunk = size == 0;
        ec = {};
    }
    void on_finish_impl(Code& ec) override { ec = {}; }

    std::size_t take(View body, Code& ec)
    {
        m_piece = bytes(body);
        ec = {};
        return body.size();
    }

    MessageOf<isRequest>& m_message;
    QByteArrayView m_piece;
    bool m_inTrailers = false;
    bool m_lastChunk = false;
};

/**
 * Reads one HTTP/1.x message after the other. Finds line ends and limits itself, so that Beast is given whole lines
 * only and the result never depends on how the bytes were split over the reads.
 */
template <bool isRequest> class WireReader
{
public:
    using Message = MessageOf<isRequest>;

    explicit WireReader(const ParseLimits& limits)
        : m_limits(limits)
    {
    }

    ParseEvent next(QByteArrayView& bytes);
    ParseEvent finish();

    bool isIdle() const { return m_state == State::Start || m_state == State::Done; }
    bool keepAlive() const { return m_keepAlive; }
    qint64 contentLength() const { return m_contentLength; }
    QByteArrayView bodyPiece() const { return m_piece; }
    const ParseFailure& failure() const { return m_failure; }
    const Message& message() const { return m_message; }
    void setNoBody(bool noBody) { m_noBody = noBody; }
    Message take();

private:
    enum class State { Start, Head, Length, UntilClose, ChunkLine, ChunkData, Trailers, Ended, Done, Failed };
    enum class Evidence { None, Head, Framing }; ///< where bytes go that come after a fault
    static constexpr qsizetype chunkLineBytes = 4096;

    void begin();
    bool skipEmptyLine(QByteArrayView& bytes);
    ParseEvent readHead(QByteArrayView& bytes);
    /** Size of the whole head once its end is in `view`, 0 before. */
    qsizetype scanHead(QByteArrayView view);
    Spot checkStart(QByteArrayView region);
    Spot headLine(QByteArrayView view, qsizetype lineEnd);
    Spot startLine(QByteArrayView line);
    ParseEvent endHead(QByteArrayView head);
    Spot fieldsFault(QByteArrayView head);
    ParseEvent chooseBody();
    ParseEvent readLength(QByteArrayView& bytes);
    ParseEvent readUntilClose(QByteArrayView& bytes);
    ParseEvent readChunkLine(QByteArrayView& bytes);
    ParseEvent endChunkLine();
    ParseEvent readChunkData(QByteArrayView& bytes);
    ParseEvent readTrailers(QByteArrayView& bytes);
    ParseEvent endTrailers();
    ParseEvent fail(ParseFault fault, qint64 offset);
    void keepEvidence(QByteArrayView& bytes);
    void addFraming(QByteArrayView line);
    bool putLine(QByteArrayView line);
    qint64 bodyBytesLeft() const { return m_limits.bodyBytes - m_message.bodySize; }
    /** Moves bytes up to and with the next LF, at most `room`, from `bytes` to m_line; true when the LF is there. */
    bool takeLine(QByteArrayView& bytes, qsizetype room);

    ParseLimits m_limits;
    State m_state = State::Start;
    bool m_skippedCr = false;
    bool m_skippedLine = false;
    bool m_noBody = false;
    bool m_keepAlive = false;
    bool m_methodSeen = false;
    Evidence m_evidence = Evidence::None;
    qint64 m_contentLength = -1;
    qint64 m_remaining = 0; ///< of the body or the chunk
    qint64 m_offset = 0; ///< bytes of this message before m_line, once the head is read
    qsizetype m_scanned = 0; ///< bytes of the head that were looked at
    qsizetype m_lineStart = 0;
    qsizetype m_fieldsStart = 0;
    qsizetype m_trailersStart = 0; ///< in m_line
    int m_fields = 0;
    int m_lines = 0;
    QByteArray m_line; ///< chunk line (with the CRLF of the chunk before it) or last chunk with trailers
    bool m_afterChunk = false;
    QByteArrayView m_piece;
    ParseFailure m_failure;
    Message m_message;
    std::optional<BeastParser<isRequest>> m_beast;
};

} // namespace creel::wire

#include "http/WireReaderImpl.h"
