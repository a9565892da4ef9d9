#include "Fuzz.h"

#include "http/ContentDecoder.h"

using namespace creel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static constexpr const char* fields[] = {
        "gzip", "deflate", "br", "zstd", "gzip, gzip", "br, zstd", "deflate, gzip", "identity"};
    constexpr qint64 most = 4096;
    if (size < 2)
        return 0;
    const QByteArrayView field(fields[data[0] % 8]);
    const qsizetype step = data[1] % 16 + 1;
    const QByteArrayView bytes = fuzzBytes(data + 2, size - 2);
    const DecodedContent whole = decodeContent(field, bytes, most);
    require(whole.bytes.size() <= most, "the limit holds");
    require(!whole.limitReached || whole.error, "reaching the limit is an error");

    auto decoder = ContentDecoder::make(field, most);
    require(decoder.ok(), "the coding is known");
    QByteArray out;
    bool ok = true;
    for (qsizetype at = 0; ok && at < bytes.size(); at += step)
        ok = decoder->decode(bytes.sliced(at, qMin(step, bytes.size() - at)), out).ok();
    ok = ok && decoder->finish().ok();
    require(out.size() <= most, "the limit holds in pieces");
    require(ok == !whole.error, "one piece and many agree on the error");
    require(!ok || out == whole.bytes, "one piece and many give the same");
    return 0;
}
