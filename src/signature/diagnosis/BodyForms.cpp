#include "signature/diagnosis/BodyForms.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/diagnosis/LayoutForms.h"
#include "signature/diagnosis/NumberForms.h"

#include <algorithm>

namespace creel
{
namespace
{

constexpr qsizetype maxLayoutBody = 4 << 20; ///< a larger body is not laid out anew
constexpr qsizetype maxProductBody = 256 << 10; ///< up to here layouts are combined with other changes

using Slashes = JsonLayout::Slashes;
using Unicode = JsonLayout::Unicode;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QByteArray withCrlf(const QByteArray& lines)
{
    QByteArray crlf = lines;
    crlf.replace("\r\n", "\n");
    return crlf.replace("\n", "\r\n");
}

} // namespace

BodyForms::BodyForms(const SignedMessage& message, bool few)
    : m_message(message)
    , m_body(message.body)
    , m_few(few)
{
    m_seen.insert(qHash(m_body));
    if (m_body.size() > maxLayoutBody)
        return;
    m_before = m_body.startsWith("\xEF\xBB\xBF") ? m_body.first(3) : QByteArray();
    qsizetype end = m_body.size();
    while (end > m_before.size() && isBlank(m_body[end - 1]))
        --end;
    m_core = m_body.sliced(m_before.size(), end - m_before.size());
    m_after = m_body.sliced(end);
    m_json = JsonText::parse(m_core);
    m_escapes = m_body.count("\\u");
    m_isJsonString = m_json && m_core.startsWith('"');
    if (m_json && !m_json->isContainer())
        m_json.reset();
}

bool BodyForms::each(int count, const BodySink& sink)
{
    m_sink = &sink;
    if (count == 1) {
        return lineEnds() && emptiness() && (!m_json || (layouts(1, true) && layouts(1, false))) && forms()
            && doubleEncoding() && charsets() && base64() && compression() && (!m_json || numbers());
    }
    if (!m_json)
        return true;
    if (m_body.size() > maxProductBody)
        return layouts(count, true);
    return layouts(count, true) && layouts(count, false) && layoutsWithEnds(count);
}

bool BodyForms::eachWithNumbers(int count, const BodySink& sink)
{
    m_sink = &sink;
    return !m_json || m_body.size() > maxProductBody || numbersInLayouts(count);
}

bool BodyForms::emitForm(QByteArrayList causes, QByteArray bytes, const QString& detail, bool usual)
{
    const auto hash = qHash(bytes);
    if (m_seen.contains(hash))
        return true;
    m_seen.insert(hash);
    // What was escaped on the way shows in the number of escapes.
    const qsizetype unescaped = causes.indexOf("body_unicode_unescaped");
    if (unescaped >= 0 && bytes.count("\\u") < m_escapes)
        causes[unescaped] = "body_unicode_escaped";
    return (*m_sink)({std::move(causes), detail, std::move(bytes), usual});
}

bool BodyForms::lineEnds()
{
    const QByteArray& body = m_body;
    if (body.endsWith('\n') || body.endsWith('\r')) {
        QByteArray cut = body;
        cut.chop(cut.endsWith("\r\n") ? 2 : 1);
        if (!emitBytes("trailing_newline_added", cut))
            return false;
        while (!cut.isEmpty() && isBlank(cut.back()))
            cut.chop(1);
        if (!emitBytes("trailing_newline_added", cut))
            return false;
    }
    if (!emitBytes("trailing_newline_cut", body + '\n') || !emitBytes("trailing_newline_cut", body + "\r\n"))
        return false;
    if (body.contains('\n')) {
        QByteArray lf = body;
        lf.replace("\r\n", "\n");
        if (!emitBytes("crlf", lf, CoreText::tr("line feeds alone"))
            || !emitBytes("crlf", withCrlf(body), CoreText::tr("carriage returns before the line feeds")))
            return false;
    }
    static const QByteArray bom("\xEF\xBB\xBF");
    return body.startsWith(bom) ? emitBytes("bom", body.sliced(3), CoreText::tr("without the byte order mark"))
                                : emitBytes("bom", bom + body, CoreText::tr("with a byte order mark"));
}

bool BodyForms::emptiness()
{
    const QByteArray plain = m_core.trimmed();
    if (m_body.size() > 64)
        return true;
    if (plain.isEmpty()) {
        for (const char* signedAs : {"{}", "[]", "null", "\"\""}) {
            if (!emitBytes("body_empty_as_object", signedAs, QLatin1String(signedAs)))
                return false;
        }
        return true;
    }
    return (plain != "{}" && plain != "[]" && plain != "null" && plain != "\"\"")
        || emitBytes("body_empty_as_object", {}, CoreText::tr("the empty body"));
}

bool BodyForms::layouts(int count, bool usual)
{
    for (const LayoutForm& form : layoutForms(*m_json, count)) {
        if (form.usual == usual
            && !emitForm(form.causes, m_before + m_json->write(form.layout) + m_after, form.detail, usual))
            return false;
    }
    return true;
}

/** A layout, and then a line end or a byte order mark that came or went. */
bool BodyForms::layoutsWithEnds(int count)
{
    for (const LayoutForm& form : layoutForms(*m_json, count - 1)) {
        const QByteArray core = m_json->write(form.layout);
        const auto with = [&](const char* cause, const QByteArray& bytes) {
            return emitForm(form.causes + QByteArrayList{cause}, bytes, form.detail);
        };
        if (!m_after.isEmpty() && !with("trailing_newline_added", m_before + core))
            return false;
        if (m_after.isEmpty()
            && (!with("trailing_newline_cut", m_before + core + '\n')
                || !with("trailing_newline_cut", m_before + core + "\r\n")))
            return false;
        if ((core.contains('\n') && !with("crlf", m_before + withCrlf(core + m_after)))
            || (m_after == "\r\n" && !with("crlf", m_before + core + '\n')))
            return false;
        if (!with("bom", m_before.isEmpty() ? "\xEF\xBB\xBF" + core + m_after : core + m_after))
            return false;
    }
    return true;
}

bool BodyForms::numbers()
{
    if (m_body.size() > maxProductBody)
        return true;
    return eachNumberForm(*m_json, m_few, [&](const NumberForm& form) {
        return emitBytes("body_numbers", m_before + withNumbers(*m_json, form) + m_after, form.detail);
    });
}

/** Numbers and layouts as one library writes them, and a line end that came or went with it. */
bool BodyForms::numbersInLayouts(int count)
{
    const auto usual = [&](int causes) {
        std::vector<LayoutForm> layouts = layoutForms(*m_json, causes);
        const auto rest =
            std::stable_partition(layouts.begin(), layouts.end(), [](const LayoutForm& form) { return form.usual; });
        if (causes != 1)
            layouts.erase(rest, layouts.end());
        return layouts;
    };
    const std::vector<LayoutForm> layouts = usual(count - 1);
    const std::vector<LayoutForm> withEnds = usual(count - 2);
    const bool hasEnd = !m_after.isEmpty();
    const QByteArray end = hasEnd ? "trailing_newline_added" : "trailing_newline_cut";
    std::vector<QByteArray> texts(m_json->numbers().size());
    const auto write = [&](const LayoutForm& form, const NumberForm& numbers, const QByteArrayList& more,
                           const QByteArray& after) {
        for (const auto& [index, written] : numbers.texts)
            texts[index] = written;
        const QByteArray core = m_json->write(form.layout, &texts);
        for (const auto& [index, written] : numbers.texts)
            texts[index].clear();
        return emitForm(
            form.causes + more, m_before + core + after, form.causes.isEmpty() ? numbers.detail : form.detail);
    };
    return eachNumberForm(*m_json, true, [&](const NumberForm& numbers) {
        for (const LayoutForm& form : layouts) {
            if (!write(form, numbers, {"body_numbers"}, m_after))
                return false;
        }
        for (const LayoutForm& form : withEnds) {
            if (!write(form, numbers, {"body_numbers", end}, hasEnd ? QByteArray() : QByteArray("\n")))
                return false;
        }
        // In a layout of its own.
        return count != 2 || m_json->blanks()
            || emitForm({"body_numbers", end},
                m_before + withNumbers(*m_json, numbers) + (hasEnd ? QByteArray() : QByteArray("\n")), numbers.detail);
    });
}

bool BodyForms::doubleEncoding()
{
    if (m_isJsonString) {
        return emitBytes("body_double_encoded", jsonText(m_core, {JsonKind::String, 0, m_core.size()}),
            CoreText::tr("the JSON that stands inside the string"));
    }
    if (!m_json)
        return true;
    const QString detail = CoreText::tr("the document inside a JSON string");
    const QByteArray quoted = jsonQuote(m_core);
    const QByteArrayView inner = QByteArrayView(quoted).sliced(1, quoted.size() - 2);
    for (const Unicode unicode :
        {Unicode::Keep, Unicode::Escaped, Unicode::EscapedUpper, Unicode::EscapedHtml, Unicode::EscapedHtmlQuotes}) {
        for (const Slashes slashes : {Slashes::Keep, Slashes::Escaped}) {
            if (!emitBytes("body_double_encoded", '"' + rewriteJsonString(inner, unicode, slashes) + '"', detail))
                return false;
        }
    }
    return true;
}

bool BodyForms::forms()
{
    if (m_body.size() > maxProductBody)
        return true;
    const QByteArray type = asciiLower(m_message.headers.value("content-type").value_or(QByteArray()));
    const bool isForm = type.startsWith("application/x-www-form-urlencoded")
        || (m_body.contains('=') && !m_body.contains(' ') && !m_json && !m_isJsonString);
    if (isForm && !m_json) {
        for (const QByteArray& form : otherFormEncodings(m_body)) {
            if (!emitBytes("form_reencoded", form))
                return false;
        }
        const auto fields = formFieldsOf(m_body);
        for (const auto& [name, value] : fields) {
            if (fields.size() <= 4 && (value.startsWith('{') || value.startsWith('['))
                && !emitBytes("body_form_payload", value, CoreText::tr("the JSON inside the form field")))
                return false;
        }
    } else if (m_json) {
        for (const QByteArray& form : formsWith("payload", m_body)) {
            if (!emitBytes("body_form_payload", form, CoreText::tr("the form that holds the JSON as \"payload=\"")))
                return false;
        }
    }
    return true;
}

bool BodyForms::charsets()
{
    if (m_body.size() > maxLayoutBody)
        return true;
    for (const CharsetForm& form : charsetForms(m_body)) {
        if (!emitBytes("body_charset", form.bytes, form.detail))
            return false;
    }
    return true;
}

bool BodyForms::base64()
{
    QByteArray plain = m_body;
    if (plain.size() >= 4 && m_body.size() <= maxLayoutBody) {
        plain.replace("\r", "").replace("\n", "").replace("-", "+").replace("_", "/");
        const auto decoded = QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && !emitBytes("body_base64", *decoded, CoreText::tr("decoded from base64")))
            return false;
    }
    if (m_body.size() > maxLayoutBody)
        return true;
    const QByteArray encoded = m_body.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += 76)
        lines += encoded.mid(at, 76) + '\n';
    for (const QByteArray& form : {encoded, m_body.toBase64(QByteArray::Base64UrlEncoding),
             m_body.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
             m_body.toBase64(QByteArray::OmitTrailingEquals), lines, withCrlf(lines)}) {
        if (!emitBytes("body_base64", form, CoreText::tr("in base64")))
            return false;
    }
    return true;
}

bool BodyForms::compression()
{
    const QByteArray coding = m_message.headers.value("content-encoding").value_or(QByteArray());
    for (const QByteArray& plain : inflatedForms(m_body, coding)) {
        if (!emitBytes("body_compressed", plain))
            return false;
    }
    if (m_body.isEmpty() || m_body.size() > maxProductBody || m_body.startsWith("\x1F\x8B"))
        return true;
    for (const QByteArray& packed : deflatedForms(m_body)) {
        if (!emitBytes("body_decompressed", packed, CoreText::tr("compressed")))
            return false;
    }
    return true;
}

} // namespace creel
