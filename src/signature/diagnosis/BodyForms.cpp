#include "signature/diagnosis/BodyForms.h"

#include "base/Text.h"
#include "payload/JsonPointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

constexpr qsizetype maxLayoutBody = 4 << 20; ///< a larger body is not laid out anew
constexpr qsizetype maxProductBody = 256 << 10; ///< up to here layouts are combined with other changes

using Blanks = JsonLayout::Blanks;
using Keys = JsonLayout::Keys;
using Slashes = JsonLayout::Slashes;
using Unicode = JsonLayout::Unicode;

QString text(const char* source)
{
    return QCoreApplication::translate("creel::Diagnosis", source);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QString styleName(Blanks blanks)
{
    switch (blanks) {
    case Blanks::Python:
        return text("with a blank after each comma and colon");
    case Blanks::Indent1:
        return text("with an indent of one blank");
    case Blanks::Indent2:
        return text("with an indent of two blanks");
    case Blanks::Indent3:
        return text("with an indent of three blanks");
    case Blanks::Indent4:
        return text("with an indent of four blanks");
    case Blanks::Indent8:
        return text("with an indent of eight blanks");
    case Blanks::IndentTab:
        return text("with an indent of tabs");
    case Blanks::Jackson:
        return text("with an indent of two blanks, and a blank before each colon");
    case Blanks::ColonSpace:
        return text("with a blank after each colon");
    case Blanks::CommaSpace:
        return text("with a blank after each comma");
    case Blanks::Compact:
        break;
    }
    return text("without blanks");
}

/** What was done to the layout on the way, named by the layout that arrived. */
QByteArray layoutCause(const JsonText& json)
{
    if (json.blanks() == Blanks::Compact)
        return "body_reserialized_compact";
    return json.document().contains('\n') ? "body_indented" : "body_reserialized_python";
}

std::vector<std::pair<Unicode, QByteArray>> unicodeForms(const JsonText& json)
{
    std::vector<std::pair<Unicode, QByteArray>> forms{{Unicode::Keep, {}}};
    if (json.hasUnicodeEscapes())
        forms.emplace_back(Unicode::Raw, "body_unicode_escaped");
    if (json.hasRawUnicode() || json.hasUnicodeEscapes()) {
        forms.emplace_back(Unicode::Escaped, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedUpper, "body_unicode_unescaped");
    }
    if (json.hasHtml() || json.hasRawUnicode() || json.hasUnicodeEscapes()) {
        // Where all that could be raw is escaped, more of it was escaped on the way, not less.
        const bool raw = json.hasHtml() || json.hasRawUnicode();
        const QByteArray cause = raw ? "body_unicode_unescaped" : "body_unicode_escaped";
        forms.emplace_back(Unicode::EscapedHtml, cause);
        forms.emplace_back(Unicode::EscapedGson, cause);
        forms.emplace_back(Unicode::EscapedHtmlQuotes, "body_unicode_unescaped");
    }
    return forms;
}

std::vector<std::pair<Slashes, QByteArray>> slashForms(const JsonText& json)
{
    std::vector<std::pair<Slashes, QByteArray>> forms{{Slashes::Keep, {}}};
    if (json.hasEscapedSlash())
        forms.emplace_back(Slashes::Raw, "body_slashes_escaped");
    if (json.hasSlash())
        forms.emplace_back(Slashes::Escaped, "body_slashes_unescaped");
    return forms;
}

struct LayoutForm {
    JsonLayout layout;
    QByteArrayList causes;
    QString detail;
};

/** All layouts that differ from the one that arrived in exactly `count` ways, likeliest first. */
std::vector<LayoutForm> layoutForms(const JsonText& json, int count)
{
    std::vector<LayoutForm> forms;
    const QByteArray blanksCause = layoutCause(json);
    for (const Keys keys : {Keys::Keep, Keys::Sorted, Keys::ByLength}) {
        for (const auto& [slashes, slashCause] : slashForms(json)) {
            for (const auto& [unicode, unicodeCause] : unicodeForms(json)) {
                for (const Blanks blanks : {Blanks::Compact, Blanks::Indent2, Blanks::Python, Blanks::Indent4,
                         Blanks::IndentTab, Blanks::ColonSpace, Blanks::CommaSpace, Blanks::Jackson, Blanks::Indent3,
                         Blanks::Indent1, Blanks::Indent8}) {
                    LayoutForm form{{blanks, unicode, slashes, keys}, {}, {}};
                    if (blanks != json.blanks()) {
                        form.causes << blanksCause;
                        form.detail = styleName(blanks);
                    }
                    if (keys != Keys::Keep)
                        form.causes << "body_sorted_keys";
                    if (!unicodeCause.isEmpty())
                        form.causes << unicodeCause;
                    if (!slashCause.isEmpty())
                        form.causes << slashCause;
                    if (form.causes.size() == count)
                        forms.push_back(std::move(form));
                }
            }
        }
    }
    return forms;
}

/** What the usual libraries write, as against what only some setting of theirs makes. */
bool isUsual(const JsonLayout& layout)
{
    const bool blanks = layout.blanks == Blanks::Compact || layout.blanks == Blanks::Python
        || layout.blanks == Blanks::Indent2 || layout.blanks == Blanks::Indent4;
    const bool unicode = layout.unicode != Unicode::EscapedUpper && layout.unicode != Unicode::EscapedGson
        && layout.unicode != Unicode::EscapedHtmlQuotes;
    return blanks && unicode && layout.keys != Keys::ByLength;
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
    return layouts(count, true) && layouts(count, false) && layoutsWithEnds(count) && numbersInLayouts(count);
}

bool BodyForms::emitForm(QByteArrayList causes, QByteArray bytes, const QString& detail, bool usual)
{
    const auto hash = qHash(bytes);
    if (m_seen.contains(hash))
        return true;
    m_seen.insert(hash);
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
        if (!emitBytes("crlf", lf, text("line feeds alone"))
            || !emitBytes("crlf", withCrlf(body), text("carriage returns before the line feeds")))
            return false;
    }
    static const QByteArray bom("\xEF\xBB\xBF");
    return body.startsWith(bom) ? emitBytes("bom", body.sliced(3), text("without the byte order mark"))
                                : emitBytes("bom", bom + body, text("with a byte order mark"));
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
        || emitBytes("body_empty_as_object", {}, text("the empty body"));
}

bool BodyForms::layouts(int count, bool usual)
{
    for (const LayoutForm& form : layoutForms(*m_json, count)) {
        if (isUsual(form.layout) == usual
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
    for (const NumberForm& form : numberForms(*m_json, m_few)) {
        if (!emitBytes("body_numbers", m_before + withNumbers(*m_json, form.texts) + m_after, form.detail))
            return false;
    }
    return true;
}

bool BodyForms::numbersInLayouts(int count)
{
    if (m_json->numbers().empty())
        return true;
    const std::vector<NumberForm> numbers = numberForms(*m_json, true);
    if (count == 2 && !m_after.isEmpty()) {
        for (const NumberForm& number : numbers) {
            if (!emitForm({"body_numbers", "trailing_newline_added"}, m_before + withNumbers(*m_json, number.texts),
                    number.detail))
                return false;
        }
    }
    for (const LayoutForm& form : layoutForms(*m_json, count - 1)) {
        for (const NumberForm& number : numbers) {
            if (!emitForm(form.causes + QByteArrayList{"body_numbers"},
                    m_before + m_json->write(form.layout, &number.texts) + m_after, form.detail))
                return false;
        }
    }
    return true;
}

bool BodyForms::doubleEncoding()
{
    if (m_isJsonString) {
        return emitBytes("body_double_encoded", jsonText(m_core, {JsonKind::String, 0, m_core.size()}),
            text("the JSON that stands inside the string"));
    }
    if (!m_json)
        return true;
    const QString detail = text("the document inside a JSON string");
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
                && !emitBytes("body_form_payload", value, text("the JSON inside the form field")))
                return false;
        }
    } else if (m_json) {
        for (const QByteArray& form : formsWith("payload", m_body)) {
            if (!emitBytes("body_form_payload", form, text("the form that holds the JSON as \"payload=\"")))
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
        if (decoded && !emitBytes("body_base64", *decoded, text("decoded from base64")))
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
        if (!emitBytes("body_base64", form, text("in base64")))
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
        if (!emitBytes("body_decompressed", packed, text("compressed")))
            return false;
    }
    return true;
}

} // namespace creel
