#pragma once

#include "desktop/start/SampleSender.h"

#include <map>
#include <memory>

namespace creel
{

class HttpClient;
class SampleCatalog;
class Scheme;
class SchemeCatalog;
struct Sample;
struct TestKeyPair;

/** The samples that come with Creel, over its own HTTP client. */
class HttpSampleSender final : public SampleSender
{
public:
    HttpSampleSender();
    ~HttpSampleSender() override;

    QStringList names() const override;
    SampleKey key(int index) override;
    void send(int index, const QString& url, const SecretBytes* secret, std::function<void(Result<int>)> done) override;

private:
    const Sample* sample(int index) const;
    std::shared_ptr<const Scheme> scheme(const QByteArray& id);
    /** Null where the scheme has no key that can be made at once. */
    const TestKeyPair* pair(const Scheme& scheme);

    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<const SampleCatalog> m_samples;
    std::shared_ptr<const SchemeCatalog> m_schemes; ///< read when the first sample is sent
    std::map<QByteArray, std::unique_ptr<TestKeyPair>> m_pairs; ///< by scheme; null: it can't be made
};

} // namespace creel
