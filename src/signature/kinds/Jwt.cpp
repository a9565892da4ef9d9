#include "signature/Jws.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

/** The first template that has a value: a setting that is not set checks nothing. */
std::optional<QByteArray> wanted(
    const Scheme& scheme, const std::vector<Template>& texts, const MessageView& view, const TemplateValues& values)
{
    for (const Template& text : texts) {
        const auto content = expand(scheme, text, view, values);
        const QByteArray value = content ? contentBytes(*content, {}) : QByteArray();
        if (!value.isEmpty())
            return value;
    }
    return std::nullopt;
}

QByteArray withoutPadding(QByteArray text)
{
    while (text.endsWith('='))
        text.chop(1);
    return text;
}

QByteArray bodyHashOf(const JwtRule& rule, const QByteArray& body)
{
    return encodeSignature(sha256(body), rule.bodyHashEncoding);
}

/** Atlassian's canonical request: method, path, sorted query without `jwt`. */
QByteArray queryHashOf(const MessageView& view)
{
    QByteArray path = view.path();
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    path.replace('&', "%26");
    std::vector<std::pair<QByteArray, QByteArrayList>> parameters;
    for (const auto& [name, value] : decodeFormFields(view.query())) {
        if (name == "jwt")
            continue;
        const QByteArray encoded = percentEncoded(name);
        const auto found = std::find_if(
            parameters.begin(), parameters.end(), [&](const auto& parameter) { return parameter.first == encoded; });
        if (found == parameters.end())
            parameters.push_back({encoded, {percentEncoded(value)}});
        else
            found->second += percentEncoded(value);
    }
    std::sort(parameters.begin(), parameters.end());
    QByteArrayList pairs;
    for (auto& [name, list] : parameters) {
        std::sort(list.begin(), list.end());
        pairs += name + '=' + list.join(',');
    }
    return sha256(view.message().method.toUpper() + '&' + path + '&' + pairs.join('&')).toHex();
}

/** Why the claims do not fit this message, or nothing. */
QString mismatchOf(const Scheme& scheme, const Jws& jws, const MessageView& view)
{
    const JwtRule& rule = *scheme.jwt;
    TemplateValues values;
    values.url = view.message().url;
    const QByteArray& body = view.message().body;
    const auto differs = [&](const std::vector<Template>& texts, const QByteArray& name) {
        const auto value = wanted(scheme, texts, view, values);
        return value && claimText(jws.payload, name) != value;
    };
    if (rule.issuer && differs({*rule.issuer}, "iss"))
        return CoreText::tr("The token was issued by somebody else (claim \"iss\").");
    if (rule.subject && differs({*rule.subject}, "sub"))
        return CoreText::tr("The token is for another URL (claim \"sub\").");
    if (const auto audience = wanted(scheme, rule.audience, view, values);
        audience && !audienceHas(jws.payload, *audience))
        return CoreText::tr("The token is for another audience (claim \"aud\").");
    for (const QByteArray& name : rule.trueClaims) {
        if (claimText(jws.payload, name) != QByteArray("true"))
            return CoreText::tr("The claim \"%1\" of the token is not true.").arg(toText(name));
    }
    if (!rule.bodyHashClaim.isEmpty()) {
        const auto hash = claimText(jws.payload, rule.bodyHashClaim);
        const bool mayBeAbsent = rule.bodyHashAbsentWhenEmpty && body.isEmpty();
        if (!hash && !mayBeAbsent)
            return CoreText::tr("The token does not cover the body: it has no claim \"%1\".")
                .arg(toText(rule.bodyHashClaim));
        const QByteArray expected = withoutPadding(bodyHashOf(rule, body));
        const QByteArray given = withoutPadding(hash.value_or(QByteArray()));
        const bool isHex = rule.bodyHashEncoding == SignatureEncoding::Hex;
        if (hash && !constantTimeEquals(isHex ? given.toLower() : given, expected))
            return CoreText::tr("The body is not the one that was signed: the hash in the claim \"%1\" is another.")
                .arg(toText(rule.bodyHashClaim));
    }
    if (!rule.urlHashClaim.isEmpty()
        && claimText(jws.payload, rule.urlHashClaim).value_or(QByteArray()).toLower() != sha256(values.url).toHex())
        return CoreText::tr("The URL is not the one that was signed (claim \"%1\").").arg(toText(rule.urlHashClaim));
    if (!rule.queryHashClaim.isEmpty() && claimText(jws.payload, rule.queryHashClaim) != queryHashOf(view))
        return CoreText::tr("Method, path or query are not what was signed (claim \"%1\").")
            .arg(toText(rule.queryHashClaim));
    return {};
}

/** Signatures in JWS are `r || s`, and a digest of the wrong size never matches. */
Candidate candidateOf(const Jws& jws, const QByteArray& item, Algorithm algorithm)
{
    Candidate candidate{item, jws.signature, jws.canonical, std::nullopt};
    if (const int size = jwsCoordinateBytes(algorithm))
        candidate.bytes = jws.signature.size() == 2 * size ? ecdsaRawToDer(jws.signature) : QByteArray();
    return candidate;
}

std::optional<Check> checkOf(
    const Scheme& scheme, const MessageView& view, const QByteArray& token, const QByteArray& header, QString& reason)
{
    const auto jws = parseJws(token);
    if (!jws) {
        reason = CoreText::tr("The token is not a JWT that can be read.");
        return std::nullopt;
    }
    const JwtRule& rule = *scheme.jwt;
    for (const QByteArray& name : rule.required) {
        if (!timeClaim(jws->payload, name)) {
            reason = CoreText::tr("The token has no claim \"%1\" that can be read.").arg(toText(name));
            return std::nullopt;
        }
    }
    Check check;
    check.header = header;
    check.keyId = jws->keyId;
    const auto algorithm = jwsAlgorithm(jws->algorithm);
    const bool allowed = algorithm && rule.algorithms.contains(jws->algorithm);
    check.algorithm = algorithm.value_or(Algorithm::None);
    check.candidates = {candidateOf(*jws, token, *check.algorithm)};
    check.contents = {bytesContent(jws->signedPart)};
    if (!allowed)
        check.refused = CoreText::tr("The token names the algorithm \"%1\", which this scheme does not allow.")
                            .arg(toText(jws->algorithm));
    if (scheme.timestamp)
        check.timestampUs = timeClaim(jws->payload, "iat");
    check.expiresUs = timeClaim(jws->payload, "exp");
    check.notBeforeUs = timeClaim(jws->payload, "nbf");
    check.mismatch = mismatchOf(scheme, *jws, view);
    return check;
}

/** What can sign here: the first allowed algorithm that the key suits. */
std::optional<Algorithm> algorithmFor(const Scheme& scheme, const Key& key)
{
    for (const QByteArray& name : scheme.jwt->algorithms) {
        const auto algorithm = jwsAlgorithm(name);
        if (algorithm && (isAsymmetric(*algorithm) || key.pairs.empty()) && Computation::beginSigning(*algorithm, key))
            return algorithm;
    }
    return std::nullopt;
}

Result<QByteArray> makeToken(const Scheme& scheme, const Key& key, const QByteArray& payload)
{
    const auto algorithm = algorithmFor(scheme, key);
    if (!algorithm)
        return Error{
            ErrorCode::Invalid, CoreText::tr("Signing needs the private key, of the type that the scheme uses.")};
    QByteArray header = "{\"alg\":\"" + jwsName(*algorithm) + "\",\"typ\":\"JWT\"";
    if (!key.pairs.empty() && !key.pairs.front().keyId.isEmpty())
        header += ",\"kid\":" + jsonQuote(key.pairs.front().keyId);
    const QByteArray signedPart = base64Url(header + '}') + '.' + base64Url(payload);
    auto made = computeSignature(*algorithm, key, bytesContent(signedPart), {});
    if (!made)
        return made.error();
    const int size = jwsCoordinateBytes(*algorithm);
    return signedPart + '.' + base64Url(size > 0 ? ecdsaDerToRaw(*made, size) : *made);
}

/** A JWT in a header, whose claims speak of the message. */
class Jwt : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        Prepared prepared = missingSignature(scheme);
        QString reason;
        for (const Locator& at : scheme.signature) {
            const QByteArray header = at.kind == Locator::Kind::Header ? at.name : at.text();
            for (const QByteArray& value : view.all(at)) {
                const QByteArray trimmed = value.trimmed();
                if (trimmed.isEmpty())
                    continue;
                if (!prepared.received)
                    prepared.received = trimmed;
                const std::vector<ItemGroup> groups = cutItems(scheme, trimmed);
                QString why = CoreText::tr("The signature does not have the form that the scheme expects.");
                for (const auto& item : groups.front().items) {
                    if (auto check = checkOf(scheme, view, item.first, header, why))
                        prepared.checks.push_back(*std::move(check));
                }
                if (reason.isEmpty())
                    reason = why;
            }
        }
        if (!prepared.received)
            return prepared;
        if (prepared.checks.empty())
            return malformed(prepared.header, *prepared.received, reason);
        prepared.state = SignatureState::Unverified;
        prepared.reason.clear();
        return prepared;
    }

    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        auto payload = claimsFor(scheme, settings, input);
        if (!payload)
            return payload.error();
        auto token = makeToken(scheme, key, *payload);
        if (!token)
            return token.error();
        TemplateValues values = newValues(scheme, settings, input);
        values.signature = *token;
        Signed out;
        out.body = input.message.body;
        out.signedContent = token->left(token->lastIndexOf('.'));
        if (auto written = emitSignature(scheme, settings, input, values, out); !written)
            return written.error();
        return out;
    }

private:
    static Result<QByteArray> claimsFor(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input)
    {
        const JwtRule& rule = *scheme.jwt;
        const MessageView view(input.message, settings);
        TemplateValues values;
        values.url = input.message.url;
        QByteArrayList members;
        const auto text = [&](const QByteArray& name, const QByteArray& value) {
            members += jsonQuote(name) + ':' + jsonQuote(value);
        };
        const auto number = [&](const QByteArray& name, qint64 value) {
            members += jsonQuote(name) + ':' + QByteArray::number(value);
        };
        if (rule.issuer) {
            const auto issuer = wanted(scheme, {*rule.issuer}, view, values);
            if (!issuer)
                return Error{ErrorCode::Invalid,
                    CoreText::tr("The setting \"%1\" is needed to sign with this scheme.")
                        .arg(toText(scheme.settings.value(0)))};
            text("iss", *issuer);
        }
        if (rule.subject)
            text("sub", wanted(scheme, {*rule.subject}, view, values).value_or(QByteArray()));
        if (const auto audience = wanted(scheme, rule.audience, view, values))
            text("aud", *audience);
        const qint64 now = input.nowUs / 1'000'000;
        number("iat", now);
        if (!scheme.timestamp) {
            number("nbf", now);
            number("exp", now + rule.lifetimeS);
        }
        text("jti", input.id.isEmpty() ? newMessageId(scheme) : input.id);
        for (const QByteArray& name : rule.trueClaims)
            members += jsonQuote(name) + ":true";
        if (!rule.bodyHashClaim.isEmpty() && !(rule.bodyHashAbsentWhenEmpty && input.message.body.isEmpty()))
            text(rule.bodyHashClaim, bodyHashOf(rule, input.message.body));
        if (!rule.urlHashClaim.isEmpty())
            text(rule.urlHashClaim, sha256(values.url).toHex());
        if (!rule.queryHashClaim.isEmpty())
            text(rule.queryHashClaim, queryHashOf(view));
        return '{' + members.join(',') + '}';
    }
};

/** The body is the token, the event its payload (Kinde). */
class JwtPayload final : public Jwt
{
public:
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings&, const SigningInput& input) const override
    {
        auto token = makeToken(scheme, key, input.message.body);
        if (!token)
            return token.error();
        Signed out;
        out.signedContent = token->left(token->lastIndexOf('.'));
        out.body = *std::move(token);
        return out;
    }
};

} // namespace

const Kind& jwtKind()
{
    static const Jwt kind;
    return kind;
}
const Kind& jwtPayloadKind()
{
    static const JwtPayload kind;
    return kind;
}

} // namespace creel
