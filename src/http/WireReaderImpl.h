#pragma once

// The bodies of WireReader.h's templates.

namespace creel::wire
{

inline boost::asio::const_buffer asBuffer(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

template <bool isRequest> void WireReader<isRequest>::begin()
{
    m_message = Message();
    m_state = State::Start;
    m_skippedCr = m_skippedLine = m_methodSeen = m_afterChunk = false;
    m_evidence = Evidence::None;
    m_contentLength = -1;
    m_remaining = m_offset = 0;
    m_scanned = m_lineStart = m_fieldsStart = m_trailersStart = 0;
    m_fields = m_lines = 0;
    m_line.resize(0);
    m_piece = {};
    m_beast.reset();
}

template <bool isRequest> auto WireReader<isRequest>::take() -> Message
{
    // Cut off within a chunk line or the trailers: what is there belongs to the evidence.
    if ((m_state == State::ChunkLine || m_state == State::Trailers) && !m_line.isEmpty())
        addFraming(m_line);
    Message message = std::move(m_message);
    m_message = Message();
    m_line.clear();
    // The empty line that was skipped is evidence where a second one is what is wrong: without it nothing would be.
    if (m_state == State::Failed && m_skippedLine && message.head.startsWith("\r\n"))
        message.head.prepend("\r\n");
    return message;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::next(QByteArrayView& bytes)
{
    if (m_state == State::Ended) {
        m_state = State::Done;
        return ParseEvent::Complete;
    }
    if (m_state == State::Failed) {
        keepEvidence(bytes);
        return ParseEvent::Failed;
    }
    while (!bytes.isEmpty()) {
        ParseEvent event = ParseEvent::NeedMore;
        switch (m_state) {
        case State::Done:
        case State::Start:
            if (m_state == State::Done)
                begin();
            if (!skipEmptyLine(bytes)) {
                if (m_state != State::Failed)
                    return ParseEvent::NeedMore;
                event = ParseEvent::Failed;
                break;
            }
            m_beast.emplace(m_message);
            if (m_noBody)
                m_beast->skip(true);
            m_state = State::Head;
            [[fallthrough]];
        case State::Head:
            event = readHead(bytes);
            break;
        case State::Length:
            event = readLength(bytes);
            break;
        case State::UntilClose:
            event = readUntilClose(bytes);
            break;
        case State::ChunkLine:
            event = readChunkLine(bytes);
            break;
        case State::ChunkData:
            event = readChunkData(bytes);
            break;
        case State::Trailers:
            event = readTrailers(bytes);
            break;
        case State::Ended:
        case State::Failed:
            break;
        }
        if (event == ParseEvent::Failed)
            keepEvidence(bytes);
        if (event != ParseEvent::NeedMore)
            return event;
    }
    return ParseEvent::NeedMore;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::finish()
{
    if (m_state == State::Ended || m_state == State::UntilClose) {
        m_state = State::Done;
        return ParseEvent::Complete;
    }
    if (m_state == State::Failed)
        return ParseEvent::Failed;
    if (isIdle())
        return ParseEvent::NeedMore;
    const qint64 headPart = m_offset > 0 ? m_offset : m_message.head.size();
    return fail(ParseFault::Incomplete, headPart + m_line.size());
}

/** One CRLF before a request is no part of it (RFC 9112, section 2.2). True when the message begins at `bytes`. */
template <bool isRequest> bool WireReader<isRequest>::skipEmptyLine(QByteArrayView& bytes)
{
    if (!isRequest || m_skippedLine)
        return !bytes.isEmpty();
    if (!m_skippedCr) {
        if (bytes.front() != '\r')
            return true;
        m_skippedCr = true;
        bytes = bytes.sliced(1);
        if (bytes.isEmpty())
            return false;
    }
    if (bytes.front() != '\n') {
        m_message.head = QByteArray("\r");
        fail(ParseFault::BareCr, 0);
        return false;
    }
    m_skippedLine = true;
    bytes = bytes.sliced(1);
    return !bytes.isEmpty();
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readHead(QByteArrayView& bytes)
{
    // A head that comes in one piece, as nearly all do, is copied once; else it gathers in m_message.head.
    const qsizetype before = m_message.head.size();
    const qsizetype added = qMin(bytes.size(), qsizetype(m_limits.headBytes) - before);
    if (before > 0)
        m_message.head.append(bytes.first(added));
    const QByteArrayView view = before > 0 ? QByteArrayView(m_message.head) : bytes.first(added);
    const qsizetype size = scanHead(view);
    if (size == 0) {
        if (before == 0)
            m_message.head = view.toByteArray();
        bytes = bytes.sliced(added);
        if (m_state != State::Failed && m_message.head.size() >= m_limits.headBytes)
            fail(ParseFault::HeadTooLarge, m_limits.headBytes);
        return m_state == State::Failed ? ParseEvent::Failed : ParseEvent::NeedMore;
    }
    if (before > 0)
        m_message.head.truncate(size);
    else
        m_message.head = view.first(size).toByteArray();
    bytes = bytes.sliced(size - before);
    return endHead(m_message.head);
}

template <bool isRequest> qsizetype WireReader<isRequest>::scanHead(QByteArrayView view)
{
    Spot bad = checkStart(view);
    while (!bad) {
        const qsizetype lf = view.indexOf('\n', m_scanned);
        if (lf < 0) {
            m_scanned = view.size();
            return 0;
        }
        if (lf == m_lineStart || view[lf - 1] != '\r') {
            bad = {ParseFault::BareLf, lf};
            break;
        }
        if (m_lines > 0 && lf == m_lineStart + 1)
            return lf + 1;
        bad = headLine(view, lf - 1);
        if (m_skippedLine && m_lines == 0 && lf == 1)
            bad.offset += 2; // of the skipped empty line, see take()
        ++m_lines;
        m_scanned = m_lineStart = lf + 1;
    }
    fail(bad.fault, bad.offset);
    return 0;
}

/** Tells at the first wrong byte what can't be HTTP, since such a sender may never send a line. */
template <bool isRequest> Spot WireReader<isRequest>::checkStart(QByteArrayView region)
{
    if constexpr (isRequest) {
        if (!m_methodSeen && region.front() == 0x16) {
            if (region.size() == 1)
                return {};
            return {region[1] == 0x03 ? ParseFault::TlsOnPlainPort : ParseFault::BadMethod, 0};
        }
        for (qsizetype at = m_scanned; !m_methodSeen && at < region.size(); ++at) {
            const char c = region[at];
            m_methodSeen = c == ' ' || c == '\r' || c == '\n';
            if (!m_methodSeen && !isTokenChar(c))
                return {ParseFault::BadMethod, at};
        }
    }
    return {};
}

template <bool isRequest> Spot WireReader<isRequest>::headLine(QByteArrayView view, qsizetype lineEnd)
{
    const QByteArrayView line = view.sliced(m_lineStart, lineEnd - m_lineStart);
    if (m_lines == 0) {
        m_fieldsStart = lineEnd + 2;
        return startLine(line);
    }
    const bool blank = line.front() == ' ' || line.front() == '\t';
    if (blank && m_lines == 1)
        return {ParseFault::BlankBeforeFields, m_lineStart};
    if (blank && isRequest)
        return {ParseFault::ObsFold, m_lineStart};
    if (!blank && ++m_fields > m_limits.headerFields)
        return {ParseFault::TooManyFields, m_lineStart};
    return {};
}

template <bool isRequest> Spot WireReader<isRequest>::startLine(QByteArrayView line)
{
    if (const Spot bad = isRequest ? checkRequestLine(line) : checkStatusLine(line))
        return bad;
    beast::error_code ec;
    QByteArray patched;
    if (!isRequest && line.size() == 12)
        patched = line.toByteArray() + " \r\n";
    // The CRLF stands behind the view: scanHead found it there.
    m_beast->put(asBuffer(patched.isEmpty() ? QByteArrayView(line.data(), line.size() + 2) : patched), ec);
    if (ec && ec != beasthttp::error::need_more)
        return {isRequest ? ParseFault::BadTarget : ParseFault::BadStatusLine, 0};
    return {};
}

template <bool isRequest> ParseEvent WireReader<isRequest>::endHead(QByteArrayView head)
{
    if (const Spot bad = fieldsFault(head))
        return fail(bad.fault, bad.offset);
    m_offset = head.size();
    return chooseBody();
}

template <bool isRequest> Spot WireReader<isRequest>::fieldsFault(QByteArrayView head)
{
    const QByteArrayView fields = head.sliced(m_fieldsStart);
    const bool http11 = m_message.versionMinor == 1;
    const Fields kind = isRequest ? (http11 ? Fields::Http11Request : Fields::Http10Request)
                                  : (http11 ? Fields::Http11Response : Fields::Http10Response);
    Spot bad = checkFieldMeaning(fields, kind);
    m_message.headers.reserve(m_fields);
    beast::error_code ec;
    m_beast->put(asBuffer(fields), ec);
    if (ec) {
        // Syntax comes before meaning; what only Beast refuses is a Connection field.
        if (const Spot syntax = checkFieldSyntax(fields, !isRequest))
            bad = syntax;
        else if (!bad)
            bad = {ParseFault::BadConnection, 0};
    }
    return bad ? Spot{bad.fault, bad.offset + m_fieldsStart} : Spot{};
}

template <bool isRequest> ParseEvent WireReader<isRequest>::chooseBody()
{
    m_keepAlive = m_beast->keep_alive();
    if (const auto length = m_beast->content_length())
        m_contentLength = qint64(*length);
    m_message.chunked = m_beast->chunked();
    if constexpr (!isRequest) {
        // 101 is final: what follows speaks another protocol (RFC 9110, section 15.2).
        if (m_message.status / 100 == 1 && m_message.status != 101) {
            m_state = State::Done;
            return ParseEvent::Interim;
        }
    }
    if (m_beast->is_done())
        m_state = State::Ended;
    else if (m_message.chunked)
        m_state = State::ChunkLine;
    else if (m_contentLength >= 0)
        m_state = State::Length;
    else
        m_state = State::UntilClose;
    m_remaining = m_contentLength;
    if (m_state == State::Length && m_contentLength > m_limits.bodyBytes)
        return fail(ParseFault::BodyTooLarge, m_message.head.size());
    return ParseEvent::Head;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readLength(QByteArrayView& bytes)
{
    beast::error_code ec;
    const auto used = qsizetype(m_beast->put(asBuffer(bytes), ec));
    m_piece = m_beast->piece();
    m_message.bodySize += used;
    m_offset += used;
    bytes = bytes.sliced(used);
    if (m_beast->is_done())
        m_state = State::Ended;
    return ParseEvent::Body;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readUntilClose(QByteArrayView& bytes)
{
    const qsizetype size = qsizetype(qMin(qint64(bytes.size()), bodyBytesLeft()));
    if (size == 0)
        return fail(ParseFault::BodyTooLarge, m_offset);
    m_piece = bytes.first(size);
    m_message.bodySize += size;
    m_offset += size;
    bytes = bytes.sliced(size);
    return ParseEvent::Body;
}

template <bool isRequest> bool WireReader<isRequest>::takeLine(QByteArrayView& bytes, qsizetype room)
{
    const QByteArrayView region = bytes.first(qMin(bytes.size(), room));
    const qsizetype lf = region.indexOf('\n');
    const qsizetype size = lf < 0 ? region.size() : lf + 1;
    m_line.append(region.first(size));
    bytes = bytes.sliced(size);
    return lf >= 0;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readChunkLine(QByteArrayView& bytes)
{
    // The CRLF that ends a chunk's data is read with the next line, as Beast wants it.
    const qsizetype lead = m_afterChunk ? 2 : 0;
    bool ended = takeLine(bytes, chunkLineBytes + lead - m_line.size());
    for (qsizetype at = 0; at < qMin(lead, m_line.size()); ++at) {
        if (m_line[at] != "\r\n"[at])
            return fail(ParseFault::BadChunkEnd, m_offset + at);
    }
    if (ended && lead > 0 && m_line.size() == lead)
        return ParseEvent::NeedMore;
    if (ended)
        return endChunkLine();
    if (m_line.size() >= chunkLineBytes + lead)
        return fail(ParseFault::ChunkLineTooLong, m_offset + m_line.size());
    return ParseEvent::NeedMore;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::endChunkLine()
{
    const qsizetype lead = m_afterChunk ? 2 : 0;
    const QByteArrayView line = QByteArrayView(m_line).sliced(lead);
    const qint64 start = m_offset + lead;
    if (line.size() < 2 || line[line.size() - 2] != '\r')
        return fail(ParseFault::BareLf, start + line.size() - 1);
    const qsizetype cr = line.indexOf('\r');
    if (cr < line.size() - 2)
        return fail(ParseFault::BareCr, start + cr);
    qint64 size = 0;
    qsizetype digits = 0;
    for (; hexValue(line[digits]) >= 0; ++digits) {
        if (size > (std::numeric_limits<qint64>::max() >> 4))
            return fail(ParseFault::BadChunkSize, start);
        size = (size << 4) | hexValue(line[digits]);
    }
    if (digits == 0 || !QByteArrayView(";\r \t").contains(line[digits]))
        return fail(ParseFault::BadChunkSize, start + digits);
    if (size > bodyBytesLeft())
        return fail(ParseFault::BodyTooLarge, start);
    if (size == 0) {
        m_trailersStart = m_lineStart = m_line.size();
        m_state = State::Trailers;
        return ParseEvent::NeedMore;
    }
    if (!putLine(m_line))
        return fail(ParseFault::BadChunkExtension, start + digits);
    addFraming(line);
    m_offset += m_line.size();
    m_line.resize(0);
    m_remaining = size;
    m_state = State::ChunkData;
    return ParseEvent::NeedMore;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readChunkData(QByteArrayView& bytes)
{
    beast::error_code ec;
    const auto used = qsizetype(m_beast->put(asBuffer(bytes), ec));
    m_piece = m_beast->piece();
    m_message.bodySize += used;
    m_offset += used;
    m_remaining -= used;
    bytes = bytes.sliced(used);
    if (m_remaining == 0) {
        m_state = State::ChunkLine;
        m_afterChunk = true;
    }
    return ParseEvent::Body;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::readTrailers(QByteArrayView& bytes)
{
    const qsizetype most = m_trailersStart + qsizetype(m_limits.headBytes);
    const bool ended = takeLine(bytes, most - m_line.size());
    if (!ended) {
        if (m_line.size() >= most)
            return fail(ParseFault::HeadTooLarge, m_offset + most);
        return ParseEvent::NeedMore;
    }
    const qsizetype lf = m_line.size() - 1;
    if (lf == m_lineStart || m_line[lf - 1] != '\r')
        return fail(ParseFault::BareLf, m_offset + lf);
    if (lf == m_lineStart + 1)
        return endTrailers();
    const char first = m_line[m_lineStart];
    if (first == ' ' || first == '\t')
        return fail(ParseFault::ObsFold, m_offset + m_lineStart);
    if (++m_fields > m_limits.headerFields)
        return fail(ParseFault::TooManyFields, m_offset + m_lineStart);
    m_lineStart = lf + 1;
    // Full, and the empty line is still to come.
    if (m_line.size() >= most)
        return fail(ParseFault::HeadTooLarge, m_offset + most);
    return ParseEvent::NeedMore;
}

template <bool isRequest> ParseEvent WireReader<isRequest>::endTrailers()
{
    const QByteArrayView trailers = QByteArrayView(m_line).sliced(m_trailersStart);
    if (const Spot bad = checkFieldSyntax(trailers, false))
        return fail(bad.fault, m_offset + m_trailersStart + bad.offset);
    if (const Spot bad = checkFieldMeaning(trailers, Fields::Trailers))
        return fail(bad.fault, m_offset + m_trailersStart + bad.offset);
    m_beast->expectTrailers();
    const qsizetype lead = m_afterChunk ? 2 : 0;
    if (!putLine(m_line)) {
        // The fields are right by now, but for a Connection among them.
        if (m_beast->sawLastChunk())
            return fail(ParseFault::BadConnection, m_offset + m_trailersStart);
        qsizetype at = lead;
        while (hexValue(m_line[at]) >= 0)
            ++at;
        return fail(ParseFault::BadChunkExtension, m_offset + at);
    }
    addFraming(QByteArrayView(m_line).sliced(lead));
    m_offset += m_line.size();
    m_line.resize(0);
    m_state = State::Done;
    return ParseEvent::Complete;
}

template <bool isRequest> bool WireReader<isRequest>::putLine(QByteArrayView line)
{
    beast::error_code ec;
    m_beast->put(asBuffer(line), ec);
    return !ec;
}

template <bool isRequest> void WireReader<isRequest>::addFraming(QByteArrayView line)
{
    const qsizetype room = Message::framingBytes - m_message.framing.size();
    if (line.size() > room)
        m_message.framingCut = true;
    m_message.framing.append(line.first(qMin(line.size(), room)));
}

template <bool isRequest> ParseEvent WireReader<isRequest>::fail(ParseFault fault, qint64 offset)
{
    m_failure = makeFailure(fault, offset);
    const bool chunks = m_state == State::ChunkLine || m_state == State::Trailers;
    if (chunks) {
        addFraming(m_line);
        m_line.resize(0);
    }
    const bool refusedBody = fault == ParseFault::BodyTooLarge;
    if (m_state == State::Start || m_state == State::Head)
        m_evidence = refusedBody ? Evidence::None : Evidence::Head;
    else
        m_evidence = chunks && !refusedBody ? Evidence::Framing : Evidence::None;
    m_keepAlive = false;
    m_state = State::Failed;
    return ParseEvent::Failed;
}

/** What follows a fault in the head or between the chunks belongs to the evidence too, within limits. */
template <bool isRequest> void WireReader<isRequest>::keepEvidence(QByteArrayView& bytes)
{
    if (m_evidence == Evidence::Head) {
        const qsizetype room = qsizetype(m_limits.headBytes) - m_message.head.size();
        if (room > 0)
            m_message.head.append(bytes.first(qMin(bytes.size(), room)));
    } else if (m_evidence == Evidence::Framing) {
        addFraming(bytes);
    }
    bytes = {};
}

} // namespace creel::wire
