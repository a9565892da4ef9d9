#pragma once

#include "desktop/Inbox.h"

#include "base/Result.h"
#include "base/StopToken.h"
#include "store/EventReader.h"
#include "store/Query.h"
#include "store/Workspace.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace creel
{

/**
 * Keeps the set of one query up to date: finds it, then asks for what is new whenever the workspace has changed. One
 * question is under way at a time; what happens meanwhile is asked for after it. A new query stops the old one.
 */
class EventFeed : public QObject
{
    Q_OBJECT
public:
    EventFeed(Workspace& workspace, QObject* parent = nullptr);

    void setQuery(const Query& query);
    const Query& query() const { return m_query; }
    bool isSearching() const { return m_finding; }
    bool hasFirstPart() const { return m_replaced; } ///< of what is being looked for

signals:
    /** The first part of a new query is there. */
    void replaced(const creel::EventSet& set);
    void added(const creel::EventSet& set);
    void removed(const std::vector<creel::EventId>& ids);
    void changed(const std::vector<creel::EventId>& ids);
    void searching(bool running);
    void problem(const QString& text);

private:
    struct Part {
        quint64 generation = 0;
        bool initial = false;
        Result<QueryPart> part;
    };
    struct News {
        quint64 generation = 0;
        Result<EventReader::Changes> changes;
    };
    void find(EventId after, bool initial);
    void ask();
    void takeParts(std::vector<Part> parts);
    void takeNews(std::vector<News> news);
    bool dependsOnVerdict() const;
    void fail(const Error& error);

    Workspace& m_workspace;
    Query m_query;
    quint64 m_generation = 0;
    bool m_finding = false; ///< the whole set is being looked for
    bool m_replaced = false; ///< the first part of it has come
    bool m_quiet = false; ///< the query is the same as before: it is replaced in one go
    EventSet m_collected; ///< parts of it
    bool m_asking = false; ///< a question for news is under way
    bool m_again = false; ///< something happened meanwhile
    Sequence m_since;
    EventId m_seen; ///< the newest event that was looked at
    EventId m_asked; ///< that before the question under way
    QTimer m_retry;
    StopSource m_stop;
    Inbox<Part> m_parts;
    Inbox<News> m_news;
};

} // namespace creel
