#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/diagnosis/Change.h"
#include "signature/diagnosis/JsonLayout.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

/** What a secret looks like, by its prefix, where that is not what the scheme wants. */
QString wrongKind(const Scheme& scheme, QByteArrayView secret)
{
    struct Kind {
        const char* prefix;
        const char* what;
    };
    static constexpr Kind kinds[] = {{"sk_live_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a live API key (sk_live_)")},
        {"sk_test_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a test API key (sk_test_)")},
        {"rk_live_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a restricted API key (rk_live_)")},
        {"rk_test_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a restricted API key (rk_test_)")},
        {"pk_live_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a publishable key (pk_live_)")},
        {"pk_test_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a publishable key (pk_test_)")},
        {"ghp_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a GitHub access token (ghp_)")},
        {"github_pat_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a GitHub access token (github_pat_)")},
        {"xoxb-", QT_TRANSLATE_NOOP("creel::Diagnosis", "a Slack bot token (xoxb-)")},
        {"xoxp-", QT_TRANSLATE_NOOP("creel::Diagnosis", "a Slack user token (xoxp-)")},
        {"shpat_", QT_TRANSLATE_NOOP("creel::Diagnosis", "a Shopify access token (shpat_)")},
        {"glpat-", QT_TRANSLATE_NOOP("creel::Diagnosis", "a GitLab access token (glpat-)")},
        {"AKIA", QT_TRANSLATE_NOOP("creel::Diagnosis", "an AWS access key")},
        {"we_", QT_TRANSLATE_NOOP("creel::Diagnosis", "the id of a webhook endpoint (we_)")},
        {"rzp_", QT_TRANSLATE_NOOP("creel::Diagnosis", "the id of an API key (rzp_)")},
        {"SG.", QT_TRANSLATE_NOOP("creel::Diagnosis", "a SendGrid API key (SG.)")},
        {"https://", QT_TRANSLATE_NOOP("creel::Diagnosis", "a URL")},
        {"eyJ", QT_TRANSLATE_NOOP("creel::Diagnosis", "a JSON Web Token")}};
    for (const Kind& kind : kinds) {
        if (secret.startsWith(QByteArrayView(kind.prefix)))
            return QCoreApplication::translate("creel::Diagnosis", kind.what);
    }
    const QByteArray plain = secret.toByteArray().trimmed();
    // Twilio's ids of an account and of an API key stand beside the token in its console.
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if ((plain.startsWith("AC") || plain.startsWith("SK")) && plain.size() == 34
        && std::all_of(plain.begin() + 2, plain.end(), isHex))
        return CoreText::tr("a Twilio id, not the auth token");
    if (scheme.isAsymmetric() && plain.count('.') == 2 && plain.size() > 50 && !plain.contains(' '))
        return CoreText::tr("a bot token, not a public key");
    if (scheme.isAsymmetric() && plain.startsWith("whsec_"))
        return CoreText::tr("a shared secret (whsec_), not a public key");
    if (!scheme.isAsymmetric() && (plain.startsWith("-----BEGIN") || plain.startsWith("whpk_")))
        return CoreText::tr("a public key, not a shared secret");
    return {};
}

bool hasLostBytes(QByteArrayView body)
{
    if (body.contains("\xEF\xBF\xBD") || body.contains("\\ufffd") || body.contains("\\uFFFD"))
        return true;
    // A word with question marks in the place of its letters: `M?ller`, `???`.
    for (qsizetype at = body.indexOf('?'); at > 0 && at + 1 < body.size(); at = body.indexOf('?', at + 1)) {
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (letter(body[at - 1]) && letter(body[at + 1]) && body[at + 1] >= 'a')
            return true;
        if (body[at - 1] == '"' && body.sliced(at).startsWith("??"))
            return true;
    }
    return false;
}

/** A sender that writes its own JSON rarely sorts keys; a relay that decodes into a map often does. */
bool hasSortedKeys(QByteArrayView body)
{
    if (body.size() > (1 << 20))
        return false;
    const auto json = JsonText::parse(body.trimmed());
    if (!json || !json->isContainer() || body.count(':') < 6)
        return false;
    JsonLayout layout;
    layout.blanks = json->blanks().value_or(JsonLayout::Blanks::Compact);
    layout.crlf = json->hasCrlf();
    JsonLayout sorted = layout;
    sorted.keys = JsonLayout::Keys::Sorted;
    return json->write(layout) == json->write(sorted);
}

QString rewrittenBy(const SignedMessage& message)
{
    const QByteArray agent = asciiLower(message.headers.value("user-agent").value_or(QByteArray()));
    if (agent.contains("smee") || message.headers.contains("x-smee-event") || agent.startsWith("superagent")
        || agent.startsWith("undici") || agent == "node")
        return CoreText::tr(
            "A relay delivered this (its User-Agent says so). Relays such as smee.io parse the JSON and write "
            "it again.");
    // GitHub writes `X-GitHub-Event`; smee.io keeps the headers in JSON, all of them in lower case.
    const bool lowered = std::any_of(message.headers.begin(), message.headers.end(),
        [](const HeaderField& field) { return field.name == "x-github-event"; });
    if (lowered && agent.startsWith("github-hookshot"))
        return CoreText::tr(
            "GitHub's headers arrived in lower case: a relay such as smee.io delivered this. It parses the JSON "
            "and writes it again.");
    if (message.headers.contains("x-forwarded-for") && message.headers.contains("via"))
        return CoreText::tr("A proxy stood in between (Via, X-Forwarded-For); it may have changed body or headers.");
    const HeaderList& headers = message.headers;
    int lower = 0;
    int capitals = 0;
    for (const HeaderField& field : headers)
        ++(field.name == asciiLower(field.name) ? lower : capitals);
    if (headers.size() > 6 && lower > 3 && capitals > 3 && !headers.contains("content-length")
        && !headers.contains("transfer-encoding"))
        return CoreText::tr(
            "The headers were written again on the way: their letter case is mixed and the length is missing.");
    return {};
}

} // namespace

std::vector<Hint> hintsOf(const DiagnosisInput& input, const Verification& verification)
{
    std::vector<Hint> hints;
    if (!input.sameProviderId.empty()) {
        hints.push_back({"replay",
            CoreText::tr(
                "An event with the same provider id is stored already (event %1): this is a repeated delivery or a "
                "replay.")
                .arg(QString::number(input.sameProviderId.front()))});
    }
    if (verification.verdict() == Verdict::Valid || !input.scheme)
        return hints;
    for (const NamedSecret& secret : input.secrets) {
        const QString kind = wrongKind(*input.scheme, secret.value.view());
        if (!kind.isEmpty()) {
            hints.push_back({"wrong_kind_of_key",
                CoreText::tr("The secret looks like %1; this scheme wants another kind of key.").arg(kind)});
            break;
        }
    }
    if (verification.signature == SignatureState::Missing && input.scheme->algorithm != Algorithm::None)
        hints.push_back({"sender_without_secret",
            CoreText::tr(
                "The sender may have no secret set: without one, most providers send no signature. Set a secret at "
                "the provider.")});
    if (verification.signature != SignatureState::Invalid)
        return hints;
    if (hasLostBytes(input.message.body))
        hints.push_back({"bytes_lost",
            CoreText::tr(
                "The body holds replacement characters (U+FFFD or ?): bytes were lost when it was decoded in a wrong "
                "character encoding, and can't be brought back.")});
    if (hasSortedKeys(input.message.body))
        hints.push_back({"keys_reordered",
            CoreText::tr(
                "The keys of the JSON stand in alphabetical order: it may have been parsed and written again, and the "
                "first order is lost.")});
    const QString rewritten = rewrittenBy(input.message);
    if (!rewritten.isEmpty())
        hints.push_back({"headers_rewritten", rewritten});
    return hints;
}

} // namespace creel
