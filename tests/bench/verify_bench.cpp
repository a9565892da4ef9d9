#include "base/Clock.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/Signer.h"
#include "signature/TestKeys.h"
#include "signature/Verifier.h"

#include <cstdio>

using namespace creel;

// Microseconds of one verification of a 1 KB event, and milliseconds for the whole catalogue.
int main()
{
    const SystemClock clock;
    qint64 best = 1'000'000'000;
    std::shared_ptr<const SchemeCatalog> catalog;
    for (int i = 0; i < 20; ++i) {
        const qint64 start = clock.steadyUs();
        catalog = SchemeCatalog::load();
        best = std::min(best, clock.steadyUs() - start);
    }
    std::printf("%-34s %10.3f ms (limit 5)\n", "catalogue, all schemes, best of 20", double(best) / 1000.0);

    const QByteArray body = "{\"type\":\"order.created\",\"data\":\"" + QByteArray(1000, 'x') + "\"}";
    const qint64 now = clock.nowUs();
    for (const char* id : {"github", "stripe", "standard-webhooks", "shopify", "slack", "paystack", "twilio",
             "standard-webhooks-v1a", "sendgrid", "wise"}) {
        const auto scheme = catalog->find(id);
        auto keys = makeTestKeyPair(*scheme);
        if (!keys)
            return 1;
        SigningInput input;
        input.message = {"POST", "https://example.com/in", {{"Content-Type", "application/json"}}, body};
        input.nowUs = now;
        const auto made = sign(*scheme, keys->privateKey, {}, input);
        if (!made)
            return 1;
        for (const HeaderField& field : made->headers)
            input.message.headers.set(field.name, field.value);
        std::vector<NamedSecret> secrets;
        secrets.push_back({QStringLiteral("bench"), SecretBytes(keys->publicKey)});
        const Verifier verifier(scheme, std::move(secrets), {});
        constexpr int rounds = 5000;
        const qint64 start = clock.steadyUs();
        for (int i = 0; i < rounds; ++i) {
            if (verifier.verify(input.message, now).verdict() != Verdict::Valid)
                return 1;
        }
        const qint64 between = clock.steadyUs();
        for (int i = 0; i < rounds; ++i)
            recognize(*catalog, scheme.get(), input.message.headers, "/in", body);
        const qint64 end = clock.steadyUs();
        std::printf("%-34s %10.2f us verify, %.2f us recognize\n", id, double(between - start) / rounds,
            double(end - between) / rounds);
    }
    return 0;
}
