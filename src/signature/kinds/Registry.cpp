#include "signature/kinds/Kind.h"

#include <array>

namespace creel
{
namespace
{

struct Entry {
    const char* name;
    const Kind& (*kind)();
};
constexpr std::array<Entry, 22> kinds{{{"none", &noneKind}, {"adyen", &adyenKind}, {"atlassian-jwt", &jwtKind},
    {"aws-sns", &awsSnsKind}, {"braintree", &braintreeKind}, {"contentful", &contentfulKind},
    {"dropbox-sign", &dropboxSignKind}, {"form-field-rsa", &formFieldKind}, {"graph", &graphKind},
    {"hygraph", &hygraphKind}, {"jwt-auth", &jwtKind}, {"jwt-body", &jwtKind}, {"jwt-payload", &jwtPayloadKind},
    {"mandrill", &mandrillKind}, {"oidc", &jwtKind}, {"paddle-classic", &paddleClassicKind}, {"plivo-v2", &plivoV2Kind},
    {"plivo-v3", &plivoV3Kind}, {"rfc9421", &rfc9421Kind}, {"twilio", &twilioKind}, {"twilio-json", &twilioJsonKind},
    {"x509-url", &certificateKind}}};

/** Unsigned by design. */
class None final : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView&) const override { return missingSignature(scheme); }
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        return signWith(scheme, key, settings, input,
            [](const MessageView&, const TemplateValues&, QByteArray*) { return std::vector<Content>(); });
    }
};

} // namespace

const Kind* kindOf(QByteArrayView name)
{
    for (const Entry& entry : kinds) {
        if (name == QByteArrayView(entry.name))
            return &entry.kind();
    }
    return nullptr;
}

bool isKnownKind(QByteArrayView name)
{
    return name == "declarative" || kindOf(name);
}

Prepared ContentKind::prepare(const Scheme& scheme, const MessageView& view) const
{
    return prepareWith(scheme, view,
        [&](const TemplateValues& values, QByteArray* missing) { return contents(scheme, view, values, missing); });
}

Result<Signed> ContentKind::sign(
    const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const
{
    return signWith(
        scheme, key, settings, input, [&](const MessageView& view, const TemplateValues& values, QByteArray* missing) {
            return contents(scheme, view, values, missing);
        });
}

const Kind& noneKind()
{
    static const None kind;
    return kind;
}

} // namespace creel
