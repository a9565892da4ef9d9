#pragma once

#include "desktop/start/SampleSender.h"

#include <memory>

namespace creel
{

class HttpClient;

/** Samples over Creel's own HTTP client. */
class HttpSampleSender final : public SampleSender
{
public:
    HttpSampleSender();
    ~HttpSampleSender() override;

    QStringList names() const override;
    void send(int index, const QString& url, std::function<void(Result<int>)> done) override;

private:
    std::unique_ptr<HttpClient> m_client;
};

} // namespace creel
