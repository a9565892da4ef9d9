#pragma once

#include "store/AnswerLog.h"
#include "store/Endpoint.h"
#include "store/Event.h"
#include "store/EventTable.h"
#include "store/Sqlite.h"
#include "store/StoreContext.h"

#include <QHash>

#include <optional>
#include <unordered_map>
#include <vector>

namespace creel
{

/** A batch of the writer: one transaction at a time on the one connection that writes. Writer thread only; members
 * throw SqlError unless they say otherwise. */
class WriteSession
{
public:
    WriteSession(Database& database, StoreContext& context);

    void begin();
    /** Counters and change log first; then what was learned in the transaction is kept. */
    void commit();
    /** Everything is as it was at begin(). Does not throw. */
    void rollback();
    /** The end of a running process: its heartbeat row goes. Own transaction. */
    void leave();

    /** Not valid, and nothing was written, where a piece of its body was lost. */
    EventId insertEvent(const NewEvent& event);
    void recordAnswers(std::vector<AnsweredEvent> answers) { m_answerLog.add(std::move(answers)); }

    void beginBody(BodyId local, const NewEvent& soFar);
    /** False where an earlier piece of it was lost. */
    bool appendBody(BodyId local, QByteArrayView piece);
    void dropBody(BodyId local);
    /** A piece could not be written: the body is of no use. Does not throw. */
    void breakBody(BodyId local);
    bool hasBodies() const { return !m_bodies.empty(); }
    void beat();
    /** Makes `incomplete` events of the bodies of processes that were silent for 10 s. Returns how many bodies of other
     * processes are left open. */
    qint64 closeForsakenBodies();

    /** Adds to the change log, ids in rising order; neighbours share a line. Returns the sequence of the last. */
    void logChange(ChangeKind kind, EventId id);
    qint64 nextChange();
    /** The counters of the endpoint with that name id. */
    void tally(qint64 endpoint, qint64 events, qint64 bytes);

    /** As much as a large event, to see whether it can be committed; and takes it away again. */
    void writeProbe();
    void clearProbe();

    /** Reads what another process may have changed: newest id and counters. */
    void refresh();
    void loadCounts();

    Database& database() { return m_database; }
    NameCache& names() { return m_names; }
    StoreContext& context() { return m_context; }

private:
    struct OpenBody {
        qint64 stored = 0; ///< number in the file
        qint64 chunks = 0;
        qint64 size = 0;
        bool broken = false;
    };
    struct Tally {
        qint64 events = 0;
        qint64 bytes = 0;
    };
    qint64 answerId(const std::shared_ptr<const Answer>& answer);
    qint64 storeAnswer(const Answer& answer);
    qint64 takeBodyNumber();
    void insertChunk(qint64 id, QByteArrayView data);
    qint64 insertPieces(QByteArrayView data);
    void insertHead(qint64 id, const NewEvent& event, QByteArrayView body);
    qint64 insertRow(const NewEvent& event, qint64 body, qint64 bodySize);
    void touch(BodyId local);
    OpenBody* body(BodyId local);
    qint64 processId();
    void writeChangeRun();
    void writeTallies();
    NewEvent forsaken(Statement& statement, qint64* stored);

    Database& m_database;
    StoreContext& m_context;
    NameCache m_names;
    std::optional<Transaction> m_transaction;
    Statement m_insertEvent;
    Statement m_insertHead;
    Statement m_insertChunk;
    AnswerLog m_answerLog;
    Statement m_insertChange;
    Statement m_addTally;
    Statement m_newTally;
    Statement m_readTallies;

    std::vector<std::pair<std::shared_ptr<const Answer>, qint64>> m_answers; ///< the last ones, by identity
    std::unordered_map<qint64, OpenBody> m_bodies; ///< by the local id
    std::vector<std::pair<qint64, std::optional<OpenBody>>> m_undoBodies;
    qint64 m_process = 0;
    qint64 m_newProcess = 0;
    qint64 m_newest = 0;
    QString m_provider; ///< of the last event, mostly that of the next
    QByteArray m_providerUtf8;
    QHash<qint64, Tally> m_tallies; ///< of this transaction
    ChangeKind m_runKind = ChangeKind::Changed;
    qint64 m_runFirst = 0;
    qint64 m_runLast = 0;
};

} // namespace creel
