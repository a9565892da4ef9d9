#include "http/RequestParser.h"

#include "base/Text.h"
#include "http/WireReader.h"

namespace creel
{

struct RequestParser::Private {
    explicit Private(const ParseLimits& limits)
        : reader(limits)
    {
    }
    wire::WireReader<true> reader;
};

RequestParser::RequestParser(const ParseLimits& limits)
    : d(std::make_unique<Private>(limits))
{
}

RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;
RequestParser::~RequestParser() = default;

ParseEvent RequestParser::next(QByteArrayView& bytes)
{
    return d->reader.next(bytes);
}

ParseEvent RequestParser::finish()
{
    return d->reader.finish();
}

bool RequestParser::isIdle() const
{
    return d->reader.isIdle();
}

const Request& RequestParser::request() const
{
    return d->reader.message();
}

Request RequestParser::takeRequest()
{
    return d->reader.take();
}

bool RequestParser::expectsContinue() const
{
    const Request& request = d->reader.message();
    if (request.versionMinor == 0 || (!request.chunked && contentLength() <= 0))
        return false;
    const HeaderField* expect = request.headers.find("Expect");
    return expect && equalsIgnoreAsciiCase(expect->value, "100-continue");
}

bool RequestParser::keepAlive() const
{
    return d->reader.keepAlive();
}

qint64 RequestParser::contentLength() const
{
    return d->reader.contentLength();
}

QByteArrayView RequestParser::bodyPiece() const
{
    return d->reader.bodyPiece();
}

const ParseFailure& RequestParser::failure() const
{
    return d->reader.failure();
}

} // namespace creel
