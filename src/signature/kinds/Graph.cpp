#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/Jws.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

constexpr auto statePlace = "json:/value/*/clientState";
constexpr auto tokenPlace = "json:/validationTokens";
constexpr auto publisher = "0bf30f3b-4a52-48df-9a82-234910c4a086"; // Microsoft Graph change notifications

QByteArray elementOf(const QByteArray& body, const JsonSpan& span)
{
    return body.mid(span.offset, span.size);
}

/** Tokens of version 1.0 are issued by the first, of 2.0 by the second. */
bool isMicrosoft(const QByteArray& issuer)
{
    return issuer.startsWith("https://sts.windows.net/") || issuer.startsWith("https://login.microsoftonline.com/");
}

/** The tenants that the notifications are from. */
QByteArrayList tenantsOf(const QByteArray& body)
{
    QByteArrayList tenants;
    for (const JsonSpan& span : jsonAll(body, "/value/*/tenantId"))
        tenants += jsonText(body, span).toLower();
    return tenants;
}

QString mismatchOf(const Jws& jws, const QByteArray& audience, const QByteArrayList& tenants)
{
    const auto text = [&](const char* name) { return claimText(jws.payload, name).value_or(QByteArray()); };
    if (!isMicrosoft(text("iss")))
        return CoreText::tr("The token was issued by somebody else (claim \"iss\").");
    if (text("azp") != publisher && text("appid") != publisher)
        return CoreText::tr("The token was not made for Microsoft Graph's notifications (claim \"azp\" or \"appid\").");
    if (!audience.isEmpty() && !audienceHas(jws.payload, audience))
        return CoreText::tr("The token is for another audience (claim \"aud\").");
    const QByteArray tenant = text("tid").toLower();
    if (!tenant.isEmpty() && !tenants.isEmpty() && !tenants.contains(tenant))
        return CoreText::tr("The token is of another tenant (claim \"tid\").");
    return {};
}

/** One of `validationTokens`; nothing where it can't be read. */
std::optional<Check> tokenCheck(const QByteArray& token, const QByteArray& audience, const QByteArrayList& tenants)
{
    const auto jws = parseJws(token);
    const auto expires = jws ? timeClaim(jws->payload, "exp") : std::nullopt;
    if (!expires)
        return std::nullopt;
    Check check;
    check.header = tokenPlace;
    check.keyId = jws->keyId;
    check.algorithm = Algorithm::RsaSha256;
    check.candidates = {{token, jws->signature, jws->canonical, std::nullopt}};
    check.contents = {bytesContent(jws->signedPart)};
    check.expiresUs = expires;
    check.notBeforeUs = timeClaim(jws->payload, "nbf");
    check.mismatch = mismatchOf(*jws, audience, tenants);
    if (jws->algorithm != "RS256")
        check.refused = CoreText::tr("The token names the algorithm \"%1\", which this scheme does not allow.")
                            .arg(toText(jws->algorithm));
    else
        check.unverifiable = CoreText::tr("The client state may be right, but the notification has validation tokens, "
                                          "too: enter the keys of Microsoft's identity platform (JWKS) as one more "
                                          "secret to verify them.");
    return check;
}

/**
 * Microsoft Graph: every element of `value` carries the client state that was given at the subscription. Notifications
 * with resource data also have tokens of Microsoft's identity platform, one for each tenant and application.
 */
class Graph final : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        const QByteArray& body = view.message().body;
        Prepared prepared = missingSignature(scheme);
        bool anyState = false;
        bool allStates = true;
        for (const JsonSpan& span : jsonAll(body, "/value/*")) {
            const QByteArray element = elementOf(body, span);
            const auto at = jsonAt(element, "/clientState");
            const auto state = at && at->kind != JsonKind::Null ? std::optional(jsonText(element, *at)) : std::nullopt;
            anyState = anyState || state;
            allStates = allStates && state;
            Check check;
            check.header = statePlace;
            check.contents = {Content()};
            if (state)
                check.candidates.push_back({*state, *state, true, std::nullopt});
            if (state && !prepared.received)
                prepared.received = *state;
            prepared.checks.push_back(std::move(check));
        }
        if (!anyState) {
            prepared.checks.clear();
            return prepared;
        }
        if (!allStates)
            return malformed(statePlace, prepared.received.value_or(QByteArray()),
                CoreText::tr("Not every notification has a client state."));
        const QByteArray audience = view.settings().value("audience");
        const QByteArrayList tenants = tenantsOf(body);
        for (const JsonSpan& span : jsonAll(body, "/validationTokens/*")) {
            const QByteArray token = jsonText(body, span);
            auto check = tokenCheck(token, audience, tenants);
            if (!check)
                return malformed(tokenPlace, token, CoreText::tr("A validation token is not a JWT that can be read."));
            prepared.checks.push_back(*std::move(check));
        }
        prepared.state = SignatureState::Unverified;
        prepared.header = statePlace;
        prepared.reason.clear();
        prepared.all = true;
        return prepared;
    }

    /** With the client state it is written into every element; with a private key a validation token is added. */
    Result<Signed> sign(
        const Scheme&, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        const QByteArray& body = input.message.body;
        if (!key.pairs.empty())
            return withToken(key, settings, input);
        std::vector<JsonSpan> spans = jsonAll(body, "/value/*");
        if (spans.empty())
            return Error{ErrorCode::Invalid,
                CoreText::tr("The body has nothing to sign at %1.").arg(QStringLiteral("/value/*"))};
        // From the last to the first, so that the offsets before it stay.
        std::sort(spans.begin(), spans.end(), [](const JsonSpan& a, const JsonSpan& b) { return a.offset > b.offset; });
        Signed out;
        out.body = body;
        for (const JsonSpan& span : spans) {
            const auto changed = withJsonMember(elementOf(body, span), "clientState", jsonQuote(key.text.view()));
            if (!changed)
                return Error{ErrorCode::Invalid, CoreText::tr("The body is not what this scheme signs.")};
            out.body.replace(span.offset, span.size, *changed);
        }
        return out;
    }

private:
    static Result<Signed> withToken(const Key& key, const SchemeSettings& settings, const SigningInput& input)
    {
        const QByteArray& body = input.message.body;
        const qint64 now = input.nowUs / 1'000'000;
        const QByteArray tenant = tenantsOf(body).value(0, "00000000-0000-0000-0000-000000000000");
        QByteArray claims = R"({"iss":"https://login.microsoftonline.com/)" + tenant + R"(/v2.0","azp":")" + publisher
            + R"(","tid":)" + jsonQuote(tenant) + ",\"iat\":" + QByteArray::number(now)
            + ",\"nbf\":" + QByteArray::number(now) + ",\"exp\":" + QByteArray::number(now + 3600);
        if (const QByteArray audience = settings.value("audience"); !audience.isEmpty())
            claims += ",\"aud\":" + jsonQuote(audience);
        QByteArray header = R"({"alg":"RS256","typ":"JWT")";
        if (const QByteArray& id = key.pairs.front().keyId; !id.isEmpty())
            header += ",\"kid\":" + jsonQuote(id);
        Signed out;
        out.signedContent = base64Url(header + '}') + '.' + base64Url(claims + '}');
        const auto made = computeSignature(Algorithm::RsaSha256, key, bytesContent(out.signedContent), {});
        if (!made)
            return made.error();
        const QByteArray token = jsonQuote(out.signedContent + '.' + base64Url(*made));
        QByteArrayList tokens;
        for (const JsonSpan& span : jsonAll(body, "/validationTokens/*"))
            tokens += elementOf(body, span);
        auto changed = withJsonMember(body, "validationTokens", '[' + (tokens += token).join(',') + ']');
        if (!changed)
            return Error{ErrorCode::Invalid, CoreText::tr("The body is not what this scheme signs.")};
        out.body = *std::move(changed);
        return out;
    }
};

} // namespace

const Kind& graphKind()
{
    static const Graph kind;
    return kind;
}

} // namespace creel
