#include "Fuzz.h"

#include "http/ResponseParser.h"

using namespace creel;

namespace
{

const ParseLimits limits{300, 6, 64};

class Outcome
{
public:
    explicit Outcome(bool answersHead) { m_parser.setAnswersHead(answersHead); }

    void feed(QByteArrayView bytes)
    {
        while (true) {
            switch (m_parser.next(bytes)) {
            case ParseEvent::Head:
                m_text += m_parser.keepAlive() ? "keep " : "close ";
                break;
            case ParseEvent::Interim:
                require(m_parser.response().status / 100 == 1, "interim means 1xx");
                add(m_parser.takeResponse());
                break;
            case ParseEvent::Body:
                m_body += m_parser.bodyPiece();
                require(m_body.size() <= limits.bodyBytes, "body limit");
                break;
            case ParseEvent::Complete:
                add(m_parser.takeResponse());
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
        const ParseEvent event = m_parser.finish();
        if (event == ParseEvent::Failed) {
            const ParseFailure& failure = m_parser.failure();
            m_text += "fault " + QByteArray::number(int(failure.fault)) + ' ' + QByteArray::number(failure.offset);
        }
        if (event != ParseEvent::NeedMore)
            add(m_parser.takeResponse());
        return m_text;
    }

private:
    void add(const Response& response)
    {
        require(response.bodySize == m_body.size(), "the body is whole");
        m_text += QByteArray::number(response.status) + response.reason + QByteArray::number(response.versionMinor);
        m_text += response.head + '\n' + m_body + '\n' + response.framing + '\n';
        for (const HeaderList* list : {&response.headers, &response.trailers}) {
            for (const HeaderField& field : *list)
                m_text += field.name + '=' + field.value + ';';
        }
        m_body.clear();
    }

    ResponseParser m_parser{limits};
    QByteArray m_body;
    QByteArray m_text;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype step = data[0] % 32 + 1;
    const bool answersHead = data[0] >= 0xe0;
    const QByteArrayView bytes = fuzzBytes(data + 1, size - 1);
    Outcome whole(answersHead);
    whole.feed(bytes);
    Outcome split(answersHead);
    for (qsizetype at = 0; at < bytes.size(); at += step)
        split.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));
    require(whole.end() == split.end(), "one piece and many give the same");
    return 0;
}
