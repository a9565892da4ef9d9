#pragma once

#include "base/Result.h"
#include "store/EventWriter.h"
#include "store/WriteSession.h"

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace creel
{

/** One thing for the writer to do, within a batch's transaction. */
class WriteTask
{
public:
    virtual ~WriteTask() = default;
    /** May run more than once: a batch that fails is done again task by task. Throws SqlError. */
    virtual void apply(WriteSession& session) = 0;
    /** After the commit, or with the error where nothing of it was written. */
    virtual void finish(const Error* error) = 0;
    /** The same object where it goes back to a listener after finish(). */
    virtual HandedEvent* handed() { return nullptr; }
    virtual const std::shared_ptr<CommitListener>* listener() const { return nullptr; }
    qint64 bytes = 0; ///< in flight with it
};

/** A task of two functions. `apply` may give an Error of its own, which harms nothing else of the batch. */
template <class Value> class FunctionTask final : public WriteTask
{
public:
    using Apply = std::function<Result<Value>(WriteSession&)>;
    using Finish = std::function<void(const Result<Value>&)>;
    FunctionTask(Apply apply, Finish finish)
        : m_apply(std::move(apply))
        , m_finish(std::move(finish))
    {
    }
    void apply(WriteSession& session) override { m_result = std::make_unique<Result<Value>>(m_apply(session)); }
    void finish(const Error* error) override
    {
        if (!m_finish)
            return;
        if (error)
            m_finish(*error);
        else
            m_finish(*m_result);
    }

private:
    Apply m_apply;
    Finish m_finish;
    std::unique_ptr<Result<Value>> m_result;
};

/** Work over many events, done in slices between batches. */
class BulkTask
{
public:
    using Deadline = std::chrono::steady_clock::time_point;
    virtual ~BulkTask() = default;
    /** Goes on until the deadline; true when all is done. What it remembers counts only after committed(). */
    virtual bool slice(WriteSession& session, Deadline deadline) = 0;
    virtual void committed() = 0;
    virtual void finish(const Error* error) = 0;
    /** Work that nobody waits for is done last. */
    virtual bool isBackground() const { return false; }
};

} // namespace creel
