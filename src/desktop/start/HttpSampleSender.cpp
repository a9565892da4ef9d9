#include "desktop/start/HttpSampleSender.h"

#include "delivery/HttpClient.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Sample.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/TestKeys.h"

#include <QDateTime>

namespace creel
{

HttpSampleSender::HttpSampleSender()
    : m_client(std::make_unique<HttpClient>())
    , m_samples(std::make_unique<const SampleCatalog>())
{
}

HttpSampleSender::~HttpSampleSender() = default;

const Sample* HttpSampleSender::sample(int index) const
{
    const auto& all = m_samples->all();
    return index >= 0 && std::size_t(index) < all.size() ? &all[std::size_t(index)] : nullptr;
}

std::shared_ptr<const Scheme> HttpSampleSender::scheme(const QByteArray& id)
{
    if (!m_schemes)
        m_schemes = SchemeCatalog::load();
    return m_schemes->find(id);
}

QStringList HttpSampleSender::names() const
{
    QStringList names;
    for (const Sample& sample : m_samples->all())
        names << sample.name;
    return names;
}

const TestKeyPair* HttpSampleSender::pair(const Scheme& signer)
{
    const auto known = m_pairs.find(signer.id);
    if (known != m_pairs.end())
        return known->second.get();
    std::unique_ptr<TestKeyPair> made;
    if (Result<TestKeyPair> result = makeTestKeyPair(signer))
        made = std::make_unique<TestKeyPair>(std::move(result).value());
    return m_pairs.emplace(signer.id, std::move(made)).first->second.get();
}

SampleKey HttpSampleSender::key(int index)
{
    SampleKey key;
    const Sample* chosen = sample(index);
    if (chosen == nullptr)
        return key;
    key.path = chosen->path;
    const std::shared_ptr<const Scheme> signer = scheme(chosen->scheme);
    const TestKeyPair* made = signer ? pair(*signer) : nullptr;
    if (made == nullptr)
        return key;
    key.scheme = signer->id;
    key.schemeName = signer->name;
    key.isPublic = signer->isAsymmetric();
    key.secret = key.isPublic ? SecretBytes(made->publicKey) : made->privateKey.clone();
    return key;
}

void HttpSampleSender::send(
    int index, const QString& url, const SecretBytes* secret, std::function<void(Result<int>)> done)
{
    const Sample* chosen = sample(index);
    if (chosen == nullptr)
        return;
    Draft draft = chosen->toDraft(url.toUtf8());
    draft.sending.keepAlive = false;
    BuildContext context;
    context.scheme = scheme(draft.scheme);
    const TestKeyPair* made = context.scheme ? pair(*context.scheme) : nullptr;
    context.secret = secret != nullptr ? secret : made != nullptr ? &made->privateKey : nullptr;
    if (context.secret == nullptr) {
        context.scheme.reset();
        draft.scheme.clear();
    }
    context.nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    Result<BuiltRequest> built = buildRequest(draft, context);
    if (!built.ok()) {
        done(built.error());
        return;
    }
    m_client->send(std::move(built->request), [done = std::move(done)](const HttpResult& result) {
        if (result.error)
            done(*result.error);
        else
            done(result.response.status);
    });
}

} // namespace creel
