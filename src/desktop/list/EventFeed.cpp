#include "desktop/list/EventFeed.h"

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

constexpr int retryMs = 1'000;

} // namespace

EventFeed::EventFeed(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_parts([this](std::vector<Part> parts) { takeParts(std::move(parts)); })
    , m_news([this](std::vector<News> news) { takeNews(std::move(news)); })
{
    connect(&workspace, &Workspace::changed, this, &EventFeed::ask);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &EventFeed::ask);
}

void EventFeed::setQuery(const Query& query)
{
    m_quiet = m_generation > 0 && query == m_query;
    m_collected = EventSet();
    m_stop = StopSource();
    ++m_generation;
    m_query = query;
    m_replaced = false;
    m_asking = false;
    m_again = false;
    m_retry.stop();
    m_finding = true;
    emit searching(true);
    m_seen = EventId();
    find(EventId(), true);
}

void EventFeed::find(EventId after, bool initial)
{
    Query query = m_query;
    if (!initial)
        query.afterId = after;
    m_workspace.reader().find(
        query, m_stop.token(), [post = m_parts.poster(), generation = m_generation, initial](Result<QueryPart> part) {
            post(Part{generation, initial, std::move(part)});
        });
}

void EventFeed::ask()
{
    if (m_finding || m_asking) {
        m_again = true;
        return;
    }
    m_again = false;
    m_asking = true;
    m_workspace.reader().changes(m_since, m_stop.token(),
        [post = m_news.poster(), generation = m_generation](Result<EventReader::Changes> changes) {
            post(News{generation, std::move(changes)});
        });
}

void EventFeed::takeParts(std::vector<Part> parts)
{
    for (Part& answer : parts) {
        if (answer.generation != m_generation)
            continue;
        const bool failed = !answer.part.ok();
        if (failed) {
            if (!answer.initial)
                m_seen = m_asked; // not looked at after all
            fail(answer.part.error());
        }
        const bool done = failed || answer.part->done;
        if (!failed) {
            const EventSet& found = answer.part->found;
            m_seen = std::max(m_seen, found.newest());
            // An empty part tells of progress only; the old content stays until there is something to show instead.
            if (answer.initial && m_quiet) {
                // The same question again: what is read stays until the whole answer is there.
                m_collected.unite(found);
                if (done)
                    emit replaced(std::exchange(m_collected, EventSet()));
            } else if (answer.initial && !m_replaced && (found.size() > 0 || done)) {
                m_replaced = true;
                emit replaced(found);
            } else if (answer.initial && found.size() > 0) {
                emit added(found);
            } else if (!answer.initial) {
                m_collected.unite(found);
                if (done && m_collected.size() > 0)
                    emit added(std::exchange(m_collected, EventSet()));
            }
        }
        if (!done)
            continue;
        if (answer.initial) {
            m_finding = false;
            emit searching(false);
            if (!failed)
                ask(); // what came while it was looked for
        } else {
            m_asking = false;
            if (m_again && !failed)
                ask();
        }
    }
}

/** What could not be read is asked for again after a while: nothing else may happen that would ask. */
void EventFeed::fail(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        emit problem(error.text);
    m_retry.start();
}

void EventFeed::takeNews(std::vector<News> news)
{
    for (News& answer : news) {
        if (answer.generation != m_generation)
            continue;
        m_asking = false;
        if (!answer.changes.ok()) {
            fail(answer.changes.error());
            continue;
        }
        const EventReader::Changes& changes = *answer.changes;
        m_since = changes.now;
        if (changes.everything || (dependsOnVerdict() && !changes.changed.empty())) {
            setQuery(m_query);
            return;
        }
        if (!changes.deleted.empty())
            emit removed(changes.deleted);
        if (!changes.changed.empty())
            emit changed(changes.changed);
        if (changes.newestId > m_seen) {
            m_asking = true;
            m_asked = std::exchange(m_seen, changes.newestId);
            find(m_asked, false);
        } else if (m_again) {
            ask();
        }
    }
}

bool EventFeed::dependsOnVerdict() const
{
    return !m_query.verdicts.empty();
}

} // namespace creel
