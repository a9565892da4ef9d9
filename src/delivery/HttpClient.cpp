#include "delivery/HttpClient.h"

#include "delivery/ConnectionPool.h"
#include "delivery/Exchange.h"
#include "delivery/Redirect.h"

#include <algorithm>
#include <map>

namespace creel
{

namespace
{

struct Run {
    std::unique_ptr<Exchange> exchange; ///< null where the URL could not be used
    HttpClient::Done done;
    std::vector<HttpHop> hops;
};

} // namespace

struct HttpClient::Private {
    HttpClient& q;
    ConnectionPool pool{};
    std::map<quint64, Run> runs{};
    quint64 last = 0;

    void start(quint64 id, HttpRequest request);
    void onEnded(quint64 id);
    std::optional<HttpRequest> nextHop(Run& run, const HttpResult& result);
    void finish(quint64 id, HttpResult result);
};

void HttpClient::Private::start(quint64 id, HttpRequest request)
{
    Run& run = runs.at(id);
    Result<Target> target = Target::parse(request.url);
    if (!target) {
        HttpResult result;
        result.error = target.error();
        auto held = std::make_shared<HttpResult>(std::move(result));
        QMetaObject::invokeMethod(
            &q, [this, id, held] { finish(id, std::move(*held)); }, Qt::QueuedConnection);
        return;
    }
    run.exchange = std::make_unique<Exchange>(std::move(request), *std::move(target), pool);
    QObject::connect(run.exchange.get(), &Exchange::ended, &q, [this, id] { onEnded(id); });
    run.exchange->start();
}

void HttpClient::Private::onEnded(quint64 id)
{
    const auto found = runs.find(id);
    if (found == runs.end())
        return;
    Run& run = found->second;
    HttpResult result = run.exchange->takeResult();
    std::optional<HttpRequest> next = nextHop(run, result);
    run.exchange.release()->deleteLater(); // it is within its own signal
    if (next)
        start(id, *std::move(next));
    else
        finish(id, std::move(result));
}

std::optional<HttpRequest> HttpClient::Private::nextHop(Run& run, const HttpResult& result)
{
    const HttpRequest& asked = run.exchange->request();
    const SendSettings& settings = asked.settings;
    if (result.error || !settings.followRedirects || int(run.hops.size()) >= settings.maxRedirects)
        return std::nullopt;
    std::optional<HttpRequest> next = redirected(asked, result.response);
    if (!next)
        return std::nullopt;
    const int total = settings.timeouts.totalMs;
    if (total > 0)
        next->settings.timeouts.totalMs = std::max(1, total - int(result.timings.totalUs / 1'000));
    run.hops.push_back({asked.url, result.response.status, result.response.headers.value("Location").value_or("")});
    return next;
}

void HttpClient::Private::finish(quint64 id, HttpResult result)
{
    auto node = runs.extract(id);
    if (!node)
        return;
    result.redirects = std::move(node.mapped().hops);
    node.mapped().done(std::move(result));
}

HttpClient::HttpClient(QObject* parent)
    : QObject(parent)
    , d(new Private{*this})
{
}

HttpClient::~HttpClient()
{
    d->runs.clear();
}

quint64 HttpClient::send(HttpRequest request, Done done)
{
    const quint64 id = ++d->last;
    d->runs[id].done = std::move(done);
    d->start(id, std::move(request));
    return id;
}

void HttpClient::cancel(quint64 id)
{
    const auto found = d->runs.find(id);
    if (found != d->runs.end() && found->second.exchange)
        found->second.exchange->cancel();
}

int HttpClient::running() const
{
    return int(d->runs.size());
}

int HttpClient::kept() const
{
    return d->pool.size();
}

} // namespace creel
