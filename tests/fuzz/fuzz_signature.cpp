// Header extraction, JWT, keys, scheme files, form decoding and the search for why a signature does not match: whatever
// a sender or a user's file holds, nothing breaks.
#include "Fuzz.h"

#include "signature/Crypto.h"
#include "signature/Diagnosis.h"
#include "signature/Jws.h"
#include "signature/MessageView.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/SchemeReader.h"
#include "signature/Verifier.h"

using namespace creel;

namespace
{

/** The first line is the signature, the rest the body: what is found must be proven, and nothing can be here. */
void explain(const SchemeCatalog& catalog, std::uint8_t which, const QByteArray& bytes)
{
    static constexpr const char* ids[] = {
        "github", "shopify", "stripe", "svix", "square", "webhookdo-envelope", "twilio", "slack"};
    const qsizetype end = std::max<qsizetype>(0, bytes.indexOf('\n'));
    DiagnosisInput input;
    input.scheme = catalog.find(ids[which % std::size(ids)]);
    input.message = {"POST", "https://example.com/in?a=1&b=2", {}, bytes.mid(end + 1)};
    for (const Locator& at : input.scheme->signature) {
        if (at.kind == Locator::Kind::Header)
            input.message.headers.add(at.name, bytes.left(end));
    }
    input.message.headers.add("svix-id", "msg_1");
    input.message.headers.add("svix-timestamp", "1767322800");
    input.message.headers.add("X-Slack-Request-Timestamp", "1767322800");
    input.secrets.push_back({QString(), SecretBytes(QByteArrayView("whsec_c2VjcmV0c2VjcmV0"))});
    input.nowUs = 1'767'322'800'000'000;
    input.budgetMs = 25;
    Verification verification;
    verification.signature = SignatureState::Invalid;
    for (const Cause& cause : diagnose(input, verification).causes)
        require(cause.cause == "nothing_matches", "an explanation without a proof");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto catalog = SchemeCatalog::load();
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 2), qsizetype(size - 2));
    switch (data[0] % 6) {
    case 0: {
        // The input's first line is the signature (and every other header), the rest the body.
        const auto& scheme = catalog->all()[data[1] % catalog->all().size()];
        const qsizetype end = bytes.indexOf('\n');
        const QByteArray value = end < 0 ? bytes : bytes.left(end);
        SignedMessage message{
            "POST", "https://example.com/in?" + value, {}, end < 0 ? QByteArray() : bytes.mid(end + 1)};
        for (const Locator& at : scheme->signature) {
            if (at.kind == Locator::Kind::Header)
                message.headers.add(at.name, value);
        }
        message.headers.add("Signature-Input", value);
        message.headers.add("Content-Type", "multipart/form-data; boundary=" + value);
        if (scheme->timestamp && !scheme->timestamp->at.empty())
            message.headers.add(scheme->timestamp->at.front().name, "1767322800");
        std::vector<NamedSecret> secrets;
        secrets.push_back({QString(), SecretBytes(QByteArrayView("whsec_c2VjcmV0"))});
        const Verifier verifier(scheme, std::move(secrets), {});
        if (verifier.verify(message, 1'767'322'800'000'000).signature == SignatureState::Valid
            && scheme->algorithm != Algorithm::Token && scheme->algorithm != Algorithm::Basic)
            require(false, "a signature can not be guessed");
        recognize(*catalog, nullptr, message.headers, "/", message.body);
        break;
    }
    case 1:
        (void)readScheme(bytes).ok();
        break;
    case 2:
        (void)parseJws(bytes);
        break;
    case 3:
        (void)parsePairKeys(bytes).ok();
        break;
    case 4: {
        qsizetype decoded = 0;
        for (const auto& [name, value] : decodeFormFields(bytes))
            decoded += name.size() + value.size();
        require(decoded <= bytes.size(), "decoding makes a form no longer");
        break;
    }
    default:
        explain(*catalog, data[1], bytes);
        break;
    }
    return 0;
}
