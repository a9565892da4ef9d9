#include "signature/SchemeRun.h"

#include "base/Clock.h"
#include "base/CoreText.h"
#include "base/Text.h"
#include "http/ContentDecoder.h"
#include "payload/JsonPointer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace creel
{
namespace
{

using Part = TemplatePart::Kind;

std::optional<qint64> parseDigits(QByteArrayView text, qint64 toUs)
{
    if (text.isEmpty() || text.size() > 18)
        return std::nullopt;
    qint64 number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    constexpr qint64 farthest = 9'000'000'000'000'000'000;
    return number > farthest / toUs ? std::nullopt : std::optional(number * toUs);
}

/** IMF-fixdate of RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`. */
std::optional<qint64> parseHttpDate(QByteArrayView text)
{
    const QString pattern = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), pattern);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch() * 1000;
}

QByteArrayView stripPrefix(const Extraction& rule, QByteArrayView part, bool& found)
{
    const QByteArrayView start = part.first(std::min(part.size(), rule.prefix.size()));
    found = rule.prefixIgnoreCase ? equalsIgnoreAsciiCase(start, rule.prefix) : start == QByteArrayView(rule.prefix);
    return found ? part.sliced(rule.prefix.size()) : part;
}

void cutPrefixed(const Extraction& rule, QByteArrayView part, ItemGroup& group)
{
    for (const auto& [prefix, algorithm] : rule.algorithms) {
        if (part.startsWith(prefix)) {
            group.items.emplace_back(part.sliced(prefix.size()).toByteArray(), algorithm);
            return;
        }
    }
    if (rule.prefix.isEmpty()) {
        group.items.emplace_back(part.toByteArray(), std::nullopt);
        return;
    }
    bool found = false;
    const QByteArrayView rest = stripPrefix(rule, part, found);
    if (found || rule.prefixOptional)
        group.items.emplace_back(rest.toByteArray(), std::nullopt);
}

std::vector<QByteArrayView> splitAtAny(QByteArrayView value, QByteArrayView separators)
{
    std::vector<QByteArrayView> parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && !separators.contains(value[i]))
            continue;
        const QByteArrayView part = trimOws(value.sliced(from, i - from));
        if (!part.isEmpty())
            parts.push_back(part);
        from = i + 1;
    }
    return parts;
}

QByteArray sortedForm(const FormFields& fields)
{
    FormFields sorted = fields;
    std::stable_sort(sorted.begin(), sorted.end());
    QByteArray joined;
    for (const auto& [name, value] : sorted)
        joined += name + value;
    return joined;
}

std::optional<QByteArray> variable(
    const Scheme& scheme, const TemplatePart& part, const MessageView& view, const TemplateValues& values)
{
    const SignedMessage& message = view.message();
    switch (part.kind) {
    case Part::Literal:
        return part.argument;
    case Part::Timestamp:
        return values.timestamp;
    case Part::Id:
        return values.id;
    case Part::Url:
        return values.url;
    case Part::Method:
        return message.method;
    case Part::Path:
        return view.path();
    case Part::Query:
        return view.query();
    case Part::Header:
        return message.headers.value(part.argument);
    case Part::Json:
        return jsonTextAt(message.body, part.argument);
    case Part::JsonRaw: {
        const auto span = jsonAt(message.body, part.argument);
        return span ? std::optional(message.body.sliced(span->offset, span->size)) : std::nullopt;
    }
    case Part::BodyWithout: {
        auto rest = jsonWithout(message.body, part.argument);
        return rest ? rest : std::optional(message.body);
    }
    case Part::FormSorted:
        return sortedForm(view.form());
    case Part::Sha256Hex:
        return sha256(message.body).toHex();
    case Part::Crc32:
        return QByteArray::number(crc32Of(message.body));
    case Part::QueryLower: {
        const auto value = view.first(Locator{Locator::Kind::Query, part.argument, {}});
        return value ? std::optional(value->toLower()) : std::nullopt;
    }
    case Part::Setting: {
        const auto found = view.settings().find(part.argument);
        return found == view.settings().end() ? std::nullopt : std::optional(*found);
    }
    case Part::Signature:
        return values.signature;
    case Part::Now:
        return QByteArray::number(values.nowUs / 1'000'000);
    case Part::NowIso:
        return formatTime(values.nowUs, TimeUnit::Iso);
    case Part::NewId:
        return values.newId;
    case Part::Body:
    case Part::Secret:
        break;
    }
    Q_UNUSED(scheme)
    return QByteArray();
}

/** `{url}` as given, then as some senders write it. */
QByteArrayList urlForms(const Scheme& scheme, const QByteArray& url)
{
    QByteArrayList forms{url};
    if (!scheme.urlUnescape.isEmpty()) {
        QByteArray decoded = url;
        for (const QByteArray& escape : scheme.urlUnescape) {
            decoded.replace(escape, percentDecoded(escape, false));
            decoded.replace(escape.toLower(), percentDecoded(escape, false));
        }
        if (decoded != url)
            forms += decoded;
    }
    return forms;
}

} // namespace

std::optional<qint64> parseTime(QByteArrayView text, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return parseDigits(text, 1'000'000);
    case TimeUnit::Milliseconds:
        return parseDigits(text, 1'000);
    case TimeUnit::Iso:
        return fromRfc3339(text);
    case TimeUnit::HttpDate:
        return parseHttpDate(text);
    case TimeUnit::IsoOrSeconds:
        if (const auto seconds = parseDigits(text, 1'000'000))
            return seconds;
        return fromRfc3339(text);
    }
    return std::nullopt;
}

QByteArray formatTime(qint64 us, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return QByteArray::number(us / 1'000'000);
    case TimeUnit::Milliseconds:
        return QByteArray::number(us / 1'000);
    case TimeUnit::HttpDate:
        return QLocale::c()
            .toString(
                QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
            .toLatin1();
    case TimeUnit::Iso:
    case TimeUnit::IsoOrSeconds:
        break;
    }
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"))
        .toLatin1();
}

std::optional<QByteArray> ItemGroup::key(QByteArrayView name) const
{
    for (const auto& [key, value] : keys) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::vector<ItemGroup> cutItems(const Scheme& scheme, QByteArrayView value)
{
    const Extraction& rule = scheme.extraction;
    std::vector<ItemGroup> groups(1);
    if (scheme.algorithm == Algorithm::Basic) {
        const QByteArrayView prefix = "Basic ";
        if (value.size() > prefix.size() && equalsIgnoreAsciiCase(value.first(prefix.size()), prefix))
            groups[0].items.emplace_back(value.sliced(prefix.size()).toByteArray(), std::nullopt);
        return groups;
    }
    if (rule.separators.isEmpty()) {
        cutPrefixed(rule, value, groups[0]);
        return groups;
    }
    for (const QByteArrayView part : splitAtAny(value, rule.separators)) {
        const qsizetype split = rule.keyValue.isEmpty() ? -1 : part.indexOf(rule.keyValue);
        if (rule.keyValue.isEmpty()) {
            cutPrefixed(rule, part, groups.back());
        } else if (split > 0) {
            const QByteArray key = trimOws(part.first(split)).toByteArray();
            const QByteArray item = trimOws(part.sliced(split + rule.keyValue.size())).toByteArray();
            if (rule.take.contains(key)) {
                groups.back().items.emplace_back(item, std::nullopt);
            } else {
                // The time stands again: a second "t=..,v1=.." group.
                if (groups.back().key(key) && !groups.back().items.empty())
                    groups.emplace_back();
                groups.back().keys.emplace_back(key, item);
            }
        }
    }
    return groups;
}

std::optional<Content> expand(const Scheme& scheme, const Template& text, const MessageView& view,
    const TemplateValues& values, QByteArray* missing)
{
    Content content;
    for (const TemplatePart& part : text.parts) {
        if (part.kind == Part::Secret) {
            content.push_back({Piece::Kind::Secret, {}});
        } else if (part.kind == Part::Body) {
            if (!scheme.bodyFormField.isEmpty() && view.isForm())
                content.push_back({Piece::Kind::Bytes, view.bodyOr(scheme.bodyFormField)});
            else
                content.push_back({Piece::Kind::Body, {}});
        } else if (auto value = variable(scheme, part, view, values)) {
            content.push_back({Piece::Kind::Bytes, *std::move(value)});
        } else {
            if (missing)
                *missing = part.argument.isEmpty() ? text.text : part.argument;
            return std::nullopt;
        }
    }
    return content;
}

namespace
{

/** The body in one of the forms that some senders sign; nothing where that is the body itself. */
std::optional<QByteArray> bodyForm(const QByteArray& form, const SignedMessage& message)
{
    constexpr qint64 most = 64 << 20;
    const QByteArray& body = message.body;
    if (form == "decoded") {
        const QByteArray coding = message.headers.value("Content-Encoding").value_or(QByteArray());
        if (coding.isEmpty())
            return std::nullopt;
        DecodedContent decoded = decodeContent(coding, body, most);
        return decoded.error || decoded.limitReached ? std::nullopt : std::optional(std::move(decoded.bytes));
    }
    const bool plain =
        std::all_of(body.begin(), body.end(), [](char c) { return static_cast<unsigned char>(c) < 0x7F; });
    if (plain || body.size() > most)
        return std::nullopt;
    QByteArray out;
    QString text = QString::fromUtf8(body);
    if (body.startsWith("\xEF\xBB\xBF"))
        text.prepend(QChar::ByteOrderMark); // which fromUtf8 drops
    for (const QChar unit : text) {
        if (form == "latin1")
            out += char(unit.unicode() & 0xFFU);
        else if (unit.unicode() < 0x7F)
            out += char(unit.unicode());
        else
            out += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

void addBodyForms(const Scheme& scheme, const MessageView& view, std::vector<Content>& contents)
{
    const std::vector<Content> asCame = contents;
    for (const QByteArray& form : scheme.bodyAlso) {
        const auto bytes = bodyForm(form, view.message());
        if (!bytes)
            continue;
        std::vector<Content> others = asCame;
        for (Content& content : others) {
            for (Piece& piece : content) {
                if (piece.kind == Piece::Kind::Body)
                    piece = {Piece::Kind::Bytes, *bytes};
            }
        }
        contents.insert(form == "decoded" ? contents.begin() : contents.end(), others.begin(), others.end());
    }
}

} // namespace

std::vector<Content> contentsOf(
    const Scheme& scheme, const MessageView& view, const TemplateValues& values, QByteArray* missing)
{
    std::vector<Content> contents;
    for (const QByteArray& url : urlForms(scheme, values.url)) {
        TemplateValues these = values;
        these.url = url;
        Content whole;
        for (const Template& text : scheme.content) {
            auto content = expand(scheme, text, view, these, missing);
            if (content)
                whole.insert(whole.end(), content->begin(), content->end());
            else if (!text.optional)
                return {};
        }
        contents.push_back(std::move(whole));
    }
    addBodyForms(scheme, view, contents);
    return contents;
}

QByteArray contentBytes(const Content& content, QByteArrayView body)
{
    QByteArray bytes;
    for (const Piece& piece : content) {
        if (piece.kind == Piece::Kind::Body)
            bytes += body;
        else if (piece.kind == Piece::Kind::Secret)
            bytes += "{secret}";
        else
            bytes += piece.bytes;
    }
    return bytes;
}

Prepared missingSignature(const Scheme& scheme)
{
    Prepared prepared;
    prepared.state = SignatureState::Missing;
    if (scheme.algorithm == Algorithm::None) {
        prepared.reason = CoreText::tr("%1 does not sign its webhooks.").arg(scheme.name);
    } else if (!scheme.signature.empty()) {
        const Locator& at = scheme.signature.front();
        prepared.header = at.kind == Locator::Kind::Header ? at.name : at.text();
        prepared.reason = CoreText::tr("There is no signature: %1 is absent.").arg(toText(prepared.header));
    }
    return prepared;
}

Prepared malformed(const QByteArray& header, const QByteArray& received, const QString& reason)
{
    Prepared prepared;
    prepared.state = SignatureState::Malformed;
    prepared.header = header;
    prepared.received = received;
    prepared.reason = reason;
    return prepared;
}

} // namespace creel
