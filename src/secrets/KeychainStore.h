#pragma once

#include "secrets/Keychain.h"
#include "secrets/SecretStore.h"

#include <deque>
#include <map>

namespace creel
{

/**
 * SecretStore over a Keychain. One request runs at a time, in the order asked; each answer of the keychain has a limit,
 * after which the request fails as locked and what comes later is ignored.
 *
 * An entry `creel/<uuid>/<id>` is a line `creel1 <parts> <size> <tag>` and up to 2 000 bytes of the value; the rest
 * follows in entries `creel/<uuid>/<id>/<tag>/<n>`, n from 1 (Windows takes 2 560 bytes an entry). A new value gets a
 * new tag and its first entry is written last, so that a write which is cut off leaves the old value whole.
 */
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    static constexpr qsizetype PartBytes = 2'000;
    static constexpr qsizetype MaxBytes = 256 * 1024; ///< larger is refused: no key is

    explicit KeychainStore(std::unique_ptr<Keychain> keychain, int answerMs = 30'000);
    ~KeychainStore() override;

    State state() const override { return m_state; }
    QString stateText() const override { return m_stateText; }
    void read(const QByteArray& workspaceUuid, qint64 secretId, ReadDone done) override;
    void write(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value, Done done) override;
    void remove(const QByteArray& workspaceUuid, qint64 secretId, Done done) override;
    void keep(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value) override;

private:
    struct Head;
    struct Operation;
    using Then = std::function<void(const KeychainAnswer&)>;
    using Ask = std::function<void(Keychain&, Keychain::Answered)>;

    void enqueue(std::function<void()> operation);
    void startNext();
    void endOperation();
    void ask(const Ask& request, Then then);
    void note(const KeychainAnswer& answer);
    void setState(State state, const QString& text);
    Error errorOf(const KeychainAnswer& answer) const;

    void readHead(const QString& key, std::function<void(const KeychainAnswer&, const Head&)> then);
    void readParts(std::shared_ptr<Operation> operation, int part, const ReadDone& done);
    void writeParts(std::shared_ptr<Operation> operation, int part, const Done& done);
    void writeHead(std::shared_ptr<Operation> operation, const Done& done);
    void removeParts(const QString& key, const QByteArray& tag, int part, std::function<void()> then);

    std::unique_ptr<Keychain> m_keychain;
    int m_answerMs;
    State m_state = State::Unknown;
    QString m_stateText;
    std::map<QByteArray, SecretBytes> m_kept;
    std::deque<std::function<void()>> m_waiting;
    bool m_busy = false;
};

} // namespace creel
