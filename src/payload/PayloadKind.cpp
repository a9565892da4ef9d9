#include "payload/PayloadKind.h"

#include "base/Text.h"
#include "payload/JsonScan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace creel
{

namespace
{

std::optional<PayloadKind> byMagic(QByteArrayView start)
{
    struct Magic {
        QByteArrayView bytes;
        PayloadKind kind;
    };
    static constexpr std::array magics{Magic{"\x89PNG\r\n\x1a\n", PayloadKind::Image},
        Magic{"\xFF\xD8\xFF", PayloadKind::Image}, Magic{"GIF8", PayloadKind::Image}, Magic{"BM", PayloadKind::Image},
        Magic{"\x1F\x8B", PayloadKind::Compressed}, Magic{"\x28\xB5\x2F\xFD", PayloadKind::Compressed},
        Magic{"PK\x03\x04", PayloadKind::Compressed}, Magic{"%PDF-", PayloadKind::Binary}};
    for (const Magic& magic : magics) {
        // Two letters are not enough to take a text for a bitmap.
        if (start.startsWith(magic.bytes) && (magic.bytes != "BM" || start.contains('\0')))
            return magic.kind;
    }
    if (start.startsWith("RIFF") && start.size() > 12 && start.sliced(8, 4) == QByteArrayView("WEBP"))
        return PayloadKind::Image;
    return std::nullopt;
}

std::optional<PayloadKind> byType(const QByteArray& type)
{
    if (type == "application/x-ndjson" || type == "application/jsonl" || type == "application/json-seq")
        return PayloadKind::JsonLines;
    if (type == "application/json" || type == "text/json" || type.endsWith("+json"))
        return PayloadKind::Json;
    if (type == "application/x-www-form-urlencoded")
        return PayloadKind::Form;
    if (type.startsWith("multipart/"))
        return PayloadKind::Multipart;
    if (type == "image/svg+xml" || type == "application/xml" || type == "text/xml" || type.endsWith("+xml"))
        return PayloadKind::Xml;
    if (type == "text/html")
        return PayloadKind::Html;
    return std::nullopt;
}

/** No NUL, and UTF-8 but for a sequence that the end of the piece may cut. */
bool looksLikeText(QByteArrayView start)
{
    if (start.contains('\0'))
        return false;
    const auto odd = std::count_if(
        start.begin(), start.end(), [](char c) { return static_cast<quint8>(c) < 0x09 || (c > 0x0D && c < 0x20); });
    if (odd * 16 > start.size())
        return false;
    for (qsizetype cut = 0; cut <= 3 && cut <= start.size(); ++cut) {
        if (isUtf8(start.chopped(cut)))
            return true;
    }
    return odd == 0; // Latin-1 and its kin
}

bool looksLikeJson(QByteArrayView start)
{
    JsonScan scan(start, jsonStart(start));
    scan.skipBlanks();
    if (scan.peek() != '{' && scan.peek() != '[')
        return false;
    scan.readValue();
    return !scan.failed() || scan.fault() == JsonFault::CutOff;
}

} // namespace

QByteArray mediaType(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return asciiLower(trimOws(end < 0 ? contentType : contentType.first(end)));
}

PayloadKind payloadKindOf(QByteArrayView contentType, QByteArrayView start)
{
    if (start.isEmpty())
        return PayloadKind::Empty;
    const QByteArrayView piece = start.first(std::min<qsizetype>(start.size(), 4096));
    const QByteArray type = mediaType(contentType);
    const std::optional<PayloadKind> declared = byType(type);
    if (declared == PayloadKind::Multipart)
        return PayloadKind::Multipart; // its parts may be anything
    if (const std::optional<PayloadKind> magic = byMagic(piece))
        return *magic;
    if (!looksLikeText(piece))
        return PayloadKind::Binary;
    if (declared)
        return *declared;
    if (looksLikeJson(piece))
        return PayloadKind::Json;
    if (piece.startsWith("<?xml"))
        return PayloadKind::Xml;
    return PayloadKind::Text;
}

} // namespace creel
