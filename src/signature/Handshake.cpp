#include "signature/Handshake.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/HandshakeText.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

static void initHandshakeResources()
{
    Q_INIT_RESOURCE(handshakes);
}

namespace creel
{

/** A value that a match wants. */
struct HandshakeCondition {
    std::optional<bool> isThere; ///< instead of the values
    std::vector<QByteArray> values; ///< one of these

    bool holds(const std::optional<QByteArray>& value) const
    {
        if (isThere)
            return *isThere == value.has_value();
        return value && std::find(values.begin(), values.end(), *value) != values.end();
    }
};

/** One file of resources/handshakes, as it was read. */
struct HandshakeRule {
    QByteArray id;
    QJsonObject file;
    HandshakeCatalog::Entry entry;
    std::vector<std::pair<QString, QRegularExpression>> guards;
    // Of `match`, read once
    std::optional<HandshakeCondition> methods;
    std::vector<std::pair<QByteArray, HandshakeCondition>> headers;
};

namespace
{

QString member(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}
QJsonObject objectOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toObject();
}

std::vector<QByteArray> bytesOf(const QJsonValue& value)
{
    std::vector<QByteArray> list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.push_back(item.toString().toUtf8());
    return list;
}

/** `true`: there, `false`: not there, a string: equal, a list: one of. */
HandshakeCondition conditionOf(const QJsonValue& wanted)
{
    if (wanted.isBool())
        return {wanted.toBool(), {}};
    if (wanted.isArray())
        return {std::nullopt, bytesOf(wanted)};
    return {std::nullopt, {wanted.toString().toUtf8()}};
}

bool matches(const QJsonValue& wanted, const std::optional<QByteArray>& value)
{
    return conditionOf(wanted).holds(value);
}

bool matchesAll(const QJsonObject& match, const HandshakeText& in)
{
    for (const char* kind : {"query", "headers", "json", "form"}) {
        const QJsonObject wanted = objectOf(match, kind);
        const QByteArray prefix = QByteArray(kind) == "headers" ? "header:" : QByteArray(kind) + ':';
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            if (!matches(it.value(), in.variable(prefix + it.key().toUtf8())))
                return false;
        }
    }
    const QJsonValue methods = match.value(QLatin1String("methods"));
    return methods.isUndefined() || matches(methods, in.request->method);
}

/** The conditions of `match` that need no look at the body. */
bool headMatches(const HandshakeRule& rule, const Request& request)
{
    if (rule.methods && !rule.methods->holds(request.method))
        return false;
    return std::all_of(rule.headers.begin(), rule.headers.end(),
        [&](const auto& wanted) { return wanted.second.holds(request.headers.value(wanted.first)); });
}

bool applies(const QJsonObject& condition, const HandshakeText& in, SignatureState signature)
{
    if (condition.contains(QLatin1String("signature")))
        return signature != SignatureState::Valid && signature != SignatureState::Unverified;
    if (condition.contains(QLatin1String("mismatch"))) {
        const QJsonArray pair = condition.value(QLatin1String("mismatch")).toArray();
        const QByteArray wanted = in.expand(pair.at(1).toString()).value_or(QByteArray());
        return !wanted.isEmpty() && in.expand(pair.at(0).toString()) != wanted;
    }
    return matchesAll(condition, in);
}

/** Header values must stay one line, whatever the challenge held. */
bool isHeaderSafe(QByteArrayView value)
{
    return std::none_of(
        value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool fillAnswer(HandshakeAnswer& answer, const QJsonObject& given, const HandshakeText& in)
{
    answer.status = given.value(QLatin1String("status")).toInt(200);
    const QJsonObject headers = objectOf(given, "headers");
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const auto value = in.expand(it.value().toString());
        if (!value || !isHeaderSafe(*value))
            return false;
        answer.headers.add(it.key().toUtf8(), *value);
    }
    std::optional<QByteArray> body = QByteArray();
    if (given.contains(QLatin1String("text")))
        body = in.expand(member(given, "text"));
    else if (given.contains(QLatin1String("json")))
        body = in.expandJson(given.value(QLatin1String("json")));
    answer.body = body.value_or(QByteArray());
    return body.has_value();
}

Result<std::unique_ptr<HandshakeRule>> readRule(const QByteArray& json)
{
    QJsonParseError parse;
    auto rule = std::make_unique<HandshakeRule>();
    rule->file = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError) {
        const qint64 line = json.left(parse.offset).count('\n') + 1;
        return Error{ErrorCode::Invalid, CoreText::tr("line %1: %2").arg(QString::number(line), parse.errorString())};
    }
    rule->id = member(rule->file, "id").toUtf8();
    const QJsonArray cases = rule->file.value(QLatin1String("cases")).toArray();
    if (rule->id.isEmpty() || cases.isEmpty() || objectOf(rule->file, "match").isEmpty())
        return Error{ErrorCode::Invalid, CoreText::tr("a handshake needs id, match and cases")};
    const QJsonObject guards = objectOf(rule->file, "guard");
    for (auto it = guards.begin(); it != guards.end(); ++it) {
        QRegularExpression pattern(it.value().toString(), QRegularExpression::DontCaptureOption);
        if (!pattern.isValid())
            return Error{ErrorCode::Invalid,
                CoreText::tr("the pattern of guard %1 is broken: %2").arg(it.key(), pattern.errorString())};
        rule->guards.emplace_back(it.key(), pattern);
    }
    const QJsonObject match = objectOf(rule->file, "match");
    if (const QJsonValue methods = match.value(QLatin1String("methods")); !methods.isUndefined())
        rule->methods = conditionOf(methods);
    const QJsonObject headers = objectOf(match, "headers");
    for (auto it = headers.begin(); it != headers.end(); ++it)
        rule->headers.emplace_back(it.key().toUtf8(), conditionOf(it.value()));
    rule->entry = {rule->id, member(rule->file, "name"), bytesOf(rule->file.value(QLatin1String("schemes"))),
        bytesOf(rule->file.value(QLatin1String("settings"))), member(rule->file, "notes"),
        rule->file.value(QLatin1String("within_ms")).toInt(), rule->file.value(QLatin1String("signed")).toBool()};
    return rule;
}

bool allowedUrl(const QByteArray& url, const QString& hostPattern)
{
    static const QByteArray https("https://");
    if (!url.startsWith(https) || !isHeaderSafe(url))
        return false;
    QByteArray host = url.sliced(https.size());
    for (const char end : {'/', '?', '#'}) {
        if (const qsizetype at = host.indexOf(end); at >= 0)
            host.truncate(at);
    }
    return QRegularExpression(hostPattern).match(QString::fromLatin1(host)).hasMatch();
}

} // namespace

HandshakeCatalog::HandshakeCatalog() = default;
HandshakeCatalog::~HandshakeCatalog() = default;

void HandshakeCatalog::add(std::unique_ptr<HandshakeRule> rule)
{
    for (const QByteArray& scheme : rule->entry.schemes)
        m_byScheme[scheme].push_back(rule.get());
    m_rules.push_back(std::move(rule));
}

std::shared_ptr<const HandshakeCatalog> HandshakeCatalog::load()
{
    initHandshakeResources();
    std::shared_ptr<HandshakeCatalog> catalog(new HandshakeCatalog);
    const QDir folder(QStringLiteral(":/handshakes"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto rule = readRule(file.readAll());
        if (rule)
            catalog->add(std::move(*rule));
        else
            catalog->m_problems << QStringLiteral("%1: %2").arg(name, rule.error().text);
    }
    return catalog;
}

Result<std::shared_ptr<const HandshakeCatalog>> HandshakeCatalog::fromJson(const QByteArray& json)
{
    auto rule = readRule(json);
    if (!rule)
        return rule.error();
    std::shared_ptr<HandshakeCatalog> catalog(new HandshakeCatalog);
    catalog->add(std::move(*rule));
    return std::shared_ptr<const HandshakeCatalog>(std::move(catalog));
}

std::vector<HandshakeCatalog::Entry> HandshakeCatalog::entries() const
{
    std::vector<Entry> list;
    for (const auto& rule : m_rules)
        list.push_back(rule->entry);
    return list;
}

const HandshakeRule* HandshakeCatalog::find(QByteArrayView id) const
{
    for (const auto& rule : m_rules) {
        if (rule->id == id)
            return rule.get();
    }
    return nullptr;
}

bool HandshakeCatalog::concerns(QByteArrayView scheme, QByteArrayView chosen) const
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const auto& rule) {
        const auto& schemes = rule->entry.schemes;
        return rule->id == chosen
            || (!scheme.isEmpty() && std::find(schemes.begin(), schemes.end(), scheme) != schemes.end());
    });
}

bool HandshakeCatalog::mayAnswer(const QByteArray& scheme, QByteArrayView chosen, const Request& request) const
{
    const auto may = [&](const HandshakeRule* rule) { return headMatches(*rule, request); };
    if (const HandshakeRule* const rule = chosen.isEmpty() ? nullptr : find(chosen); rule && may(rule))
        return true;
    const auto found = m_byScheme.constFind(scheme);
    return found != m_byScheme.constEnd() && std::any_of(found->begin(), found->end(), may);
}

std::optional<HandshakeAnswer> HandshakeCatalog::answer(QByteArrayView scheme, QByteArrayView chosen,
    const Request& request, SignatureState signature, const HandshakeContext& context) const
{
    for (const auto& rule : m_rules) {
        const auto& schemes = rule->entry.schemes;
        if (rule->id != chosen
            && (scheme.isEmpty() || std::find(schemes.begin(), schemes.end(), scheme) == schemes.end()))
            continue;
        if (!headMatches(*rule, request))
            continue;
        HandshakeText in{&request, request.body, &context, {}, 0, objectOf(rule->file, "let")};
        if (!matchesAll(objectOf(rule->file, "match"), in))
            continue;
        if (rule->file.contains(QLatin1String("decrypt"))) {
            const auto plain = larkDecrypt(in.variable("json:/encrypt").value_or(QByteArray()), context.secret.view());
            if (!plain)
                continue;
            in.body = *plain;
            if (!matchesAll(objectOf(rule->file, "decrypted_match"), in))
                continue;
        }
        const bool guarded = std::all_of(rule->guards.begin(), rule->guards.end(), [&](const auto& guard) {
            return guard.second.match(QString::fromLatin1(in.expand(guard.first).value_or(QByteArray()))).hasMatch();
        });
        if (!guarded)
            continue;
        const QJsonArray cases = rule->file.value(QLatin1String("cases")).toArray();
        for (const QJsonValue& value : cases) {
            const QJsonObject given = value.toObject();
            const QJsonObject condition = objectOf(given, "if");
            if (!condition.isEmpty() && !applies(condition, in, signature))
                continue;
            HandshakeAnswer answer;
            answer.handshake = rule->id;
            answer.name = rule->entry.name;
            answer.marks = rule->file.value(QLatin1String("marks")).toBool(true);
            answer.refused = given.value(QLatin1String("status")).toInt(200) >= 400;
            if (!fillAnswer(answer, given, in))
                break;
            if (rule->file.contains(QLatin1String("learn_secret")))
                answer.learnedSecret =
                    SecretBytes::take(in.expand(member(rule->file, "learn_secret")).value_or(QByteArray()));
            const QByteArray visit = in.expand(member(rule->file, "visit_url")).value_or(QByteArray());
            if (!visit.isEmpty() && allowedUrl(visit, member(rule->file, "visit_host")))
                answer.visitUrl = visit;
            return answer;
        }
    }
    return std::nullopt;
}

Result<HandshakePlay> HandshakeCatalog::play(
    QByteArrayView id, const QByteArray& seed, qint64 nowUs, const HandshakeContext& context) const
{
    const HandshakeRule* rule = find(id);
    if (!rule)
        return Error{ErrorCode::NotFound, CoreText::tr("There is no handshake \"%1\".").arg(toText(id))};
    const QJsonObject play = objectOf(rule->file, "play");
    const HandshakeText in{nullptr, {}, &context, seed, nowUs, objectOf(play, "let")};
    HandshakePlay request{member(play, "method").toUtf8(), context.url, {}, {}, rule->entry.isSigned};
    const QJsonArray query = play.value(QLatin1String("query")).toArray();
    for (const QJsonValue& pair : query) {
        const QByteArray value = in.expand(pair.toArray().at(1).toString()).value_or(QByteArray());
        request.url += (request.url.contains('?') ? '&' : '?') + pair.toArray().at(0).toString().toUtf8() + '='
            + value.toPercentEncoding();
    }
    const QJsonObject headers = objectOf(play, "headers");
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.headers.add(it.key().toUtf8(), in.expand(it.value().toString()).value_or(QByteArray()));
    if (play.contains(QLatin1String("json")))
        request.body = in.expandJson(play.value(QLatin1String("json"))).value_or(QByteArray());
    else
        request.body = member(play, "text").toUtf8();
    if (play.contains(QLatin1String("encrypt"))) {
        if (context.secret.isEmpty())
            return Error{ErrorCode::Invalid,
                CoreText::tr("%1 needs the endpoint's secret: add it first.").arg(rule->entry.name)};
        const QByteArray iv = QByteArray::fromHex(*in.variable("new:hex32"));
        request.body = "{\"encrypt\":" + jsonQuote(larkEncrypt(request.body, context.secret.view(), iv)) + '}';
    }
    return request;
}

QStringList HandshakeCatalog::judge(QByteArrayView id, const QByteArray& seed, qint64 nowUs,
    const HandshakeContext& context, const Response& response, qint64 tookMs) const
{
    const HandshakeRule* rule = find(id);
    if (!rule)
        return {CoreText::tr("There is no handshake \"%1\".").arg(toText(id))};
    const QJsonObject play = objectOf(rule->file, "play");
    const HandshakeText in{nullptr, {}, &context, seed, nowUs, objectOf(play, "let")};
    QStringList best;
    const QJsonArray alternatives = play.value(QLatin1String("expect")).toArray();
    for (const QJsonValue& value : alternatives) {
        const QJsonObject expect = value.toObject();
        QStringList wrong;
        const QJsonArray statuses = expect.value(QLatin1String("status")).toArray();
        if (!statuses.contains(response.status))
            wrong << CoreText::tr("The status is %1; it must be %2.")
                         .arg(QString::number(response.status), QString::number(statuses.at(0).toInt()));
        const QJsonObject headers = objectOf(expect, "headers");
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const auto got = response.headers.value(it.key().toUtf8());
            const QByteArray wanted =
                it.value().isString() ? in.expand(it.value().toString()).value_or(QByteArray()) : QByteArray();
            if (!got || (!wanted.isEmpty() && !asciiLower(*got).startsWith(asciiLower(wanted))))
                wrong << CoreText::tr("The header %1 must be \"%2\".").arg(it.key(), toText(wanted));
        }
        if (expect.contains(QLatin1String("text")) && in.expand(member(expect, "text")) != response.body)
            wrong << CoreText::tr("The body must be exactly \"%1\", without quotes or anything else.")
                         .arg(toText(in.expand(member(expect, "text")).value_or(QByteArray())));
        if (expect.contains(QLatin1String("contains")) && !response.body.contains(member(expect, "contains").toUtf8()))
            wrong << CoreText::tr("The body must contain \"%1\".").arg(member(expect, "contains"));
        const QJsonObject members = objectOf(expect, "json");
        for (auto it = members.begin(); it != members.end(); ++it) {
            const QByteArray wanted = it.value().isString() ? in.expand(it.value().toString()).value_or(QByteArray())
                                                            : in.expandJson(it.value()).value_or(QByteArray());
            if (jsonTextAt(response.body, '/' + it.key().toUtf8()) != wanted)
                wrong << CoreText::tr("The body must be JSON with \"%1\": \"%2\".").arg(it.key(), toText(wanted));
        }
        if (best.isEmpty() || wrong.size() < best.size())
            best = wrong;
        if (wrong.isEmpty())
            break;
    }
    if (rule->entry.withinMs > 0 && tookMs > rule->entry.withinMs)
        best << CoreText::tr("The answer took %1 ms; the provider waits %2 ms.")
                    .arg(QString::number(tookMs), QString::number(rule->entry.withinMs));
    return best;
}

} // namespace creel
