#include "secrets/Keychain.h"

#include "secrets/LockedCheck.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <qt6keychain/keychain.h>

namespace creel
{

namespace
{

using Code = KeychainAnswer::Code;

// D-Bus daemons answer in English whatever the locale is; GLib's own texts come translated, and then the error
// counts as refused, which asks for the same look at the keychain.
bool saysNoService(const QString& text)
{
    static const char* const signs[] = {
        "org.freedesktop.secrets",
        "was not provided by any .service files",
        "ServiceUnknown",
        "Could not connect",
        "Cannot autolaunch",
        "Cannot spawn a message bus",
        "org.freedesktop.DBus.Error",
        "NameHasNoOwner",
    };
    for (const char* sign : signs) {
        if (text.contains(QLatin1String(sign), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Code codeOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return Code::Ok;
    case QKeychain::EntryNotFound:
        return Code::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Code::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Code::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return saysNoService(job.errorString()) ? Code::NoService : Code::Failed;
}

class SystemKeychain final : public Keychain
{
public:
    QString problem() const override
    {
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
        if (!hasSessionBus())
            return QCoreApplication::translate("creel", "There is no D-Bus session, so no keychain can be reached.");
#endif
        return {};
    }

    void read(const QString& key, Answered answered) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service());
        start(*job, key, [answered = std::move(answered), job](KeychainAnswer answer) {
            if (answer.code == Code::NotFound) {
                askWhetherLocked([answered](bool locked) {
                    answered({locked ? Code::Refused : Code::NotFound, {}, {}});
                });
                return;
            }
            answer.data = job->binaryData();
            answered(std::move(answer));
        });
    }

    void write(const QString& key, const QByteArray& data, Answered answered) override
    {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setBinaryData(data);
        start(*job, key, std::move(answered));
    }

    void remove(const QString& key, Answered answered) override
    {
        start(*new QKeychain::DeletePasswordJob(service()), key, std::move(answered));
    }

private:
    static QString service()
    {
        return QStringLiteral("creel");
    }

    // The job has no parent and deletes itself: libsecret's callback holds a bare pointer to it, so that a job
    // which hangs must live on, whatever becomes of us.
    static void start(QKeychain::Job& job, const QString& key, Answered answered)
    {
        job.setAutoDelete(true);
        job.setInsecureFallback(false);
        job.setKey(key);
        QObject::connect(
            &job, &QKeychain::Job::finished, &job, [answered = std::move(answered)](QKeychain::Job* ended) {
                KeychainAnswer answer;
                answer.code = codeOf(*ended);
                if (answer.code != Code::Ok)
                    answer.detail = ended->errorString();
                answered(std::move(answer));
            });
        job.start();
    }

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // A connection is not tried here: GLib would start a bus by itself where an X display is, and may wait for it.
    static bool hasSessionBus()
    {
        const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
        if (address.isEmpty()) {
            const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
            return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
        }
        const QString prefix = QStringLiteral("unix:path=");
        if (!address.startsWith(prefix) || address.contains(QLatin1Char(';')) || address.contains(QLatin1Char('%')))
            return true;
        return QFileInfo::exists(address.mid(prefix.size()).section(QLatin1Char(','), 0, 0));
    }
#endif
};

} // namespace

std::unique_ptr<Keychain> makeSystemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

QString keychainAdvice()
{
#if defined(Q_OS_WIN)
    return QCoreApplication::translate("creel", "Check the Credential Manager in the Control Panel.");
#elif defined(Q_OS_DARWIN)
    return QCoreApplication::translate("creel", "Unlock the login keychain in Keychain Access.");
#else
    return QCoreApplication::translate("creel",
        "Install libsecret-1-0 and gnome-keyring (or another Secret Service such as KeePassXC or KWallet) and sign in "
        "to a desktop session, or give secrets by an environment variable or a file.");
#endif
}

} // namespace creel
