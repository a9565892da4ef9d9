#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/diagnosis/Change.h"
#include "signature/diagnosis/JsonLayout.h"

#include <QCoreApplication>
#include <QStringEncoder>

#include <zlib.h>

#include <cmath>

namespace creel
{
namespace
{

constexpr qsizetype maxLayoutBody = 4 << 20; ///< a larger body is not laid out anew
constexpr qsizetype maxProductBody = 256 << 10; ///< up to here every combination of layouts is tried
constexpr int maxNumbers = 200;

QString text(const char* source)
{
    return QCoreApplication::translate("creel::Diagnosis", source);
}

/** Collects bodies that differ from the received one and from each other; the first cause that makes one keeps it. */
class Bodies
{
public:
    explicit Bodies(const QByteArray& received) { m_seen.push_back(qHash(received)); }

    void add(QByteArrayList causes, ChangeGroup group, QByteArray body, const QString& detail = {})
    {
        const auto hash = qHash(body);
        if (causes.isEmpty() || std::find(m_seen.begin(), m_seen.end(), hash) != m_seen.end())
            return;
        m_seen.push_back(hash);
        m_changes.push_back({std::move(causes), group, detail,
            [body = std::move(body)](Scheme&, SignedMessage& message) { message.body = body; }});
    }
    void addBytes(const char* cause, QByteArray body, const QString& detail = {})
    {
        add({cause}, ChangeGroup::Bytes, std::move(body), detail);
    }
    std::vector<Change> take() { return std::move(m_changes); }

private:
    std::vector<std::size_t> m_seen;
    std::vector<Change> m_changes;
};

void addLineEnds(Bodies& bodies, const QByteArray& body)
{
    if (body.endsWith('\n') || body.endsWith('\r')) {
        QByteArray cut = body;
        cut.chop(cut.endsWith("\r\n") ? 2 : 1);
        bodies.addBytes("trailing_newline_added", cut);
        while (cut.endsWith('\n') || cut.endsWith('\r') || cut.endsWith(' '))
            cut.chop(1);
        bodies.addBytes("trailing_newline_added", cut);
    }
    bodies.addBytes("trailing_newline_cut", body + '\n');
    bodies.addBytes("trailing_newline_cut", body + "\r\n");
    if (body.contains('\n')) {
        QByteArray lf = body;
        lf.replace("\r\n", "\n");
        bodies.addBytes("crlf", lf, text("line feeds alone"));
        QByteArray crlf = lf;
        crlf.replace("\n", "\r\n");
        bodies.addBytes("crlf", crlf, text("carriage returns before the line feeds"));
    }
    static const QByteArray bom("\xEF\xBB\xBF");
    if (body.startsWith(bom))
        bodies.addBytes("bom", body.sliced(3), text("without the byte order mark"));
    else
        bodies.addBytes("bom", bom + body, text("with a byte order mark"));
}

void addEmpty(Bodies& bodies, const QByteArray& body)
{
    const QByteArray plain = body.trimmed();
    if (plain.isEmpty()) {
        for (const char* signedAs : {"{}", "[]", "null", "\"\""})
            bodies.addBytes("body_empty_as_object", signedAs, QLatin1String(signedAs));
    } else if (plain == "{}" || plain == "[]" || plain == "null") {
        bodies.addBytes("body_empty_as_object", {}, text("the empty body"));
    }
}

QString styleName(JsonLayout::Blanks blanks)
{
    switch (blanks) {
    case JsonLayout::Blanks::Python:
        return text("with a blank after each comma and colon");
    case JsonLayout::Blanks::Indent2:
        return text("with an indent of two blanks");
    case JsonLayout::Blanks::Indent4:
        return text("with an indent of four blanks");
    case JsonLayout::Blanks::IndentTab:
        return text("with an indent of tabs");
    case JsonLayout::Blanks::ColonSpace:
        return text("with a blank after each colon");
    case JsonLayout::Blanks::CommaSpace:
        return text("with a blank after each comma");
    case JsonLayout::Blanks::Compact:
        break;
    }
    return text("without blanks");
}

/** What was done to the layout on the way, named by the layout that arrived. */
QByteArray layoutCause(const JsonText& json, const QByteArray& body)
{
    if (json.blanks() == JsonLayout::Blanks::Compact)
        return "body_reserialized_compact";
    return body.trimmed().contains('\n') ? "body_indented" : "body_reserialized_python";
}

std::vector<std::pair<JsonLayout::Unicode, QByteArray>> unicodeForms(const JsonText& json)
{
    using Unicode = JsonLayout::Unicode;
    std::vector<std::pair<Unicode, QByteArray>> forms{{Unicode::Keep, {}}};
    if (json.hasUnicodeEscapes())
        forms.emplace_back(Unicode::Raw, "body_unicode_escaped");
    if (json.hasRawUnicode() || json.hasUnicodeEscapes()) {
        forms.emplace_back(Unicode::Escaped, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedUpper, "body_unicode_unescaped");
    }
    if (json.hasHtml() || json.hasRawUnicode()) {
        forms.emplace_back(Unicode::EscapedHtml, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedHtmlQuotes, "body_unicode_unescaped");
    }
    return forms;
}

std::vector<std::pair<JsonLayout::Slashes, QByteArray>> slashForms(const JsonText& json)
{
    using Slashes = JsonLayout::Slashes;
    std::vector<std::pair<Slashes, QByteArray>> forms{{Slashes::Keep, {}}};
    if (json.hasEscapedSlash())
        forms.emplace_back(Slashes::Raw, "body_slashes_escaped");
    if (json.hasSlash())
        forms.emplace_back(Slashes::Escaped, "body_slashes_unescaped");
    return forms;
}

/** Every layout; a body over the limit of the product gets those that differ in one thing alone. */
void addLayouts(Bodies& bodies, const JsonText& json, const QByteArray& body)
{
    using Blanks = JsonLayout::Blanks;
    const QByteArray bom = body.startsWith("\xEF\xBB\xBF") ? body.first(3) : QByteArray();
    const QByteArray ending = body.endsWith('\n') ? QByteArray("\n") : QByteArray();
    const QByteArray blanksCause = layoutCause(json, body);
    const std::size_t most = body.size() <= maxProductBody ? 4 : 1;
    std::vector<std::pair<std::size_t, std::function<void()>>> later;
    for (const bool sorted : {false, true}) {
        for (const auto& [unicode, unicodeCause] : unicodeForms(json)) {
            for (const auto& [slashes, slashCause] : slashForms(json)) {
                for (const Blanks blanks : {Blanks::Compact, Blanks::Indent2, Blanks::Python, Blanks::Indent4,
                         Blanks::IndentTab, Blanks::ColonSpace, Blanks::CommaSpace}) {
                    QByteArrayList causes;
                    if (blanks != json.blanks())
                        causes << blanksCause;
                    if (sorted)
                        causes << "body_sorted_keys";
                    if (!unicodeCause.isEmpty())
                        causes << unicodeCause;
                    if (!slashCause.isEmpty())
                        causes << slashCause;
                    if (causes.isEmpty() || std::size_t(causes.size()) > most)
                        continue;
                    const JsonLayout layout{blanks, unicode, slashes, sorted, false};
                    later.emplace_back(causes.size(), [&, layout, causes, blanks = blanks] {
                        bodies.add(causes, ChangeGroup::Body, bom + json.write(layout) + ending,
                            causes.contains(blanksCause) ? styleName(blanks) : QString());
                    });
                }
            }
        }
    }
    // The simplest explanation of the same bytes is the one that is kept.
    std::stable_sort(later.begin(), later.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [size, run] : later)
        run();
}

QByteArrayList otherNumbers(QByteArrayView number)
{
    QByteArrayList forms;
    const QByteArray plain = number.toByteArray();
    const bool fraction = plain.contains('.');
    const bool exponent = plain.contains('e') || plain.contains('E');
    if (!fraction && !exponent) {
        forms << plain + ".0" << plain + ".00";
        const qint64 value = plain.toLongLong();
        // JavaScript reads integers past 2^53 as the nearest double: the neighbors are what was sent.
        if (std::abs(value) >= (1LL << 53)) {
            const qint64 reach = std::abs(value) > (1LL << 56) ? 64 : 8;
            for (qint64 step = 1; step <= reach; ++step)
                forms << QByteArray::number(value + step) << QByteArray::number(value - step);
        }
    } else if (fraction && !exponent) {
        forms << plain + '0';
        QByteArray shorter = plain;
        while (shorter.endsWith('0'))
            shorter.chop(1);
        if (shorter.endsWith('.'))
            shorter.chop(1);
        if (shorter != plain)
            forms << shorter;
    } else {
        forms << QByteArray::number(plain.toDouble(), 'f', 0) << QByteArray::number(plain.toDouble(), 'g', 17);
    }
    return forms;
}

void addNumbers(Bodies& bodies, const JsonText& json, const QByteArray& body)
{
    if (body.size() > maxProductBody)
        return;
    int tried = 0;
    QByteArray allZero = body;
    QByteArray allShort = body;
    qsizetype zeroShift = 0;
    qsizetype shortShift = 0;
    for (const QByteArrayView number : json.numbers()) {
        if (++tried > maxNumbers)
            break;
        const qsizetype offset = number.data() - body.constData();
        const QByteArrayList forms = otherNumbers(number);
        for (const QByteArray& form : forms) {
            QByteArray changed = body;
            changed.replace(offset, number.size(), form);
            const QString detail = text("%1 instead of %2").arg(toText(form), toText(number));
            bodies.add({"body_numbers"}, ChangeGroup::Body, changed, detail);
        }
        if (!forms.isEmpty() && !number.contains('.')) {
            allZero.replace(offset + zeroShift, number.size(), forms.first());
            zeroShift += forms.first().size() - number.size();
        } else if (!forms.isEmpty()) {
            allShort.replace(offset + shortShift, number.size(), forms.last());
            shortShift += forms.last().size() - number.size();
        }
    }
    bodies.add({"body_numbers"}, ChangeGroup::Body, allZero, text("whole numbers with a fraction"));
    bodies.add({"body_numbers"}, ChangeGroup::Body, allShort, text("fractions without zeros at their end"));
}

/** Several numbers changed at once: every choice among the first few of them, each with a fraction's zeros back. */
void addNumberSets(Bodies& bodies, const JsonText& json, const QByteArray& body)
{
    constexpr std::size_t most = 9;
    const std::size_t count = std::min(json.numbers().size(), most);
    if (count < 2 || body.size() > (16 << 10))
        return;
    for (const char* zeros : {".0", ".00"}) {
        for (unsigned choice = 1; choice < (1U << count); ++choice) {
            if ((choice & (choice - 1)) == 0)
                continue; // a single one was tried before
            QByteArray changed;
            qsizetype from = 0;
            for (std::size_t i = 0; i < count; ++i) {
                const QByteArrayView number = json.numbers()[i];
                const qsizetype end = number.data() - body.constData() + number.size();
                changed += QByteArrayView(body).sliced(from, end - from);
                from = end;
                if ((choice & (1U << i)) != 0 && !number.contains('e') && !number.contains('E'))
                    changed += number.contains('.') ? "0" : zeros;
            }
            changed += QByteArrayView(body).sliced(from);
            bodies.add({"body_numbers"}, ChangeGroup::Body, changed, text("fractions whose zeros were dropped"));
        }
    }
}

void addJson(Bodies& bodies, const QByteArray& body)
{
    if (body.size() > maxLayoutBody)
        return;
    const QByteArray trimmed = body.trimmed();
    const auto json = JsonText::parse(trimmed);
    if (!json)
        return;
    if (trimmed.startsWith('"')) {
        bodies.add({"body_double_encoded"}, ChangeGroup::Body, jsonText(trimmed, {JsonKind::String, 0, trimmed.size()}),
            text("the JSON that stands inside the string"));
        return;
    }
    if (!json->isContainer())
        return;
    addLayouts(bodies, *json, body);
    addNumbers(bodies, *json, body);
    addNumberSets(bodies, *json, body);
    bodies.add(
        {"body_double_encoded"}, ChangeGroup::Body, jsonQuote(trimmed), text("the document inside a JSON string"));
}

// Forms ---------------------------------------------------------------------------------------------------------

struct FormStyle {
    bool plus;
    bool lowerHex;
    const char* kept; ///< beside letters and digits
};

QByteArray encodeForm(const std::vector<std::pair<QByteArray, QByteArray>>& fields, const FormStyle& style)
{
    const auto encode = [&](const QByteArray& plain) {
        QByteArray out;
        for (const char c : plain) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || QByteArrayView(style.kept).contains(c)) {
                out += c;
            } else if (c == ' ' && style.plus) {
                out += '+';
            } else {
                const QByteArray hex = QByteArray(1, c).toHex();
                out += '%' + (style.lowerHex ? hex : hex.toUpper());
            }
        }
        return out;
    };
    QByteArray out;
    for (const auto& [name, value] : fields)
        out += (out.isEmpty() ? "" : "&") + encode(name) + '=' + encode(value);
    return out;
}

QByteArray formDecode(QByteArrayView part)
{
    QByteArray plain = part.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}

std::vector<std::pair<QByteArray, QByteArray>> formFields(const QByteArray& body)
{
    std::vector<std::pair<QByteArray, QByteArray>> fields;
    const QByteArrayList pairs = body.trimmed().split('&');
    for (const QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        fields.emplace_back(formDecode(equals < 0 ? pair : pair.first(equals)),
            equals < 0 ? QByteArray() : formDecode(pair.sliced(equals + 1)));
    }
    return fields;
}

void addForms(Bodies& bodies, const SignedMessage& message)
{
    const QByteArray& body = message.body;
    if (body.size() > maxProductBody)
        return;
    const QByteArray type = asciiLower(message.headers.value("content-type").value_or(QByteArray()));
    const bool isForm = type.startsWith("application/x-www-form-urlencoded")
        || (body.contains('=') && !body.contains(' ') && !body.startsWith('{') && !body.startsWith('['));
    static constexpr FormStyle styles[] = {
        {true, false, "*-._"}, // WHATWG forms, Java, Go but for *
        {true, false, "-._~"}, // PHP http_build_query with RFC 1738 and ~
        {true, false, "-._"}, // PHP urlencode
        {false, false, "-._~"}, // RFC 3986
        {false, false, "-._~!'()*"}, // encodeURIComponent
        {true, true, "*-._"}, // .NET
        {true, true, "-._~"},
        {true, true, "-_.!*()"}, // .NET HttpUtility.UrlEncode
        {false, true, "-._~"},
        {true, false, "-._~/"}, // Python quote keeps a slash
        {false, false, "-._~/"},
    };
    if (isForm) {
        const auto fields = formFields(body);
        for (const FormStyle& style : styles)
            bodies.add({"form_reencoded"}, ChangeGroup::Body, encodeForm(fields, style));
        for (const auto& [name, value] : fields) {
            if (fields.size() <= 4 && (value.startsWith('{') || value.startsWith('[')))
                bodies.add({"body_form_payload"}, ChangeGroup::Body, value, text("the JSON inside the form field"));
        }
    } else if (body.startsWith('{') || body.startsWith('[')) {
        for (const FormStyle& style : styles)
            bodies.add({"body_form_payload"}, ChangeGroup::Body, encodeForm({{"payload", body}}, style),
                text("the form that holds the JSON as \"payload=\""));
    }
}

// Encodings and compression -------------------------------------------------------------------------------------

/** The 32 places where Windows-1252 is not Latin-1 (WHATWG Encoding Standard, index windows-1252). */
constexpr char16_t windows1252[32] = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
    0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

std::optional<QByteArray> toWindows1252(const QString& decoded)
{
    QByteArray out;
    for (const QChar c : decoded) {
        const auto* at = std::find(std::begin(windows1252), std::end(windows1252), c.unicode());
        if (at != std::end(windows1252))
            out += char(0x80 + (at - windows1252));
        else if (c.unicode() < 0x100)
            out += char(c.unicode());
        else
            return std::nullopt;
    }
    return out;
}

QString fromWindows1252(const QByteArray& body)
{
    QString out = QString::fromLatin1(body);
    for (QChar& c : out) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(windows1252[c.unicode() - 0x80]);
    }
    return out;
}

void addCharsets(Bodies& bodies, const QByteArray& body)
{
    const bool ascii =
        std::all_of(body.begin(), body.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii || body.size() > maxLayoutBody)
        return;
    if (isUtf8(body)) {
        const QString decoded = QString::fromUtf8(body);
        QStringEncoder latin(QStringEncoder::Latin1);
        const QByteArray narrow = latin(decoded);
        if (!latin.hasError()) {
            bodies.addBytes("body_charset", narrow, text("in Latin-1"));
            if (isUtf8(narrow))
                bodies.addBytes("body_charset", narrow, text("encoded as UTF-8 once"));
        }
        bodies.addBytes(
            "body_charset", decoded.normalized(QString::NormalizationForm_C).toUtf8(), text("in Unicode form C"));
        bodies.addBytes(
            "body_charset", decoded.normalized(QString::NormalizationForm_D).toUtf8(), text("in Unicode form D"));
    }
    if (isUtf8(body)) {
        if (const auto narrow = toWindows1252(QString::fromUtf8(body)))
            bodies.addBytes("body_charset", *narrow, text("in Windows-1252"));
    }
    bodies.addBytes("body_charset", QString::fromLatin1(body).toUtf8(), text("in UTF-8"));
    bodies.addBytes("body_charset", fromWindows1252(body).toUtf8(), text("in UTF-8"));
}

void addBase64(Bodies& bodies, const QByteArray& body)
{
    const QByteArray plain = body.trimmed();
    if (plain.size() >= 4) {
        const auto decoded = QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            bodies.addBytes("body_base64", *decoded, text("decoded from base64"));
    }
    if (body.size() <= maxLayoutBody)
        bodies.addBytes("body_base64", body.toBase64(), text("in base64"));
}

/** gzip or zlib as zlib itself writes it; `osByte` is what differs between its users. */
QByteArray deflated(const QByteArray& body, int level, int windowBits, int memory, int osByte)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, windowBits, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(body.size()))) + 32, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.constData())); // NOLINT: zlib does not write to it
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    const int state = deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        return {};
    if (osByte >= 0 && out.size() > 9)
        out[9] = char(osByte);
    return out;
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
    int state = Z_OK;
    while (state == Z_OK && out.size() < most) {
        char piece[65536];
        stream.next_out = reinterpret_cast<Bytef*>(piece);
        stream.avail_out = sizeof piece;
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece, qsizetype(sizeof piece - stream.avail_out));
        if (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
            break;
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? std::optional(out) : std::nullopt;
}

void addCompression(Bodies& bodies, const QByteArray& body)
{
    const bool gzip = body.startsWith("\x1F\x8B");
    if (gzip || body.startsWith('\x78')) {
        if (const auto plain = inflated(body, 15 + 32))
            bodies.addBytes("body_compressed", *plain, text("before it was compressed"));
    }
    if (gzip || body.isEmpty() || body.size() > maxProductBody)
        return;
    for (const int level : {6, 9, 1, 5}) {
        for (const int memory : {8, 9}) {
            for (const int os : {3, 255, 0, 10, 19})
                bodies.addBytes(
                    "body_decompressed", deflated(body, level, 31, memory, os), text("compressed with gzip"));
            bodies.addBytes(
                "body_decompressed", deflated(body, level, 15, memory, -1), text("compressed with deflate"));
        }
    }
}

} // namespace

std::vector<Change> bodyChanges(const SignedMessage& message)
{
    Bodies bodies(message.body);
    addLineEnds(bodies, message.body);
    addEmpty(bodies, message.body);
    addJson(bodies, message.body);
    addForms(bodies, message);
    addCharsets(bodies, message.body);
    addBase64(bodies, message.body);
    addCompression(bodies, message.body);
    return bodies.take();
}

} // namespace creel
