#pragma once

#include "base/Error.h"
#include "base/SecretBytes.h"
#include "http/Message.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

/** The way to the server. Loopback is always reached directly. */
struct ProxySettings {
    enum class Kind : quint8 {
        System, ///< as the system says (on Linux http_proxy, https_proxy, no_proxy)
        None,
        Http, ///< CONNECT (RFC 9110, section 9.3.6), for http too
        Socks5, ///< RFC 1928; the proxy looks the name up
    };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    QString user;
    std::shared_ptr<const SecretBytes> password;
};

struct TlsSettings {
    bool verify = true; ///< false: problems of the certificate are told in the result and do not stop the request
    QString caFile; ///< PEM, trusted beside the system's; may be empty
    QString clientCertificateFile; ///< PEM (certificates, and the key unless apart) or PKCS #12; may be empty
    QString clientKeyFile; ///< PEM; empty: in the certificate's file
    std::shared_ptr<const SecretBytes> passphrase; ///< of the key or the PKCS #12 file
};

/** Milliseconds for each phase; 0: no limit. */
struct SendTimeouts {
    int lookupMs = 10'000;
    int connectMs = 10'000; ///< with the proxy's handshake
    int tlsMs = 10'000;
    int sendMs = 30'000; ///< without progress
    int firstByteMs = 60'000; ///< request sent to first byte of the answer
    int receiveMs = 30'000; ///< without a byte
    int totalMs = 300'000;
};

struct SendSettings {
    ProxySettings proxy;
    TlsSettings tls;
    SendTimeouts timeouts;
    bool keepAlive = true; ///< may take a kept connection, and keeps this one where both sides allow it
    bool followRedirects = false; ///< only to the same host, so that no credential goes elsewhere
    int maxRedirects = 10;
    qint64 headBytes = 256 * 1024; ///< limit of the answer's head
    qint64 memoryBytes = 4 * 1024 * 1024; ///< a larger answer goes to a temporary file
    qint64 bodyBytes = 1024LL * 1024 * 1024; ///< limit of the answer's body
};

/** What is sent: exactly `head` and then `body`. */
struct HttpRequest {
    QByteArray url; ///< `http://` or `https://`: scheme, host and port are where it goes; the rest is `head`'s
    QByteArray head; ///< request line and fields with the empty line
    QByteArray body; ///< as on the wire: where `head` says chunked, with the chunk lines
    SendSettings settings;
};

/** Where an exchange is, or where it ended. */
enum class HttpPhase : quint8 { Start, Lookup, Connect, Tls, Send, FirstByte, Receive, Done };
/** `lookup`, `connect`, ...: the words of the command line, never translated. */
QByteArray toWord(HttpPhase phase);

/** Microseconds; -1: the phase did not take place (a kept connection has no lookup, connect and TLS). */
struct HttpTimings {
    qint64 lookupUs = -1;
    qint64 connectUs = -1;
    qint64 tlsUs = -1;
    qint64 sendUs = -1; ///< first byte handed to the system to last byte taken by it
    qint64 firstByteUs = -1; ///< from there to the first byte of the answer
    qint64 receiveUs = -1; ///< from there to the last one
    qint64 totalUs = 0;
};

/** A file that goes with its last user. */
class SpilledBody
{
public:
    explicit SpilledBody(QString path)
        : m_path(std::move(path))
    {
    }
    ~SpilledBody();
    SpilledBody(const SpilledBody&) = delete;
    SpilledBody& operator=(const SpilledBody&) = delete;
    const QString& path() const { return m_path; }

private:
    QString m_path;
};

/** A redirect that was followed. */
struct HttpHop {
    QByteArray url; ///< that was asked
    int status = 0;
    QByteArray location; ///< as sent
};

/** All that became of a request. Where `error` is set, the rest is as far as it came. */
struct HttpResult {
    Response response; ///< status 0: there was none. `body` is empty where `spilled` is set
    std::vector<Response> interim; ///< 1xx
    std::shared_ptr<const SpilledBody> spilled; ///< body in a file
    HttpTimings timings;
    HttpPhase phase = HttpPhase::Start; ///< Done, or where it failed
    std::optional<Error> error;
    bool reusedConnection = false;
    /** A kept connection closed before any byte of the answer: the server may or may not have the request. */
    bool closedBeforeAnswer = false;
    qint64 bytesSent = 0;
    QByteArray remoteAddress; ///< `127.0.0.1:8080`, `[::1]:8080`; of the proxy where there is one
    QByteArray tlsVersion; ///< `TLSv1.3`, empty for http
    QByteArray tlsCipher;
    QStringList tlsProblems; ///< of the certificate, as sentences; also where they were not minded
    std::vector<HttpHop> redirects;
};

} // namespace creel
