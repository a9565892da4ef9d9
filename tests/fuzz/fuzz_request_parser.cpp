#include "Fuzz.h"

#include "http/RequestParser.h"

using namespace creel;

namespace
{

const ParseLimits limits{300, 6, 64};

/** Everything that must not depend on how the bytes were split. */
class Outcome
{
public:
    void feed(QByteArrayView bytes)
    {
        while (true) {
            switch (m_parser.next(bytes)) {
            case ParseEvent::Head:
                m_text += m_parser.expectsContinue() ? "expect " : "head ";
                m_text += m_parser.keepAlive() ? "keep " : "close ";
                require(m_parser.request().headers.size() <= limits.headerFields, "header limit");
                require(m_parser.request().head.size() <= limits.headBytes, "head limit");
                break;
            case ParseEvent::Body:
                require(!m_parser.bodyPiece().isEmpty(), "a body piece has bytes");
                m_body += m_parser.bodyPiece();
                require(m_body.size() <= limits.bodyBytes, "body limit");
                break;
            case ParseEvent::Complete:
                add(m_parser.takeRequest());
                break;
            case ParseEvent::Interim:
                require(false, "no interim request");
                break;
            case ParseEvent::NeedMore:
            case ParseEvent::Failed:
                require(bytes.isEmpty(), "all is consumed");
                return;
            }
        }
    }

    QByteArray end()
    {
        const bool idle = m_parser.isIdle();
        const ParseEvent event = m_parser.finish();
        require((event == ParseEvent::NeedMore) == idle, "idle or failed");
        if (event == ParseEvent::Failed) {
            const ParseFailure& failure = m_parser.failure();
            require(
                failure.fault != ParseFault::None && !failure.text.isEmpty() && failure.offset >= 0, "a failure tells");
            m_text += "fault " + QByteArray::number(int(failure.fault)) + ' ' + QByteArray::number(failure.offset);
            add(m_parser.takeRequest());
        }
        return m_text;
    }

private:
    void add(const Request& request)
    {
        require(request.bodySize == m_body.size(), "the body is whole");
        require(!request.path().isEmpty(), "there is always a path");
        m_text += request.method + ' ' + request.target + ' ' + QByteArray::number(request.versionMinor) + '\n';
        m_text += request.head + '\n' + m_body + '\n' + request.framing + '\n' + request.query();
        for (const HeaderList* list : {&request.headers, &request.trailers}) {
            for (const HeaderField& field : *list)
                m_text += field.name + '=' + field.value + ';';
        }
        m_body.clear();
    }

    RequestParser m_parser{limits};
    QByteArray m_body;
    QByteArray m_text;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    // The first byte says in pieces of which size the rest comes the second time.
    const qsizetype step = data[0] % 32 + 1;
    const QByteArrayView bytes = fuzzBytes(data + 1, size - 1);
    Outcome whole;
    whole.feed(bytes);
    Outcome split;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        split.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));
    require(whole.end() == split.end(), "one piece and many give the same");
    return 0;
}
