#include "signature/MessageView.h"

#include "base/Text.h"
#include "payload/JsonPointer.h"

namespace creel
{
namespace
{

std::optional<QByteArray> innerOf(const Locator& at, const QByteArray& value)
{
    return at.inner.isEmpty() ? std::optional(value) : jsonTextAt(value, at.inner);
}

} // namespace

FormFields decodeFormFields(QByteArrayView text)
{
    FormFields fields;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf('&', from);
        if (end < 0)
            end = text.size();
        const QByteArrayView part = text.sliced(from, end - from);
        from = end + 1;
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        fields.emplace_back(percentDecoded(equals < 0 ? part : part.first(equals), true),
            equals < 0 ? QByteArray() : percentDecoded(part.sliced(equals + 1), true));
    }
    return fields;
}

QByteArray MessageView::path() const
{
    const QByteArrayView url = m_message.url;
    const qsizetype scheme = url.indexOf("://");
    const qsizetype start = scheme < 0 ? (url.startsWith('/') ? 0 : url.size()) : url.indexOf('/', scheme + 3);
    if (start < 0 || start >= url.size())
        return "/";
    qsizetype end = start;
    while (end < url.size() && url[end] != '?' && url[end] != '#')
        ++end;
    return url.sliced(start, end - start).toByteArray();
}

QByteArray MessageView::query() const
{
    const QByteArrayView url = m_message.url;
    const qsizetype hash = url.indexOf('#');
    const QByteArrayView whole = hash < 0 ? url : url.first(hash);
    const qsizetype mark = whole.indexOf('?');
    return mark < 0 ? QByteArray() : whole.sliced(mark + 1).toByteArray();
}

const FormFields& MessageView::form() const
{
    if (!m_form)
        m_form = decodeFormFields(m_message.body);
    return *m_form;
}

bool MessageView::isForm() const
{
    const HeaderField* type = m_message.headers.find("Content-Type");
    return type && asciiLower(type->value).startsWith("application/x-www-form-urlencoded");
}

QByteArray MessageView::bodyOr(const QByteArray& formField) const
{
    if (!formField.isEmpty() && isForm()) {
        for (const auto& [name, value] : form()) {
            if (name == formField)
                return value;
        }
    }
    return m_message.body;
}

std::optional<std::pair<qsizetype, qsizetype>> MessageView::multipartField(QByteArrayView name) const
{
    const HeaderField* type = m_message.headers.find("Content-Type");
    if (!type || !asciiLower(type->value).startsWith("multipart/form-data"))
        return std::nullopt;
    const qsizetype at = asciiLower(type->value).indexOf("boundary=");
    QByteArray boundary = at < 0 ? QByteArray() : type->value.mid(at + 9);
    boundary.truncate(
        boundary.startsWith('"') ? boundary.size() : std::max<qsizetype>(0, (boundary + ';').indexOf(';')));
    if (boundary.startsWith('"'))
        boundary = boundary.mid(1, std::max<qsizetype>(0, boundary.indexOf('"', 1) - 1));
    boundary = boundary.trimmed();
    if (boundary.isEmpty())
        return std::nullopt;
    const QByteArray& body = m_message.body;
    const QByteArray delimiter = "--" + boundary;
    qsizetype from = body.indexOf(delimiter);
    while (from >= 0) {
        from += delimiter.size();
        const qsizetype headEnd = body.indexOf("\r\n\r\n", from);
        const qsizetype next = body.indexOf("\r\n" + delimiter, from);
        if (headEnd < 0 || next < 0 || headEnd + 4 > next + 2)
            return std::nullopt;
        const QByteArray head = asciiLower(QByteArrayView(body).sliced(from, headEnd - from));
        const QByteArray quoted = " name=\"" + asciiLower(name) + '"';
        if (head.contains(quoted) && head.contains("content-disposition:"))
            return std::pair(headEnd + 4, std::max<qsizetype>(0, next - headEnd - 4));
        from = next + 2;
    }
    return std::nullopt;
}

std::vector<QByteArray> MessageView::all(const Locator& at) const
{
    std::vector<QByteArray> values;
    const auto push = [&](const QByteArray& value) {
        if (auto inner = innerOf(at, value))
            values.push_back(*std::move(inner));
    };
    switch (at.kind) {
    case Locator::Kind::Header:
        for (const HeaderField& field : m_message.headers) {
            if (equalsIgnoreAsciiCase(field.name, at.name))
                push(field.value);
        }
        break;
    case Locator::Kind::Json:
        for (const JsonSpan& span : jsonAll(m_message.body, at.name)) {
            if (span.kind != JsonKind::Null)
                values.push_back(jsonText(m_message.body, span));
        }
        break;
    case Locator::Kind::Form:
    case Locator::Kind::Query: {
        const FormFields fields = at.kind == Locator::Kind::Form ? form() : decodeFormFields(query());
        for (const auto& [name, value] : fields) {
            if (name == at.name)
                push(value);
        }
        break;
    }
    case Locator::Kind::Body:
        push(m_message.body);
        break;
    case Locator::Kind::Multipart:
        if (const auto place = multipartField(at.name))
            push(m_message.body.mid(place->first, place->second));
        break;
    case Locator::Kind::Signature:
    case Locator::Kind::Claim:
        break;
    }
    return values;
}

std::optional<QByteArray> MessageView::first(const Locator& at) const
{
    std::vector<QByteArray> values = all(at);
    return values.empty() ? std::nullopt : std::optional(std::move(values.front()));
}

std::optional<QByteArray> MessageView::first(const std::vector<Locator>& places) const
{
    for (const Locator& at : places) {
        if (auto value = first(at))
            return value;
    }
    return std::nullopt;
}

} // namespace creel
