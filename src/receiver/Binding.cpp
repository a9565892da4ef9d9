#include "receiver/Binding.h"

#include "receiver/PortOwner.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>

namespace creel
{

namespace
{

constexpr int Backlog = 4096;
constexpr int PortsTried = 100;
constexpr int FreePortsTried = 20; ///< a port that is free for IPv4 may be taken for IPv6

struct Attempt {
    Binding binding;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString errorText;
    bool ok = false;
};

bool isLoopbackDefault(const QString& address)
{
    return address.isEmpty() || address.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0;
}

QList<QHostAddress> addressesOf(const QString& address)
{
    if (isLoopbackDefault(address))
        return {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    return {QHostAddress(address)};
}

/** Whether the system simply has no such address: ::1 where IPv6 is off. */
bool isAbsent(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::UnsupportedSocketOperationError
        || error == QAbstractSocket::SocketAddressNotAvailableError;
}

Attempt tryPort(const QList<QHostAddress>& addresses, quint16 port)
{
    Attempt attempt;
    attempt.binding.port = port;
    for (const QHostAddress& address : addresses) {
        auto server = std::make_unique<QTcpServer>();
        server->setProxy(QNetworkProxy::NoProxy);
        server->setListenBacklogSize(Backlog);
        if (server->listen(address, attempt.binding.port)) {
            server->pauseAccepting(); // a worker accepts from the descriptor
            attempt.binding.port = server->serverPort();
            attempt.binding.servers.push_back(std::move(server));
            continue;
        }
        attempt.error = server->serverError();
        attempt.errorText = server->errorString();
        if (!isAbsent(attempt.error))
            return attempt;
    }
    attempt.ok = !attempt.binding.servers.empty();
    return attempt;
}

Error bindError(const QString& address, quint16 port, const Attempt& attempt)
{
    const QString where = isLoopbackDefault(address) ? QStringLiteral("127.0.0.1") : address;
    const QString number = QString::number(port);
    if (attempt.error == QAbstractSocket::AddressInUseError) {
        const QString owner = portOwner(port);
        if (!owner.isEmpty())
            return {ErrorCode::Io,
                QCoreApplication::translate("creel", "Port %1 on %2 is taken by %3. Stop it, or choose another port.")
                    .arg(number, where, owner)};
        return {ErrorCode::Io,
            QCoreApplication::translate("creel", "Port %1 on %2 is taken by another program. Choose another port.")
                .arg(number, where)};
    }
    if (attempt.error == QAbstractSocket::SocketAccessError)
        return {ErrorCode::Io,
            QCoreApplication::translate("creel", "This user may not listen on port %1 of %2. Choose a port above 1023.")
                .arg(number, where)};
    return {ErrorCode::Io,
        QCoreApplication::translate(
            "creel", "Could not listen on port %1 of %2: %3. Check the address in the settings.")
            .arg(number, where, attempt.errorText)};
}

} // namespace

Binding::Binding() = default;
Binding::~Binding() = default;
Binding::Binding(Binding&&) noexcept = default;
Binding& Binding::operator=(Binding&&) noexcept = default;

Result<Binding> bindAddress(const QString& address, quint16 port, bool portIsFixed)
{
    const QList<QHostAddress> addresses = addressesOf(address);
    if (addresses.first().isNull())
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "`%1` is no IP address. Use one such as 127.0.0.1 or 0.0.0.0.")
                .arg(address)};
    const int tries = port == 0 ? FreePortsTried : portIsFixed ? 1 : PortsTried;
    Attempt first;
    for (int i = 0; i < tries && port + i <= 65'535; ++i) {
        Attempt attempt = tryPort(addresses, port == 0 ? quint16(0) : quint16(port + i));
        if (attempt.ok)
            return std::move(attempt.binding);
        const bool taken = attempt.error == QAbstractSocket::AddressInUseError;
        if (i == 0)
            first = std::move(attempt);
        if (!taken)
            break;
    }
    return bindError(address, port, first);
}

QString bindingUrl(const QString& address, quint16 port)
{
    const QHostAddress host = addressesOf(address).first();
    QString name = host.toString();
    if (host == QHostAddress(QHostAddress::AnyIPv4) || host == QHostAddress(QHostAddress::Any))
        name = QStringLiteral("127.0.0.1");
    else if (host == QHostAddress(QHostAddress::AnyIPv6))
        name = QStringLiteral("[::1]");
    else if (host.protocol() == QAbstractSocket::IPv6Protocol)
        name = QStringLiteral("[%1]").arg(name);
    return QStringLiteral("http://%1:%2").arg(name, QString::number(port));
}

} // namespace creel
