#include "secrets/LockedCheck.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace creel
{

namespace
{

constexpr int LimitMs = 5'000;

QDBusMessage call(const QString& path, const QString& interface, const QString& method, const QVariantList& args)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
    message.setArguments(args);
    message.setAutoStartService(false);
    return message;
}

template <class Reply> void ask(const QDBusMessage& message, std::function<void(const Reply&)> done)
{
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, LimitMs));
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, watcher, [done = std::move(done)](QDBusPendingCallWatcher* ended) {
            ended->deleteLater();
            done(Reply(*ended));
        });
}

} // namespace

void askWhetherLocked(std::function<void(bool)> done)
{
    using PathReply = QDBusPendingReply<QDBusObjectPath>;
    using ValueReply = QDBusPendingReply<QDBusVariant>;
    const QDBusMessage alias = call(QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    ask<PathReply>(alias, [done = std::move(done)](const PathReply& collection) {
        if (collection.isError() || collection.value().path().size() < 2) {
            done(false);
            return;
        }
        const QDBusMessage locked = call(collection.value().path(), QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"), {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
        ask<ValueReply>(
            locked, [done](const ValueReply& value) { done(!value.isError() && value.value().variant().toBool()); });
    });
}

} // namespace creel

#else

namespace creel
{

void askWhetherLocked(std::function<void(bool)> done)
{
    done(false);
}

} // namespace creel

#endif
