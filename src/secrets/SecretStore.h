#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace creel
{

/**
 * Where the values of secrets are. Lives on one thread with an event loop; answers by callback there, later and in the
 * order asked (never from within the call, never once the store is gone); never waits. No
 * value is ever written in plain text: where there is no keychain, `keep` holds it for the running time only.
 */
class SecretStore : public QObject
{
    Q_OBJECT
public:
    enum class State { Unknown, Available, Locked, Missing };
    Q_ENUM(State)

    using ReadDone = std::function<void(Result<SecretBytes>)>;
    using Done = std::function<void(Result<void>)>;

    using QObject::QObject;

    /** What the last answer of the keychain said. */
    virtual State state() const = 0;
    /** A translated sentence on the state: what is wrong and what to install or unlock; empty when available. */
    virtual QString stateText() const = 0;

    virtual void read(const QByteArray& workspaceUuid, qint64 secretId, ReadDone done) = 0;
    virtual void write(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value, Done done) = 0;
    virtual void remove(const QByteArray& workspaceUuid, qint64 secretId, Done done) = 0;
    /** Holds a value for the running time, also where a keychain is: `read` finds it first. */
    virtual void keep(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value) = 0;

signals:
    void stateChanged();
};

/** Over QtKeychain, entries `creel/<workspace uuid>/<secret id>`, values over 2 000 bytes split; 30 s limit for an
 * answer. */
std::unique_ptr<SecretStore> makeKeychainStore();
/** For tests, and for machines without a keychain: holds values for the running time. */
std::unique_ptr<SecretStore> makeMemoryStore();

/** Shows enough to tell secrets apart and not enough to use one: a known prefix, `…`, the last 4 characters; short ones
 * `…` alone. */
QString fingerprint(QByteArrayView value);

// For servers and CI, where no keychain is. Errors name the file or variable, never its content.
Result<SecretBytes> secretFromFile(const QString& file); ///< exact bytes less one trailing line end
Result<SecretBytes> secretFromEnvironment(const QByteArray& name);

} // namespace creel
