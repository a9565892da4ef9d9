// Bodies in other encodings: forms, character sets, compression.
#include "base/CoreText.h"
#include "base/Text.h"
#include "http/ContentDecoder.h"
#include "signature/Crypto.h"
#include "signature/diagnosis/BodyForms.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <zlib.h>

#include <algorithm>
#include <array>

namespace creel
{
namespace
{

// Forms -------------------------------------------------------------------------------------------------------------

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct FormStyle {
    bool plus;
    bool lowerHex;
    const char* kept; ///< beside letters and digits
};

constexpr FormStyle formStyles[] = {
    {true, false, "*-._"}, // WHATWG forms, Java
    {true, false, "-._~"}, // Go, Python's quote_plus, PHP's http_build_query with ~
    {true, false, "-._"}, // PHP's urlencode
    {false, false, "-._~"}, // RFC 3986
    {false, false, "-._~!'()*"}, // encodeURIComponent
    {true, false, "-._~!'()*"}, // the same with blanks as +
    {true, true, "*-._"}, {true, true, "-._~"}, {true, true, "-_.!*()"}, // .NET's HttpUtility.UrlEncode
    {true, false, "-_.!*()"}, // .NET's WebUtility.UrlEncode
    {true, false, "-._~()"}, // qs, Node's usual library
    {false, true, "-._~"}, {false, true, "-._~!'()*"}, {true, false, "-._~/"}, // Python's quote keeps a slash
    {false, false, "-._~/"}, {true, false, "-._~[]@:,"}, // names as foo[bar], addresses and times left readable
    {false, false, "-._~[]@:,"}, {true, false, "-._~[]"}, {false, false, "-._~[]"}, {false, false, "-._~!'()*[]"},
    {false, false, "-._~!$'()*,;:@/?"}, // all that RFC 3986 allows in a query
};

QByteArray encodePart(const QByteArray& plain, const FormStyle& style)
{
    const char* digits = style.lowerHex ? "0123456789abcdef" : "0123456789ABCDEF";
    QByteArray out;
    out.reserve(plain.size() * 2);
    for (const char c : plain) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || QByteArrayView(style.kept).contains(c)) {
            out += c;
        } else if (c == ' ' && style.plus) {
            out += '+';
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 0xFU];
        }
    }
    return out;
}

QByteArray encodeForm(const Fields& fields, const FormStyle& style)
{
    QByteArray out;
    for (const auto& [name, value] : fields)
        out += (out.isEmpty() ? "" : "&") + encodePart(name, style) + '=' + encodePart(value, style);
    return out;
}

QByteArray formDecode(QByteArrayView part)
{
    QByteArray plain = part.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}

QByteArray withHexCase(QByteArray body, bool upper)
{
    for (qsizetype at = body.indexOf('%'); at >= 0 && at + 2 < body.size(); at = body.indexOf('%', at + 1)) {
        const QByteArray hex = body.mid(at + 1, 2);
        body.replace(at + 1, 2, upper ? hex.toUpper() : hex.toLower());
    }
    return body;
}

// Character encodings -----------------------------------------------------------------------------------------------

/** The 32 places where Windows-1252 is not Latin-1 (WHATWG Encoding Standard, index windows-1252). */
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
    0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

/** The eight places where ISO-8859-15 is not Latin-1. */
constexpr std::array<std::pair<unsigned char, char16_t>, 8> latin9{{{0xA4, 0x20AC}, {0xA6, 0x0160}, {0xA8, 0x0161},
    {0xB4, 0x017D}, {0xB8, 0x017E}, {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}}};

enum class Narrow : quint8 { Latin1, Latin9, Windows1252 };

char16_t widened(unsigned char byte, Narrow charset)
{
    if (charset == Narrow::Windows1252 && byte >= 0x80 && byte < 0xA0)
        return windows1252[byte - 0x80U];
    if (charset == Narrow::Latin9) {
        const auto at =
            std::find_if(latin9.begin(), latin9.end(), [&](const auto& pair) { return pair.first == byte; });
        if (at != latin9.end())
            return at->second;
    }
    return byte;
}

QString fromNarrow(const QByteArray& body, Narrow charset)
{
    QString out(body.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        out[i] = QChar(widened(static_cast<unsigned char>(body[i]), charset));
    return out;
}

std::optional<QByteArray> toNarrow(const QString& decoded, Narrow charset)
{
    std::array<char16_t, 256> table{};
    for (unsigned byte = 0; byte < 256; ++byte)
        table[byte] = widened(static_cast<unsigned char>(byte), charset);
    QByteArray out;
    out.reserve(decoded.size());
    for (const QChar c : decoded) {
        if (c.unicode() < 0x80) {
            out += char(c.unicode());
            continue;
        }
        const auto at = std::find(table.begin() + 0x80, table.end(), c.unicode());
        if (at == table.end())
            return std::nullopt;
        out += char(at - table.begin());
    }
    return out;
}

QString charsetName(Narrow charset)
{
    switch (charset) {
    case Narrow::Latin9:
        return CoreText::tr("in ISO-8859-15");
    case Narrow::Windows1252:
        return CoreText::tr("in Windows-1252");
    case Narrow::Latin1:
        break;
    }
    return CoreText::tr("in Latin-1");
}

void addWide(std::vector<CharsetForm>& forms, const QByteArray& body, const QString& decoded)
{
    using Encoding = QStringConverter::Encoding;
    for (const Encoding encoding : {Encoding::Utf16LE, Encoding::Utf16BE}) {
        for (const auto flag : {QStringConverter::Flag::Default, QStringConverter::Flag::WriteBom}) {
            QStringEncoder encoder(encoding, flag);
            forms.push_back({encoder(decoded), CoreText::tr("in UTF-16")});
        }
        if (body.size() % 2 != 0 || !body.contains('\0'))
            continue;
        QStringDecoder decoder(encoding);
        const QString wide = decoder(body);
        if (!decoder.hasError())
            forms.push_back({wide.toUtf8(), CoreText::tr("in UTF-8")});
    }
}

// Compression -------------------------------------------------------------------------------------------------------

/** A raw stream (RFC 1951) as zlib writes it. */
QByteArray deflated(const QByteArray& body, int level, int memory)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, -15, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(body.size()))) + 32, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.constData())); // NOLINT: zlib does not write to it
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    const int state = deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return state == Z_STREAM_END ? out : QByteArray();
}

QByteArray littleEndian(quint32 value)
{
    QByteArray out;
    for (int shift = 0; shift < 32; shift += 8)
        out += char((value >> unsigned(shift)) & 0xFFU);
    return out;
}

QByteArray zlibStream(const QByteArray& raw, const QByteArray& body, int level)
{
    const auto sum = quint32(adler32(1, reinterpret_cast<const Bytef*>(body.constData()), uInt(body.size())));
    QByteArray check = littleEndian(sum);
    std::reverse(check.begin(), check.end());
    // CMF and FLG of RFC 1950: the level is told in two bits.
    const char flags = level >= 7 ? '\xDA' : level == 6 ? '\x9C' : level >= 2 ? '\x5E' : '\x01';
    return QByteArray("\x78") + flags + raw + check;
}

std::optional<QByteArray> inflated(const QByteArray& body, int windowBits)
{
    constexpr qsizetype most = 32 << 20;
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.constData())); // NOLINT: zlib does not write to it
    stream.avail_in = uInt(body.size());
    QByteArray out;
    std::vector<char> piece(65536);
    int state = Z_OK;
    while (state == Z_OK && out.size() < most) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), qsizetype(piece.size() - stream.avail_out));
        if (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
            break;
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    return whole ? std::optional(out) : std::nullopt;
}

} // namespace

Fields formFieldsOf(const QByteArray& body)
{
    Fields fields;
    const QByteArrayList pairs = body.trimmed().split('&');
    for (const QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        fields.emplace_back(formDecode(equals < 0 ? pair : pair.first(equals)),
            equals < 0 ? QByteArray() : formDecode(pair.sliced(equals + 1)));
    }
    return fields;
}

std::vector<QByteArray> otherFormEncodings(const QByteArray& body)
{
    std::vector<QByteArray> forms;
    QByteArray plus = body;
    QByteArray percent = body;
    plus.replace("%20", "+");
    percent.replace("+", "%20");
    for (const QByteArray& one : {body, plus, percent}) {
        forms.push_back(one);
        forms.push_back(withHexCase(one, true));
        forms.push_back(withHexCase(one, false));
    }
    const Fields fields = formFieldsOf(body);
    for (const FormStyle& style : formStyles)
        forms.push_back(encodeForm(fields, style));
    return forms;
}

std::vector<QByteArray> formsWith(const QByteArray& name, const QByteArray& value)
{
    std::vector<QByteArray> forms;
    for (const FormStyle& style : formStyles)
        forms.push_back(encodeForm({{name, value}}, style));
    return forms;
}

std::vector<CharsetForm> charsetForms(const QByteArray& body)
{
    std::vector<CharsetForm> forms;
    const bool ascii =
        std::all_of(body.begin(), body.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const bool utf8 = isUtf8(body);
    const QString decoded = utf8 ? QString::fromUtf8(body) : QString();
    if (!ascii) {
        for (const Narrow charset : {Narrow::Latin1, Narrow::Windows1252, Narrow::Latin9}) {
            if (!utf8)
                continue;
            if (const auto narrow = toNarrow(decoded, charset))
                forms.push_back(
                    {*narrow, isUtf8(*narrow) ? CoreText::tr("encoded as UTF-8 once") : charsetName(charset)});
        }
        for (const Narrow charset : {Narrow::Latin1, Narrow::Windows1252, Narrow::Latin9})
            forms.push_back({fromNarrow(body, charset).toUtf8(), CoreText::tr("in UTF-8")});
        if (utf8) {
            forms.push_back(
                {decoded.normalized(QString::NormalizationForm_C).toUtf8(), CoreText::tr("in Unicode form C")});
            forms.push_back(
                {decoded.normalized(QString::NormalizationForm_D).toUtf8(), CoreText::tr("in Unicode form D")});
        }
    }
    if (!ascii || body.size() <= (64 << 10))
        addWide(forms, body, utf8 ? decoded : fromNarrow(body, Narrow::Latin1));
    return forms;
}

std::vector<QByteArray> deflatedForms(const QByteArray& body)
{
    std::vector<QByteArray> forms;
    struct Setting {
        int level;
        int memory;
    };
    static constexpr Setting settings[] = {{6, 8}, {9, 8}, {6, 9}, {1, 8}, {9, 9}, {5, 8}, {1, 9}, {5, 9}};
    const qsizetype tried = body.size() > (32 << 10) ? 3 : qsizetype(std::size(settings));
    const QByteArray end = littleEndian(crc32Of(body)) + littleEndian(quint32(body.size()));
    for (qsizetype i = 0; i < tried; ++i) {
        const Setting& setting = settings[i];
        const QByteArray raw = deflated(body, setting.level, setting.memory);
        if (raw.isEmpty())
            continue;
        // RFC 1952: no name, no time; the extra flags and the system differ between those that use zlib.
        for (const char extra : {setting.level == 9 ? '\x02' : setting.level == 1 ? '\x04' : '\x00', '\x00', '\x02'}) {
            for (const char system : {'\x03', '\xFF', '\x00', '\x0A', '\x0B', '\x13'}) {
                forms.push_back(QByteArray("\x1F\x8B\x08\x00\x00\x00\x00\x00", 8) + extra + system + raw + end);
            }
        }
        forms.push_back(zlibStream(raw, body, setting.level));
        forms.push_back(raw);
    }
    return forms;
}

std::vector<QByteArray> inflatedForms(const QByteArray& body, const QByteArray& contentEncoding)
{
    std::vector<QByteArray> forms;
    constexpr qint64 most = 32 << 20;
    if (body.size() < 2)
        return forms;
    if (!contentEncoding.isEmpty()) {
        DecodedContent decoded = decodeContent(contentEncoding, body, most);
        if (!decoded.error && !decoded.limitReached)
            forms.push_back(std::move(decoded.bytes));
    }
    if (body.startsWith("\x1F\x8B") || body.startsWith('\x78')) {
        if (auto plain = inflated(body, 15 + 32))
            forms.push_back(*std::move(plain));
    } else if (body.startsWith("\x28\xB5\x2F\xFD")) {
        DecodedContent decoded = decodeContent("zstd", body, most);
        if (!decoded.error && !decoded.limitReached)
            forms.push_back(std::move(decoded.bytes));
    } else if (!isUtf8(body)) {
        if (auto plain = inflated(body, -15))
            forms.push_back(*std::move(plain));
    }
    return forms;
}

} // namespace creel
