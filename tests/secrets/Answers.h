#pragma once

#include "secrets/SecretStore.h"

#include <QTest>

#include <optional>

namespace creel::test
{

/** Waits for one answer of a store, at most `limitMs`. */
class Answers
{
public:
    explicit Answers(SecretStore& store, int limitMs = 10'000)
        : m_store(store)
        , m_limitMs(limitMs)
    {
    }

    /** The value; nothing where it failed (see `error`). */
    std::optional<QByteArray> read(qint64 id, const QByteArray& workspace = "w")
    {
        auto answer = std::make_shared<std::optional<Result<SecretBytes>>>();
        m_store.read(workspace, id, [answer](Result<SecretBytes> result) { answer->emplace(std::move(result)); });
        if (!wait([answer] { return answer->has_value(); }))
            return std::nullopt;
        if (!answer->value().ok()) {
            error = answer->value().error();
            return std::nullopt;
        }
        return answer->value()->view().toByteArray();
    }

    bool write(qint64 id, const QByteArray& value, const QByteArray& workspace = "w")
    {
        auto answer = std::make_shared<std::optional<Result<void>>>();
        m_store.write(workspace, id, SecretBytes(value), [answer](Result<void> result) { *answer = result; });
        return finish(answer);
    }

    bool remove(qint64 id, const QByteArray& workspace = "w")
    {
        auto answer = std::make_shared<std::optional<Result<void>>>();
        m_store.remove(workspace, id, [answer](Result<void> result) { *answer = result; });
        return finish(answer);
    }

    Error error;
    int limitHits = 0;

private:
    template <class Predicate> bool wait(Predicate done)
    {
        if (QTest::qWaitFor(done, m_limitMs))
            return true;
        ++limitHits;
        return false;
    }
    bool finish(const std::shared_ptr<std::optional<Result<void>>>& answer)
    {
        if (!wait([answer] { return answer->has_value(); }))
            return false;
        if (!answer->value().ok())
            error = answer->value().error();
        return answer->value().ok();
    }

    SecretStore& m_store;
    int m_limitMs;
};

} // namespace creel::test
