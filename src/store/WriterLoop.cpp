#include "store/WriterLoop.h"

#include "base/Log.h"
#include "base/ThreadName.h"
#include "store/EndpointStore.h"
#include "store/LogFile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <chrono>

namespace creel
{
namespace
{

using namespace std::chrono_literals;

constexpr auto pollEvery = 250ms;
constexpr qint64 pollUs = 240'000;
constexpr qint64 beatUs = 2'000'000;
constexpr qint64 probeUs = 1'000'000;
constexpr qint64 forsakenUs = 1'000'000;
constexpr qint64 retentionUs = 1'000'000;
constexpr qint64 answersUs = 100'000;
constexpr std::size_t manyAnswers = 512;
constexpr auto bulkSlice = 5ms;
constexpr int checkpointPages = 300; ///< 2.4 MB: commits wait behind what the disk is given at once
constexpr int restartPages = 6'000; ///< 48 MB
constexpr int truncatePages = 8'192; ///< 64 MB

qint64 steadyUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

WriterLoop::WriterLoop(StoreContext& context)
    : m_context(context)
    , m_thread([this] { run(); })
{
}

WriterLoop::~WriterLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
    if (m_copier.joinable())
        m_copier.join();
}

void WriterLoop::post(std::unique_ptr<WriteTask> task)
{
    m_bytes.fetch_add(task->bytes, std::memory_order_relaxed);
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_waiting.tasks.empty();
        m_waiting.tasks.push_back(std::move(task));
    }
    if (first)
        m_wake.notify_one();
}

void WriterLoop::post(std::unique_ptr<BulkTask> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.bulk.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void WriterLoop::postAnswers(const std::vector<AnsweredEvent>& answers)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.answers.insert(
        m_waiting.answers.end(), answers.begin(), answers.end()); // no wake-up: it goes with the next batch
}

void WriterLoop::run()
{
    nameThread("writer");
    open();
    Work todo;
    while (take(todo)) {
        if (m_broken || m_context.readOnly)
            refuseAll(todo, refusal());
        else
            work(todo);
        housekeeping();
    }
    if (m_copyStop)
        m_copyStop->stop();
    try {
        if (m_session && !m_context.readOnly)
            m_session->leave();
    } catch (const SqlError& error) {
        qCWarning(logStore) << "the process row stays:" << error.message;
    }
    m_bulk.clear();
    m_checkpointer.reset();
    m_session.reset();
    m_database.reset();
}

void WriterLoop::open()
{
    try {
        m_database = std::move(m_context.firstDatabase);
        if (!m_context.readOnly) {
            m_database->exec("PRAGMA synchronous=FULL");
            m_database->exec("PRAGMA fullfsync=1");
            m_database->exec("PRAGMA checkpoint_fullfsync=1");
            m_database->exec("PRAGMA journal_size_limit=67108864");
            if (LogFile* const log = LogFile::of(*m_database))
                log->startGathering();
            m_checkpointer = std::make_unique<Checkpointer>(m_context.openedFile);
        }
        m_database->exec("PRAGMA cache_size=-16000");
        m_session = std::make_unique<WriteSession>(*m_database, m_context);
        m_dataVersion = m_database->integer("PRAGMA data_version");
        reloadSettings(); // another process may have changed them since the workspace was opened
    } catch (const SqlError& error) {
        m_broken = error.toError(m_context.file);
        m_context.onProblem(m_broken->text);
    }
}

bool WriterLoop::take(Work& work)
{
    work = {};
    std::unique_lock lock(m_mutex);
    const auto any = [this] { return !m_waiting.tasks.empty() || !m_waiting.bulk.empty() || m_ending; };
    if (m_bulk.empty())
        m_wake.wait_for(lock, pollEvery, any);
    const bool empty = !any() && m_waiting.answers.empty();
    const qint64 now = steadyUs();
    const bool due = areAnswersDue(now);
    if (m_ending && m_waiting.tasks.empty() && m_waiting.bulk.empty() && m_waiting.answers.empty()) {
        // Only what somebody waits for is finished at the end.
        while (!m_bulk.empty() && m_bulk.back()->isBackground())
            m_bulk.pop_back();
        return !m_bulk.empty();
    }
    if (empty)
        return true;
    work.tasks.swap(m_waiting.tasks);
    work.bulk.swap(m_waiting.bulk);
    if (due) {
        work.answers.swap(m_waiting.answers);
        m_lastAnswers = now;
    }
    return true;
}

/** Answers alone are not worth pages of the log with every batch: they go with one of many. */
bool WriterLoop::areAnswersDue(qint64 now) const
{
    return m_waiting.tasks.empty() || !m_waiting.bulk.empty() || m_ending || m_waiting.answers.size() >= manyAnswers
        || now - m_lastAnswers > answersUs;
}

void WriterLoop::work(Work& work)
{
    for (std::unique_ptr<BulkTask>& task : work.bulk)
        m_bulk.push_back(std::move(task));
    work.bulk.clear();
    const bool anything = !work.tasks.empty() || !work.answers.empty() || !m_bulk.empty();
    if (!anything) {
        checkpointIfLarge(true);
        return;
    }
    runBatch(work);
    checkpointIfLarge(false);
}

/** One transaction for all, with a slice of bulk work; tasks are told after the commit. */
void WriterLoop::runBatch(Work& work)
{
    bool bulkDone = false;
    try {
        m_session->begin();
        for (const std::unique_ptr<WriteTask>& task : work.tasks)
            task->apply(*m_session);
        m_session->recordAnswers(work.answers);
        bulkDone = runBulk();
        m_session->commit();
    } catch (const SqlError& error) {
        m_session->rollback();
        failed(error);
        if (error.isBusy())
            refuseAll(work, error.toError(m_context.file)); // each for itself would wait as long again
        else
            runSingly(work);
        return;
    }
    finishAll(work, nullptr);
    if (!m_bulk.empty())
        m_bulk.front()->committed();
    if (bulkDone)
        finishBulk(nullptr);
    m_context.onChanged();
}

/** Tells each task, and each listener once; one batch has few listeners. */
void WriterLoop::finishAll(Work& work, const Error* error)
{
    qint64 bytes = 0;
    std::vector<std::pair<std::shared_ptr<CommitListener>, std::vector<std::unique_ptr<HandedEvent>>>> told;
    for (std::unique_ptr<WriteTask>& task : work.tasks) {
        bytes += task->bytes;
        task->finish(error);
        HandedEvent* const handed = task->handed();
        if (!handed)
            continue;
        const std::shared_ptr<CommitListener>& listener = *task->listener();
        auto found = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == listener; });
        if (found == told.end()) {
            told.emplace_back(listener, std::vector<std::unique_ptr<HandedEvent>>());
            found = std::prev(told.end());
            found->second.reserve(work.tasks.size());
        }
        found->second.emplace_back(handed);
        [[maybe_unused]] WriteTask* const same = task.release();
    }
    m_bytes.fetch_sub(bytes, std::memory_order_relaxed);
    for (auto& [listener, events] : told)
        listener->committed(std::move(events));
}

/** After a batch that failed: each task for itself, so that only what can't be written is refused. */
void WriterLoop::runSingly(Work& work)
{
    bool anyWritten = false;
    for (std::unique_ptr<WriteTask>& task : work.tasks) {
        std::optional<Error> refused;
        try {
            m_session->begin();
            task->apply(*m_session);
            m_session->commit();
            anyWritten = true;
        } catch (const SqlError& error) {
            m_session->rollback();
            refused = error.toError(m_context.file);
        }
        Work alone;
        alone.tasks.push_back(std::move(task));
        finishAll(alone, refused ? &*refused : nullptr);
    }
    std::optional<Error> refused;
    bool bulkDone = false;
    try {
        m_session->begin();
        m_session->recordAnswers(work.answers);
        bulkDone = runBulk();
        m_session->commit();
        if (!m_bulk.empty())
            m_bulk.front()->committed();
    } catch (const SqlError& error) {
        m_session->rollback();
        refused = error.toError(m_context.file);
    }
    if (bulkDone || (refused && !m_bulk.empty()))
        finishBulk(refused ? &*refused : nullptr);
    if (anyWritten)
        m_context.onChanged();
}

bool WriterLoop::runBulk()
{
    if (m_bulk.empty())
        return false;
    return m_bulk.front()->slice(*m_session, std::chrono::steady_clock::now() + bulkSlice);
}

void WriterLoop::finishBulk(const Error* error)
{
    const std::unique_ptr<BulkTask> task = std::move(m_bulk.front());
    m_bulk.pop_front();
    if (task->isBackground())
        m_backgroundRuns = false;
    task->finish(error);
}

Error WriterLoop::refusal() const
{
    if (m_broken)
        return *m_broken;
    return Error{ErrorCode::Full,
        QCoreApplication::translate("creel", "%1 was opened for reading only: nothing can be changed in it.")
            .arg(m_context.file)};
}

void WriterLoop::refuseAll(Work& work, const Error& error)
{
    finishAll(work, &error);
    for (const std::unique_ptr<BulkTask>& task : work.bulk)
        task->finish(&error);
}

void WriterLoop::failed(const SqlError& error)
{
    if (!m_inProblem && (error.isMedium() || error.isBusy())) {
        qCWarning(logStore) << "a batch was not written:" << error.code << error.message;
        m_inProblem = true;
        m_lastProbe = steadyUs();
        m_context.onProblem(error.toError(m_context.file).text);
    }
}

/** Finds out whether the disk has room again, so that the user learns of it without waiting for an event. */
void WriterLoop::probe()
{
    m_session->begin();
    m_session->writeProbe();
    m_session->commit();
    m_inProblem = false;
    m_session->begin();
    m_session->clearProbe();
    m_session->commit();
    qCInfo(logStore) << "the workspace can be written again";
    m_context.onRecovered();
}

// Between batches ----------------------------------------------------------------------------------------------------

void WriterLoop::housekeeping()
{
    const qint64 now = steadyUs();
    if (now - m_lastPoll < pollUs || !m_session)
        return;
    m_lastPoll = now;
    try {
        pollOthers();
        if (m_context.readOnly)
            return;
        if (m_inProblem && now - m_lastProbe > probeUs) {
            m_lastProbe = now;
            probe();
        }
        if (m_session->hasBodies() && now - m_lastBeat > beatUs) {
            m_lastBeat = now;
            m_session->begin();
            m_session->beat();
            m_session->commit();
        }
        if (m_othersOpen && now - m_lastForsaken > forsakenUs) {
            m_lastForsaken = now;
            closeForsaken();
        }
        if (now - m_lastRetention > retentionUs) {
            m_lastRetention = now;
            keepWithinLimits();
        }
    } catch (const SqlError& error) {
        m_session->rollback();
        failed(error);
    }
}

void WriterLoop::pollOthers()
{
    const qint64 version = m_database->integer("PRAGMA data_version");
    if (version == m_dataVersion)
        return;
    m_dataVersion = version;
    m_session->refresh();
    m_othersOpen = true;
    if (settingsVersion(*m_database) != m_settingsVersion)
        reloadSettings();
    m_context.onChanged();
}

void WriterLoop::reloadSettings()
{
    try {
        m_settingsVersion = settingsVersion(*m_database);
        m_context.setRetention(loadRetention(*m_database));
        std::vector<Endpoint> endpoints = loadEndpoints(*m_database);
        const auto known = m_context.endpoints();
        if (known && *known == endpoints)
            return;
        m_context.setEndpoints(std::move(endpoints));
        m_context.onEndpointsChanged();
    } catch (const SqlError& error) {
        qCWarning(logStore) << "endpoints can't be read again:" << error.message;
    }
}

void WriterLoop::closeForsaken()
{
    m_session->begin();
    const qint64 left = m_session->closeForsakenBodies();
    m_session->commit();
    m_othersOpen = left > 0;
    m_context.onChanged();
}

void WriterLoop::keepWithinLimits()
{
    const Retention limits = m_context.retention();
    if (limits == Retention() || m_backgroundRuns)
        return;
    bool over = (limits.maxEvents > 0 && m_context.eventCount.load() > limits.maxEvents)
        || (limits.maxBytes > 0 && m_context.byteCount.load() > limits.maxBytes);
    if (!over && limits.maxAgeS > 0) {
        Statement oldest = m_database->prepare(
            "SELECT received_at FROM event WHERE flags&5=0 ORDER BY id LIMIT 1"); // 5: pinned, deleted
        over = oldest.next() && oldest.integer(0) < m_context.clock->nowUs() - limits.maxAgeS * 1'000'000;
    }
    if (over) {
        m_backgroundRuns = true;
        m_bulk.push_back(retentionTask(limits));
    } else if (m_bulk.empty() && m_database->integer("PRAGMA freelist_count") > 0) {
        m_backgroundRuns = true;
        m_bulk.push_back(vacuumTask({}));
    }
}

/**
 * The log is moved beside the commits. It begins again at its start only where all of it was moved, which never happens
 * while commits come: past a size, this thread moves the little that came meanwhile.
 */
void WriterLoop::checkpointIfLarge(bool quiet)
{
    if (!m_checkpointer || m_checkpointer->isBusy())
        return;
    const int pages = m_database->walPages();
    if (pages < m_checkpointed)
        m_checkpointed = 0;
    const bool justMoved = std::exchange(m_moving, false);
    if (quiet && pages > truncatePages) {
        truncateLog();
    } else if (justMoved && pages > restartPages) {
        m_database->checkpoint(false);
        m_checkpointed = pages;
    } else if (pages - m_checkpointed >= checkpointPages) {
        m_checkpointed = pages;
        m_moving = true;
        m_checkpointer->start();
    }
}

void WriterLoop::truncateLog()
{
    if (!m_database || m_context.readOnly)
        return;
    if (m_checkpointer)
        m_checkpointer->wait();
    m_database->checkpoint(true);
    m_checkpointed = m_database->walPages();
}

void WriterLoop::startCopy(const QString& file, std::function<void(const Result<void>&)> done)
{
    if (m_copier.joinable())
        m_copier.join();
    m_copyStop = std::make_unique<StopSource>();
    m_copier = std::thread([this, file, done = std::move(done), stop = m_copyStop->token()] {
        const QString part = file + QStringLiteral(".part");
        QFile::remove(part);
        Result<void> result;
        try {
            Database source(m_context.openedFile, m_context.readMode);
            source.setStop(stop);
            Statement copy = source.prepare("VACUUM INTO ?1");
            copy.bindText(1, part);
            copy.run();
        } catch (const SqlError& error) {
            result = error.toError(file);
        }
        if (result.ok()
            && !(QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner)
                && (!QFile::exists(file) || QFile::remove(file)) && QFile::rename(part, file)))
            result = Error{ErrorCode::Io,
                QCoreApplication::translate("creel", "The copy %1 can't be written. Look at its folder and rights.")
                    .arg(file)};
        if (!result.ok())
            QFile::remove(part);
        if (done)
            done(result);
    });
}

} // namespace creel
