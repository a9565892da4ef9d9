#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace creel
{

/** What a keychain said to one request. */
struct KeychainAnswer {
    enum class Code {
        Ok,
        NotFound, ///< the keychain works and has no such entry
        Refused, ///< locked, or the user or a rule said no
        NoService, ///< nothing there that keeps secrets
        TimedOut, ///< no answer within the limit: most often a prompt that nobody sees
        Failed, ///< anything else
    };
    Code code = Code::Ok;
    QByteArray data; ///< of a read
    QString detail; ///< what the system says, untranslated; never a value
};

/** Entries of bytes by key, as the system offers them; the seam between KeychainStore and QtKeychain. One thread. */
class Keychain
{
public:
    using Answered = std::function<void(KeychainAnswer)>;

    virtual ~Keychain() = default;
    /** Why asking is pointless, in a translated sentence; empty where it is not. Returns at once. */
    virtual QString problem() const = 0;
    // `answered` is called later on the same thread, once, or never (a prompt that hangs). It may outlive the keychain.
    virtual void read(const QString& key, Answered answered) = 0;
    virtual void write(const QString& key, const QByteArray& data, Answered answered) = 0;
    virtual void remove(const QString& key, Answered answered) = 0;
};

/** QtKeychain, service `creel`, its fallback to plain text off. */
std::unique_ptr<Keychain> makeSystemKeychain();

/** What to install or unlock where the system's keychain does not answer: a translated sentence. */
QString keychainAdvice();

} // namespace creel
