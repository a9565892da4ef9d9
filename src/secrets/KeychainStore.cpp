#include "secrets/KeychainStore.h"

#include "base/Log.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace creel
{

namespace
{

using Code = KeychainAnswer::Code;

QByteArray keyOf(const QByteArray& workspaceUuid, qint64 secretId)
{
    return QByteArray("creel/") + workspaceUuid + '/' + QByteArray::number(secretId);
}

QString partKey(const QString& key, const QByteArray& tag, int part)
{
    return QStringLiteral("%1/%2/%3").arg(key, QString::fromLatin1(tag), QString::number(part));
}

QByteArray newTag()
{
    return QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
}

int partsOf(qsizetype size)
{
    return size <= KeychainStore::PartBytes ? 1 : int((size - 1) / KeychainStore::PartBytes) + 1;
}

QByteArray pieceOf(QByteArrayView value, int part)
{
    const qsizetype from = part * KeychainStore::PartBytes;
    return value.sliced(from, std::min(KeychainStore::PartBytes, value.size() - from)).toByteArray();
}

} // namespace

/** The first line of an entry. `parts` is 0 where there is no entry, or one that is not ours. */
struct KeychainStore::Head {
    int parts = 0;
    qsizetype size = 0;
    QByteArray tag;
    QByteArray piece;

    static Head parse(const QByteArray& entry)
    {
        const qsizetype end = entry.indexOf('\n');
        const QList<QByteArray> words = entry.left(std::max<qsizetype>(end, 0)).split(' ');
        if (words.size() != 4 || words[0] != "creel1")
            return {};
        Head head{words[1].toInt(), words[2].toLongLong(), words[3], entry.mid(end + 1)};
        const bool fits = head.size >= 0 && head.size <= MaxBytes && head.parts == partsOf(head.size)
            && head.tag.size() == 8 && head.piece.size() == std::min(head.size, PartBytes);
        return fits ? head : Head{};
    }
};

/** What one read or write carries from answer to answer. */
struct KeychainStore::Operation {
    QString key;
    QByteArray tag;
    int parts = 1;
    SecretBytes value; ///< of a write
    QByteArray gathered; ///< of a read
    qsizetype size = 0;
    Head old;

    ~Operation() { SecretBytes::take(std::move(gathered)); }
};

KeychainStore::KeychainStore(std::unique_ptr<Keychain> keychain, int answerMs)
    : m_keychain(std::move(keychain))
    , m_answerMs(answerMs)
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::enqueue(std::function<void()> operation)
{
    m_waiting.push_back(std::move(operation));
    QMetaObject::invokeMethod(
        this, [this] { startNext(); }, Qt::QueuedConnection);
}

void KeychainStore::startNext()
{
    if (m_busy || m_waiting.empty())
        return;
    m_busy = true;
    const std::function<void()> operation = std::move(m_waiting.front());
    m_waiting.pop_front();
    operation();
}

void KeychainStore::endOperation()
{
    m_busy = false;
    QMetaObject::invokeMethod(
        this, [this] { startNext(); }, Qt::QueuedConnection);
}

void KeychainStore::ask(const Ask& request, Then then)
{
    const QString problem = m_keychain->problem();
    if (!problem.isEmpty()) {
        const KeychainAnswer none{Code::NoService, {}, problem};
        note(none);
        then(none);
        return;
    }
    auto settled = std::make_shared<bool>(false);
    auto* limit = new QTimer(this);
    limit->setSingleShot(true);
    auto settle = [this, settled, limit, then = std::move(then)](const KeychainAnswer& answer) {
        if (*settled) {
            // Too late for whoever asked; that the keychain works again is worth knowing.
            if (answer.code == Code::Ok)
                note(answer);
            return;
        }
        *settled = true;
        limit->deleteLater();
        note(answer);
        then(answer);
    };
    connect(limit, &QTimer::timeout, this, [settle] { settle({Code::TimedOut, {}, {}}); });
    limit->start(m_answerMs);
    request(*m_keychain, [guard = QPointer<KeychainStore>(this), settle](KeychainAnswer answer) {
        if (guard)
            settle(answer);
        SecretBytes::take(std::move(answer.data));
    });
}

void KeychainStore::note(const KeychainAnswer& answer)
{
    const QString advice = keychainAdvice();
    // It stands in brackets within a sentence
    QString detail = answer.detail.isEmpty() ? QStringLiteral("QtKeychain") : answer.detail;
    while (detail.endsWith(QLatin1Char('.')))
        detail.chop(1);
    switch (answer.code) {
    case Code::Ok:
    case Code::NotFound:
        setState(State::Available, {});
        return;
    case Code::NoService:
        setState(State::Missing,
            QCoreApplication::translate("creel", "There is no system keychain to keep secrets in (%1). %2")
                .arg(detail, advice));
        return;
    case Code::TimedOut:
        setState(State::Locked,
            QCoreApplication::translate("creel",
                "The system keychain did not answer within %1 seconds. Unlock it (a prompt may be hidden behind other "
                "windows) and try again. %2")
                .arg(QString::number(std::max(1, m_answerMs / 1000)), advice));
        return;
    case Code::Refused:
    case Code::Failed:
        setState(State::Locked,
            QCoreApplication::translate(
                "creel", "The system keychain is locked or refused the request (%1). Unlock it and try again. %2")
                .arg(detail, advice));
        return;
    }
}

void KeychainStore::setState(State state, const QString& text)
{
    if (state == m_state && text == m_stateText)
        return;
    qCDebug(logSecrets) << "keychain:" << state;
    m_state = state;
    m_stateText = text;
    emit stateChanged();
}

Error KeychainStore::errorOf(const KeychainAnswer& answer) const
{
    if (answer.code == Code::NotFound)
        return {ErrorCode::NotFound,
            QCoreApplication::translate(
                "creel", "The keychain holds no value for this secret. Enter the secret again.")};
    return {answer.code == Code::NoService ? ErrorCode::Unsupported : ErrorCode::Locked, m_stateText};
}

void KeychainStore::readHead(const QString& key, std::function<void(const KeychainAnswer&, const Head&)> then)
{
    ask([key](Keychain& keychain, Keychain::Answered answered) { keychain.read(key, std::move(answered)); },
        [then = std::move(then)](const KeychainAnswer& answer) {
            then(answer, answer.code == Code::Ok ? Head::parse(answer.data) : Head{});
        });
}

void KeychainStore::read(const QByteArray& workspaceUuid, qint64 secretId, ReadDone done)
{
    const QByteArray key = keyOf(workspaceUuid, secretId);
    enqueue([this, key, done = std::move(done)] {
        const auto kept = m_kept.find(key);
        if (kept != m_kept.end()) {
            endOperation();
            done(kept->second.clone());
            return;
        }
        auto operation = std::make_shared<Operation>();
        operation->key = QString::fromUtf8(key);
        readHead(operation->key, [this, operation, done](const KeychainAnswer& answer, const Head& head) {
            if (answer.code != Code::Ok || head.parts == 0) {
                endOperation();
                done(errorOf(answer.code == Code::Ok ? KeychainAnswer{Code::NotFound, {}, {}} : answer));
                return;
            }
            operation->tag = head.tag;
            operation->parts = head.parts;
            operation->size = head.size;
            operation->gathered.reserve(head.size);
            operation->gathered.append(head.piece);
            readParts(operation, 1, done);
        });
    });
}

void KeychainStore::readParts(std::shared_ptr<Operation> operation, int part, const ReadDone& done)
{
    if (part >= operation->parts) {
        endOperation();
        if (operation->gathered.size() == operation->size)
            done(SecretBytes(operation->gathered));
        else
            done(errorOf({Code::NotFound, {}, {}}));
        return;
    }
    const QString key = partKey(operation->key, operation->tag, part);
    ask([key](Keychain& keychain, Keychain::Answered answered) { keychain.read(key, std::move(answered)); },
        [this, operation, part, done](const KeychainAnswer& answer) {
            if (answer.code != Code::Ok) {
                endOperation();
                done(errorOf(answer));
                return;
            }
            operation->gathered.append(answer.data);
            readParts(operation, part + 1, done);
        });
}

void KeychainStore::write(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value, Done done)
{
    auto operation = std::make_shared<Operation>();
    operation->key = QString::fromUtf8(keyOf(workspaceUuid, secretId));
    operation->value = std::move(value);
    operation->parts = partsOf(operation->value.size());
    operation->tag = newTag();
    enqueue([this, operation, done = std::move(done)] {
        if (operation->value.size() > MaxBytes) {
            endOperation();
            done(Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel", "The secret is larger than %1 KB; check what was pasted.")
                    .arg(MaxBytes / 1024)});
            return;
        }
        readHead(operation->key, [this, operation, done](const KeychainAnswer& answer, const Head& head) {
            if (answer.code != Code::Ok && answer.code != Code::NotFound) {
                endOperation();
                done(errorOf(answer));
                return;
            }
            operation->old = head;
            writeParts(operation, 1, done);
        });
    });
}

void KeychainStore::writeParts(std::shared_ptr<Operation> operation, int part, const Done& done)
{
    if (part >= operation->parts) {
        writeHead(operation, done);
        return;
    }
    const QString key = partKey(operation->key, operation->tag, part);
    ask(
        [key, operation, part](Keychain& keychain, Keychain::Answered answered) {
            keychain.write(key, pieceOf(operation->value.view(), part), std::move(answered));
        },
        [this, operation, part, done](const KeychainAnswer& answer) {
            if (answer.code != Code::Ok) {
                endOperation();
                done(errorOf(answer));
                return;
            }
            writeParts(operation, part + 1, done);
        });
}

void KeychainStore::writeHead(std::shared_ptr<Operation> operation, const Done& done)
{
    ask(
        [operation](Keychain& keychain, Keychain::Answered answered) {
            const QByteArray line = "creel1 " + QByteArray::number(operation->parts) + ' '
                + QByteArray::number(operation->value.size()) + ' ' + operation->tag + '\n';
            keychain.write(operation->key, line + pieceOf(operation->value.view(), 0), std::move(answered));
        },
        [this, operation, done](const KeychainAnswer& answer) {
            if (answer.code != Code::Ok) {
                endOperation();
                done(errorOf(answer));
                return;
            }
            m_kept.erase(operation->key.toUtf8());
            // What is left of the old value may fail to go: nobody refers to it any more.
            removeParts(operation->key, operation->old.tag, operation->old.parts - 1, [this, done] {
                endOperation();
                done({});
            });
        });
}

void KeychainStore::removeParts(const QString& key, const QByteArray& tag, int part, std::function<void()> then)
{
    if (part < 1) {
        then();
        return;
    }
    ask([name = partKey(key, tag, part)](
            Keychain& keychain, Keychain::Answered answered) { keychain.remove(name, std::move(answered)); },
        [this, key, tag, part, then = std::move(then)](
            const KeychainAnswer&) mutable { removeParts(key, tag, part - 1, std::move(then)); });
}

void KeychainStore::remove(const QByteArray& workspaceUuid, qint64 secretId, Done done)
{
    const QByteArray name = keyOf(workspaceUuid, secretId);
    enqueue([this, name, done = std::move(done)] {
        const bool wasKept = m_kept.erase(name) > 0;
        const QString key = QString::fromUtf8(name);
        readHead(key, [this, key, wasKept, done](const KeychainAnswer& answer, const Head& head) {
            if (answer.code != Code::Ok) {
                endOperation();
                // Gone is gone: nothing to remove is no failure, nor is a missing keychain for a value only kept here.
                const bool gone = answer.code == Code::NotFound || (wasKept && answer.code == Code::NoService);
                done(gone ? Result<void>() : Result<void>(errorOf(answer)));
                return;
            }
            ask([key](Keychain& keychain, Keychain::Answered answered) { keychain.remove(key, std::move(answered)); },
                [this, key, head, done](const KeychainAnswer& removed) {
                    if (removed.code != Code::Ok && removed.code != Code::NotFound) {
                        endOperation();
                        done(errorOf(removed));
                        return;
                    }
                    removeParts(key, head.tag, head.parts - 1, [this, done] {
                        endOperation();
                        done({});
                    });
                });
        });
    });
}

void KeychainStore::keep(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value)
{
    m_kept.insert_or_assign(keyOf(workspaceUuid, secretId), std::move(value));
}

std::unique_ptr<SecretStore> makeKeychainStore()
{
    return std::make_unique<KeychainStore>(makeSystemKeychain());
}

} // namespace creel
