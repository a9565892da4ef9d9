#include "store/WriteSession.h"

#include "store/Codec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace creel
{
namespace
{

constexpr std::size_t cachedAnswers = 16;
constexpr qint64 changesKept = 100'000;
constexpr qint64 silentUs = 10'000'000;

/** 63 bits of a hash: the first guess for the id of an answer. */
qint64 hashOf(const Answer& answer, const QByteArray& headers)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(answer.status) + ' ' + QByteArray::number(answer.delayMs) + ' '
        + QByteArray::number(headers.size()) + ' ');
    hash.addData(headers);
    hash.addData(answer.body);
    return qint64(qFromBigEndian<quint64>(hash.result().constData()) >> 1) | 1;
}

qint64 flagsOf(const NewEvent& event)
{
    const Request& request = *event.request;
    qint64 flags = 0;
    flags |= event.pinned ? flag::pinned : 0;
    flags |= event.handshake ? flag::handshake : 0;
    flags |= request.chunked ? flag::chunked : 0;
    flags |= request.versionMinor == 0 ? flag::http10 : 0;
    flags |= request.method.isEmpty() ? 0 : flag::readable;
    return flags;
}

QByteArrayView orNull(QByteArrayView bytes)
{
    return bytes.isEmpty() ? QByteArrayView() : bytes;
}

} // namespace

WriteSession::WriteSession(Database& database, StoreContext& context)
    : m_database(database)
    , m_context(context)
    , m_names(database)
    , m_insertEvent(database.prepare(
          "INSERT INTO event(received_at, duration, state, flags, signature, freshness, scheme, endpoint, peer, method,"
          " target, provider, type, provider_id, head_size, body_size, body, answer, status, changed, tags)"
          " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,0,?20)"))
    , m_insertHead(database.prepare(
          "INSERT INTO event_head(id, head, framing, trailers, reason, note, body) VALUES(?1,?2,?3,?4,?5,?6,?7)"))
    , m_insertChunk(database.prepare("INSERT INTO body_chunk(id, data) VALUES(?1,?2)"))
    , m_answerLog(database)
    , m_insertChange(database.prepare("INSERT INTO change(kind, first, last) VALUES(?1,?2,?3)"))
    , m_addTally(database.prepare("UPDATE tally SET events=events+?2, bytes=bytes+?3 WHERE endpoint=?1"))
    , m_newTally(database.prepare("INSERT OR IGNORE INTO tally VALUES(?1, 0, 0)"))
    , m_readTallies(database.prepare("SELECT endpoint, events, bytes FROM tally"))
{
}

void WriteSession::begin()
{
    m_transaction.emplace(m_database, Transaction::Kind::Write);
}

void WriteSession::commit()
{
    writeChangeRun();
    writeTallies();
    m_transaction->commit();
    m_transaction.reset();
    m_names.keepNew();
    m_undoBodies.clear();
    if (m_newProcess)
        m_process = std::exchange(m_newProcess, 0);
    if (m_newest > m_context.newestId.load())
        m_context.newestId.store(m_newest);
    // What other processes add is seen by refresh().
    for (auto it = m_tallies.constBegin(); it != m_tallies.constEnd(); ++it) {
        m_context.eventCount.fetch_add(it->events);
        m_context.byteCount.fetch_add(it->bytes);
        if (it->events != 0)
            m_context.addCount(m_names.text(it.key()), it->events);
    }
    m_tallies.clear();
}

void WriteSession::rollback()
{
    m_transaction.reset();
    m_names.forgetNew();
    m_answers.clear();
    for (auto it = m_undoBodies.rbegin(); it != m_undoBodies.rend(); ++it) {
        if (it->second)
            m_bodies[it->first] = *it->second;
        else
            m_bodies.erase(it->first);
    }
    m_undoBodies.clear();
    m_newProcess = 0;
    m_newest = 0;
    m_tallies.clear();
    m_runFirst = 0;
}

void WriteSession::leave()
{
    if (m_process == 0)
        return;
    Transaction transaction(m_database, Transaction::Kind::Write);
    Statement statement = m_database.prepare("UPDATE process SET heartbeat=0 WHERE id=?1");
    statement.bind(1, m_process);
    statement.run();
    m_database.exec("DELETE FROM process WHERE heartbeat=0 AND id NOT IN(SELECT process FROM open_body)");
    transaction.commit();
}

EventId WriteSession::insertEvent(const NewEvent& event)
{
    const Request& request = *event.request;
    qint64 stored = 0;
    qint64 size = request.body.size();
    if (event.bodyId) {
        const OpenBody* open = body(*event.bodyId);
        if (!open || open->broken)
            return {};
        stored = open->stored;
        size = open->size;
    } else if (size > maxChunk) {
        stored = insertPieces(request.body);
    }
    const qint64 id = insertRow(event, stored, size);
    const bool inHead = stored == 0 && size <= maxBodyInHead;
    insertHead(id, event, inHead ? orNull(request.body) : QByteArrayView());
    if (stored == 0 && !inHead)
        insertChunk(id, request.body);
    if (event.bodyId) {
        touch(*event.bodyId);
        Statement close = m_database.prepare("DELETE FROM open_body WHERE id=?1");
        close.bind(1, stored);
        close.run();
        m_bodies.erase(event.bodyId->v);
    }
    m_newest = id;
    return EventId(id);
}

qint64 WriteSession::insertRow(const NewEvent& event, qint64 body, qint64 bodySize)
{
    const Request& request = *event.request;
    const qint64 endpoint = m_names.idOf(event.endpoint);
    Statement& s = m_insertEvent;
    s.bind(1, event.receivedAtUs);
    s.bind(2, event.durationUs);
    s.bind(3, qint64(event.state));
    s.bind(4, flagsOf(event));
    s.bind(5, qint64(event.verdict.signature));
    s.bind(6, qint64(event.verdict.freshness));
    s.bind(7, m_names.idOf(event.verdict.scheme));
    s.bind(8, endpoint);
    s.bindBytes(9, orNull(event.peer));
    s.bindBytes(10, orNull(request.method));
    s.bindBytes(11, orNull(QByteArrayView(request.target).first(std::min(request.target.size(), maxStoredTarget))));
    if (event.provider != m_provider) {
        m_provider = event.provider;
        m_providerUtf8 = m_provider.toUtf8();
    }
    s.bindUtf8(12, m_providerUtf8);
    s.bindBytes(13, orNull(event.eventType));
    s.bindBytes(14, orNull(event.providerId));
    s.bind(15, request.head.size());
    s.bind(16, bodySize);
    s.bind(17, body);
    s.bind(18, answerId(event.answer));
    s.bind(19, event.answer ? event.answer->status : 0);
    s.bindText(20, joinTags(event.tags));
    s.run();
    tally(endpoint, 1, request.head.size() + bodySize);
    return m_database.lastInsertId();
}

void WriteSession::insertHead(qint64 id, const NewEvent& event, QByteArrayView body)
{
    const Request& request = *event.request;
    const QByteArray trailers = encodeFields(request.trailers);
    Statement& s = m_insertHead;
    s.bind(1, id);
    s.bindBytes(2, orNull(request.head));
    s.bindBytes(3, orNull(request.framing));
    s.bindBytes(4, orNull(trailers));
    s.bindText(5, event.reason);
    s.bindText(6, event.note);
    s.bindBytes(7, body);
    s.run();
}

void WriteSession::insertChunk(qint64 id, QByteArrayView data)
{
    m_insertChunk.bind(1, id);
    m_insertChunk.bindBytes(2, data);
    m_insertChunk.run();
}

/** A body that is whole and too large for one chunk. */
qint64 WriteSession::insertPieces(QByteArrayView data)
{
    const qint64 stored = takeBodyNumber();
    qint64 chunk = firstChunk(stored);
    for (qsizetype at = 0; at < data.size(); at += maxChunk)
        insertChunk(chunk++, data.sliced(at, std::min(maxChunk, data.size() - at)));
    return stored;
}

qint64 WriteSession::answerId(const std::shared_ptr<const Answer>& answer)
{
    if (!answer)
        return 0;
    for (const auto& [known, id] : m_answers) {
        if (known == answer)
            return id;
    }
    const qint64 id = storeAnswer(*answer);
    if (m_answers.size() >= cachedAnswers)
        m_answers.erase(m_answers.begin());
    m_answers.emplace_back(answer, id);
    return id;
}

qint64 WriteSession::storeAnswer(const Answer& answer)
{
    const QByteArray headers = encodeFields(answer.headers);
    Statement find = m_database.prepare("SELECT status, headers, body, delay_ms FROM answer WHERE id=?1");
    for (qint64 id = hashOf(answer, headers);; ++id) {
        find.reset();
        find.bind(1, id);
        if (!find.next()) {
            Statement insert = m_database.prepare("INSERT INTO answer VALUES(?1,?2,?3,?4,?5)");
            insert.bind(1, id);
            insert.bind(2, answer.status);
            insert.bindBytes(3, orNull(headers));
            insert.bindBytes(4, orNull(answer.body));
            insert.bind(5, answer.delayMs);
            insert.run();
            return id;
        }
        if (find.integer(0) == answer.status && find.view(1) == QByteArrayView(headers)
            && find.view(2) == QByteArrayView(answer.body) && find.integer(3) == answer.delayMs)
            return id;
    }
}

void WriteSession::tally(qint64 endpoint, qint64 events, qint64 bytes)
{
    Tally& delta = m_tallies[endpoint];
    delta.events += events;
    delta.bytes += bytes;
}

void WriteSession::writeTallies()
{
    for (auto it = m_tallies.constBegin(); it != m_tallies.constEnd(); ++it) {
        m_newTally.bind(1, it.key());
        m_newTally.run();
        m_addTally.bind(1, it.key());
        m_addTally.bind(2, it->events);
        m_addTally.bind(3, it->bytes);
        m_addTally.run();
    }
}

void WriteSession::loadCounts()
{
    QMap<QByteArray, qint64> counts;
    qint64 events = 0;
    qint64 bytes = 0;
    const StatementReset reset(m_readTallies);
    while (m_readTallies.next()) {
        events += m_readTallies.integer(1);
        bytes += m_readTallies.integer(2);
        if (m_readTallies.integer(1) > 0)
            counts.insert(m_names.text(m_readTallies.integer(0)), m_readTallies.integer(1));
    }
    m_context.setCounts(std::move(counts));
    m_context.eventCount.store(events);
    m_context.byteCount.store(bytes);
}

void WriteSession::refresh()
{
    const qint64 newest = m_database.integer("SELECT seq FROM sqlite_sequence WHERE name='event'");
    m_context.newestId.store(newest);
    loadCounts();
}

qint64 WriteSession::nextChange()
{
    return m_database.integer("SELECT seq FROM sqlite_sequence WHERE name='change'") + 1;
}

void WriteSession::logChange(ChangeKind kind, EventId id)
{
    if (m_runFirst && m_runKind == kind && id.v == m_runLast + 1) {
        m_runLast = id.v;
        return;
    }
    writeChangeRun();
    m_runKind = kind;
    m_runFirst = m_runLast = id.v;
}

void WriteSession::writeChangeRun()
{
    if (m_runFirst == 0)
        return;
    m_insertChange.bind(1, qint64(m_runKind));
    m_insertChange.bind(2, m_runFirst);
    m_insertChange.bind(3, m_runLast);
    m_insertChange.run();
    m_runFirst = 0;
    const qint64 sequence = m_database.lastInsertId();
    if (sequence % 1'000 == 0) {
        Statement trim = m_database.prepare("DELETE FROM change WHERE seq<=?1");
        trim.bind(1, sequence - changesKept);
        trim.run();
    }
}

// Bodies in pieces ---------------------------------------------------------------------------------------------------

WriteSession::OpenBody* WriteSession::body(BodyId local)
{
    const auto it = m_bodies.find(local.v);
    return it == m_bodies.end() ? nullptr : &it->second;
}

void WriteSession::touch(BodyId local)
{
    const OpenBody* open = body(local);
    m_undoBodies.emplace_back(local.v, open ? std::optional<OpenBody>(*open) : std::nullopt);
}

qint64 WriteSession::takeBodyNumber()
{
    const qint64 number = m_database.integer("SELECT value FROM meta WHERE key='next_body'");
    m_database.exec("UPDATE meta SET value=value+1 WHERE key='next_body'");
    return number;
}

qint64 WriteSession::processId()
{
    if (m_process)
        return m_process;
    if (m_newProcess == 0) {
        Statement insert = m_database.prepare("INSERT INTO process(pid, heartbeat) VALUES(?1,?2)");
        insert.bind(1, QCoreApplication::applicationPid());
        insert.bind(2, m_context.clock->nowUs());
        insert.run();
        m_newProcess = m_database.lastInsertId();
    }
    return m_newProcess;
}

void WriteSession::beginBody(BodyId local, const NewEvent& soFar)
{
    touch(local);
    OpenBody open;
    open.stored = takeBodyNumber();
    const Request& request = *soFar.request;
    Statement s = m_database.prepare("INSERT INTO open_body(id, process, received_at, flags, endpoint, peer, method,"
                                     " target, head) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)");
    s.bind(1, open.stored);
    s.bind(2, processId());
    s.bind(3, soFar.receivedAtUs);
    s.bind(4, flagsOf(soFar));
    s.bind(5, m_names.idOf(soFar.endpoint));
    s.bindBytes(6, soFar.peer);
    s.bindBytes(7, request.method);
    s.bindBytes(8, request.target);
    s.bindBytes(9, request.head);
    s.run();
    m_bodies[local.v] = open;
}

bool WriteSession::appendBody(BodyId local, QByteArrayView piece)
{
    OpenBody* open = body(local);
    if (!open || open->broken)
        return false;
    touch(local);
    for (qsizetype at = 0; at < piece.size(); at += maxChunk) {
        const QByteArrayView part = piece.sliced(at, std::min(maxChunk, piece.size() - at));
        if (open->chunks >> chunkBits)
            return false;
        insertChunk(firstChunk(open->stored) + open->chunks, part);
        ++open->chunks;
        open->size += part.size();
    }
    return true;
}

void WriteSession::dropBody(BodyId local)
{
    OpenBody* open = body(local);
    if (!open)
        return;
    touch(local);
    Statement chunks = m_database.prepare("DELETE FROM body_chunk WHERE id BETWEEN ?1 AND ?2");
    chunks.bind(1, firstChunk(open->stored));
    chunks.bind(2, lastChunk(open->stored));
    chunks.run();
    Statement row = m_database.prepare("DELETE FROM open_body WHERE id=?1");
    row.bind(1, open->stored);
    row.run();
    m_bodies.erase(local.v);
}

void WriteSession::writeProbe()
{
    m_database.exec("INSERT OR REPLACE INTO body_chunk VALUES(0, zeroblob(1048576))");
}

void WriteSession::clearProbe()
{
    m_database.exec("DELETE FROM body_chunk WHERE id=0");
}

void WriteSession::breakBody(BodyId local)
{
    if (OpenBody* open = body(local))
        open->broken = true;
}

void WriteSession::beat()
{
    Statement statement = m_database.prepare("UPDATE process SET heartbeat=?2 WHERE id=?1");
    statement.bind(1, processId());
    statement.bind(2, m_context.clock->nowUs());
    statement.run();
}

NewEvent WriteSession::forsaken(Statement& statement, qint64* stored)
{
    auto request = std::make_shared<Request>();
    *stored = statement.integer(0);
    NewEvent event;
    event.receivedAtUs = statement.integer(1);
    event.state = EventState::Incomplete;
    event.reason = QCoreApplication::translate("creel", "Creel ended while this request was arriving.");
    const qint64 flags = statement.integer(2);
    event.endpoint = m_names.text(statement.integer(3));
    event.peer = statement.bytes(4);
    request->method = statement.bytes(5);
    request->target = statement.bytes(6);
    request->head = statement.bytes(7);
    request->chunked = flags & flag::chunked;
    request->versionMinor = flags & flag::http10 ? 0 : 1;
    event.request = std::move(request);
    return event;
}

qint64 WriteSession::closeForsakenBodies()
{
    const qint64 now = m_context.clock->nowUs();
    Statement find = m_database.prepare(
        "SELECT b.id, b.received_at, b.flags, b.endpoint, b.peer, b.method, b.target, b.head FROM open_body b"
        " LEFT JOIN process p ON p.id=b.process WHERE p.heartbeat IS NULL OR p.heartbeat<?1 OR p.heartbeat>?2");
    find.bind(1, now - silentUs);
    find.bind(2, now + 6 * silentUs); // a clock that was set back
    std::vector<std::pair<qint64, NewEvent>> events;
    while (find.next()) {
        qint64 stored = 0;
        NewEvent event = forsaken(find, &stored);
        events.emplace_back(stored, std::move(event));
    }
    find.reset();
    Statement size =
        m_database.prepare("SELECT coalesce(sum(length(data)), 0) FROM body_chunk WHERE id BETWEEN ?1 AND ?2");
    Statement close = m_database.prepare("DELETE FROM open_body WHERE id=?1");
    for (const auto& [stored, event] : events) {
        const StatementReset reset(size);
        size.bind(1, firstChunk(stored));
        size.bind(2, lastChunk(stored));
        const qint64 bytes = size.next() ? size.integer(0) : 0;
        const qint64 id = insertRow(event, bytes ? stored : 0, bytes);
        insertHead(id, event, {});
        m_newest = id;
        close.bind(1, stored);
        close.run();
    }
    Statement left = m_database.prepare("SELECT count(*) FROM open_body WHERE process<>?1");
    left.bind(1, m_process);
    return left.next() ? left.integer(0) : 0;
}

} // namespace creel
