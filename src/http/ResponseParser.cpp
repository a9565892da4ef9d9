#include "http/ResponseParser.h"

#include "http/WireReader.h"

namespace creel
{

struct ResponseParser::Private {
    explicit Private(const ParseLimits& limits)
        : reader(limits)
    {
    }
    wire::WireReader<false> reader;
};

ResponseParser::ResponseParser(const ParseLimits& limits)
    : d(std::make_unique<Private>(limits))
{
}

ResponseParser::ResponseParser(ResponseParser&&) noexcept = default;
ResponseParser& ResponseParser::operator=(ResponseParser&&) noexcept = default;
ResponseParser::~ResponseParser() = default;

void ResponseParser::setAnswersHead(bool answersHead)
{
    d->reader.setNoBody(answersHead);
}

ParseEvent ResponseParser::next(QByteArrayView& bytes)
{
    return d->reader.next(bytes);
}

ParseEvent ResponseParser::finish()
{
    return d->reader.finish();
}

bool ResponseParser::isIdle() const
{
    return d->reader.isIdle();
}

const Response& ResponseParser::response() const
{
    return d->reader.message();
}

Response ResponseParser::takeResponse()
{
    return d->reader.take();
}

bool ResponseParser::keepAlive() const
{
    return d->reader.keepAlive();
}

qint64 ResponseParser::contentLength() const
{
    return d->reader.contentLength();
}

QByteArrayView ResponseParser::bodyPiece() const
{
    return d->reader.bodyPiece();
}

const ParseFailure& ResponseParser::failure() const
{
    return d->reader.failure();
}

} // namespace creel
