// Header extraction, JWT, keys and scheme files: whatever a sender or a user's file holds, nothing breaks.
#include "Fuzz.h"

#include "signature/Crypto.h"
#include "signature/Jws.h"
#include "signature/SchemeCatalog.h"
#include "signature/SchemeReader.h"
#include "signature/Verifier.h"

using namespace creel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto catalog = SchemeCatalog::load();
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 2), qsizetype(size - 2));
    switch (data[0] % 4) {
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
    default:
        (void)parsePairKeys(bytes).ok();
        break;
    }
    return 0;
}
