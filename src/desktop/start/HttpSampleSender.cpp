#include "desktop/start/HttpSampleSender.h"

#include "delivery/HttpClient.h"

#include <QUrl>

namespace creel
{
namespace
{

constexpr const char* stripeBody = R"({
  "id": "evt_1PqXk2LkdIwHu7ix",
  "object": "event",
  "api_version": "2026-10-29",
  "created": 1795468987,
  "data": {
    "object": {
      "id": "ch_3PqXk2LkdIwHu7ix0",
      "object": "charge",
      "amount": 2000,
      "currency": "usd",
      "paid": true,
      "status": "succeeded"
    }
  },
  "livemode": false,
  "type": "charge.succeeded"
})";

} // namespace

HttpSampleSender::HttpSampleSender()
    : m_client(std::make_unique<HttpClient>())
{
}

HttpSampleSender::~HttpSampleSender() = default;

QStringList HttpSampleSender::names() const
{
    return {QStringLiteral("Stripe, charge.succeeded")};
}

void HttpSampleSender::send(int, const QString& url, std::function<void(Result<int>)> done)
{
    const QUrl target(url);
    HttpRequest request;
    request.url = (url + QStringLiteral("/stripe")).toUtf8();
    request.body = stripeBody;
    request.head = "POST /stripe HTTP/1.1\r\nHost: " + target.authority().toUtf8()
        + "\r\nUser-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r\nContent-Type: application/json; "
          "charset=utf-8\r\nContent-Length: "
        + QByteArray::number(request.body.size()) + "\r\n\r\n";
    request.settings.keepAlive = false;
    m_client->send(std::move(request), [done = std::move(done)](const HttpResult& result) {
        if (result.error)
            done(*result.error);
        else
            done(result.response.status);
    });
}

} // namespace creel
