#include "Fuzz.h"

#include "http/FormReader.h"
#include "http/MultipartReader.h"
#include "http/Url.h"

using namespace creel;

namespace
{

void form(QByteArrayView bytes)
{
    FormReader reader(bytes, 100);
    int count = 0;
    while (const auto field = reader.next()) {
        ++count;
        require(
            field->offset + field->rawName.size() + field->rawValue.size() <= bytes.size(), "a field lies in the body");
        require(field->name.size() <= field->rawName.size(), "decoding never makes longer");
    }
    require(count <= 100, "field limit");
    require(percentDecoded(percentEncoded(bytes)) == bytes, "escapes can be undone");
}

void multipart(QByteArrayView contentType, QByteArrayView bytes)
{
    MultipartReader reader(contentType, bytes, {20, 200, 5});
    int count = 0;
    qsizetype end = 0;
    while (const auto part = reader.next()) {
        ++count;
        require(part->offset >= end && part->size >= 0, "parts come one after the other");
        end = part->offset + part->size;
        require(end <= bytes.size(), "a part lies in the body");
        require(part->headers.size() <= 5, "header limit");
    }
    require(count <= 20, "part limit");
}

} // namespace

/** The first line is a Content-Type, the rest a body; the whole is read as form and as URL too. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzzBytes(data, size);
    form(bytes);
    if (const auto url = Url::parse(bytes)) {
        require(url->toBytes() == bytes, "a URL keeps its bytes");
        require(!url->target().isEmpty() && !url->host.isEmpty(), "a URL can be sent to");
    }
    const qsizetype line = bytes.indexOf('\n');
    if (line >= 0)
        multipart(bytes.first(line), bytes.sliced(line + 1));
    multipart("multipart/form-data; boundary=X", bytes);
    return 0;
}
