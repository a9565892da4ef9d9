#pragma once

#include "HostileServer.h"
#include "delivery/HttpClient.h"

#include <QTest>
#include <QTestEventLoop>

#include <optional>

namespace creel::test
{

inline SendSettings quickSettings()
{
    SendSettings settings;
    settings.proxy.kind = ProxySettings::Kind::None;
    return settings;
}

inline HttpRequest makeRequest(const QByteArray& url, const QByteArray& method = "POST", const QByteArray& body = "{}",
    const SendSettings& settings = quickSettings())
{
    HttpRequest request;
    request.url = url;
    request.head =
        method + " /path HTTP/1.1\r\nHost: test\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    request.body = body;
    request.settings = settings;
    return request;
}

/** Sends and waits for the end of it, at most 20 s (then the result has no error and status 0). */
inline HttpResult sendAndWait(HttpClient& client, HttpRequest request)
{
    auto result = std::make_shared<std::optional<HttpResult>>();
    QTestEventLoop loop; // qWaitFor sleeps 10 ms between looks, which makes an hour of 100 MB
    client.send(std::move(request), [result, &loop](HttpResult ended) {
        result->emplace(std::move(ended));
        loop.exitLoop();
    });
    loop.enterLoopMSecs(20'000);
    if (!result->has_value())
        return {};
    return std::move(**result);
}

inline HostileServer::Handler answering(const QByteArray& answer)
{
    return [answer](QTcpSocket& socket, const QByteArray&) { socket.write(answer); };
}

inline HostileServer::Handler answeringAndClosing(const QByteArray& answer)
{
    return [answer](QTcpSocket& socket, const QByteArray&) {
        socket.write(answer);
        socket.disconnectFromHost();
    };
}

inline const QByteArray Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

} // namespace creel::test
