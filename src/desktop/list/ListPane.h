#pragma once

#include "base/Ids.h"
#include "store/Query.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace creel
{

class EventFeed;
class EventRowSource;
class EventTable;
class EventTableModel;
class PlainLabel;
class Workspace;

/** Search field, event table, and the line below that says what is not shown. */
class ListPane : public QWidget
{
    Q_OBJECT
public:
    explicit ListPane(Workspace& workspace, QWidget* parent = nullptr);
    ~ListPane() override;

    EventTable& table() { return *m_table; }
    EventTableModel& model() { return *m_model; }
    QLineEdit& searchField() { return *m_search; }

    /** The endpoint to show, or all where there is none. */
    void setEndpoint(const std::optional<QByteArray>& path);
    std::optional<QByteArray> endpoint() const { return m_endpoint; }
    void clearSearch();
    /** What the table shows. */
    Query query() const;
    /** Selects an event as soon as it is in the table. */
    void selectWhenThere(EventId id);
    /** The same, with the event that is to be the first row in sight. */
    void returnTo(EventId current, EventId top);
    /** Reads everything again: events that came back from a deletion. */
    void reload();
    /** Asks for tags in a line below the table; `save` gets them unless the user goes back. */
    void askForTags(const QStringList& present, const std::function<void(const QStringList&)>& save);
    /** Above: for a first step that is not to be overlooked. Below, no row moves under the reader. */
    enum class OfferPlace { AboveTable, BelowTable };
    /** A line with one thing to do about it, e.g. "3 events deleted" and "Undo". */
    void offer(const QString& text, const QString& verb, const std::function<void()>& action,
        OfferPlace place = OfferPlace::BelowTable);
    void endOffer();

signals:
    void problem(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildSearch(QVBoxLayout& layout);
    void buildOffer();
    void buildTags(QVBoxLayout& layout);
    void endTags(bool save);
    void buildTable(QVBoxLayout& layout);
    void buildBottom(QVBoxLayout& layout);
    void connectFeed();
    void search();
    void buildVerdicts();
    bool isFiltered() const;
    void updateCounts();
    void updateBottom();
    void trySelect();

    Workspace& m_workspace;
    std::unique_ptr<EventRowSource> m_source;
    EventTableModel* m_model = nullptr;
    EventFeed* m_feed = nullptr;
    EventTable* m_table = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_verdict = nullptr;
    PlainLabel* m_count = nullptr;
    QWidget* m_tagBar = nullptr;
    QLineEdit* m_tags = nullptr;
    std::function<void(const QStringList&)> m_saveTags;
    QWidget* m_offer = nullptr;
    PlainLabel* m_offerText = nullptr;
    QPushButton* m_offerButton = nullptr;
    std::function<void()> m_offerAction;
    QStackedWidget* m_stack = nullptr;
    PlainLabel* m_emptyText = nullptr;
    QPushButton* m_clear = nullptr;
    PlainLabel* m_bottomText = nullptr;
    QPushButton* m_showNewest = nullptr;
    QTimer m_searchDelay;
    QTimer m_progressDelay;
    std::optional<QByteArray> m_endpoint;
    EventId m_wanted;
    EventId m_wantedTop;
};

} // namespace creel
