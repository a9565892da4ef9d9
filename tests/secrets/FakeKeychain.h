#pragma once

#include "secrets/Keychain.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <vector>

namespace creel::test
{

/** What the fake holds and does, shared with the test, which outlives the keychain. */
struct FakeState {
    enum class Mode { Works, Hangs, Refuses, NoService, NoBus };
    Mode mode = Mode::Works;
    QMap<QString, QByteArray> entries;
    std::vector<std::function<void()>> hanging; ///< answers that were not given
    int asked = 0;
    int failAfter = -1; ///< so many more requests work, then they are refused
};

/** A keychain in memory that can also do what real ones do on a bad day. */
class FakeKeychain final : public QObject, public Keychain
{
public:
    explicit FakeKeychain(std::shared_ptr<FakeState> state)
        : m_state(std::move(state))
    {
    }

    QString problem() const override
    {
        return m_state->mode == FakeState::Mode::NoBus ? QStringLiteral("no bus") : QString();
    }
    void read(const QString& key, Answered answered) override
    {
        run(std::move(answered), [state = m_state, key] {
            const auto found = state->entries.constFind(key);
            if (found == state->entries.constEnd())
                return KeychainAnswer{KeychainAnswer::Code::NotFound, {}, {}};
            return KeychainAnswer{KeychainAnswer::Code::Ok, *found, {}};
        });
    }
    void write(const QString& key, const QByteArray& data, Answered answered) override
    {
        run(std::move(answered), [state = m_state, key, data] {
            state->entries.insert(key, data);
            return KeychainAnswer{};
        });
    }
    void remove(const QString& key, Answered answered) override
    {
        run(std::move(answered), [state = m_state, key] {
            const bool there = state->entries.remove(key) > 0;
            return KeychainAnswer{there ? KeychainAnswer::Code::Ok : KeychainAnswer::Code::NotFound, {}, {}};
        });
    }

private:
    void run(Answered answered, std::function<KeychainAnswer()> work)
    {
        ++m_state->asked;
        FakeState::Mode mode = m_state->mode;
        if (m_state->failAfter >= 0 && m_state->failAfter-- == 0)
            mode = FakeState::Mode::Refuses;
        const auto give = [answered, work, mode] {
            if (mode == FakeState::Mode::Refuses)
                answered({KeychainAnswer::Code::Refused, {}, QStringLiteral("denied")});
            else if (mode == FakeState::Mode::NoService)
                answered({KeychainAnswer::Code::NoService, {}, {}});
            else
                answered(work());
        };
        if (mode == FakeState::Mode::Hangs)
            m_state->hanging.push_back(give);
        else
            QTimer::singleShot(0, this, give);
    }

    std::shared_ptr<FakeState> m_state;
};

} // namespace creel::test
