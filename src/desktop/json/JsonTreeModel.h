#pragma once

#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "payload/JsonDocument.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace creel
{

/**
 * A JSON document as a tree that is read where it is opened: what is small at once, what is large on another thread,
 * its start first. A container of more than 1 000 children has ranges of 1 000 in between, and ranges of those above a
 * million; where the start of a large one was shown as values already, those stay and ranges follow. The first and only
 * row of the top is the document's value.
 */
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< QString, visible form
        ValueRole, ///< QString, visible form; of a container what it holds
        HintRole, ///< QString
        KindRole, ///< int of JsonKind, -1 for a range or an error
        OffsetRole, ///< qlonglong: first byte of the key or value
        SizeRole, ///< qlonglong: bytes to the end of the value
        IsErrorRole,
    };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    /** `receivedAtUs`: what timestamps are compared with, 0 unknown. Null: empty. */
    void setDocument(std::shared_ptr<const JsonDocument> document, qint64 receivedAtUs);
    std::shared_ptr<const JsonDocument> document() const { return m_document; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;

    /** The exact value: a string unescaped, anything else as it stands. */
    QByteArray valueOf(const QModelIndex& index) const;
    /** The exact bytes of the value. */
    QByteArray rawOf(const QModelIndex& index) const;
    QByteArray keyOf(const QModelIndex& index) const;
    /** `payload.roles[0]["odd name"]`, empty for the whole. */
    QString pathOf(const QModelIndex& index) const;
    /** RFC 6901. */
    QByteArray pointerOf(const QModelIndex& index) const;

    /** Opens what is above the byte and then tells `revealed` the deepest node that holds it. */
    void reveal(qsizetype offset);

signals:
    void revealed(const QModelIndex& index);

private:
    struct Item;
    struct Opened;

    Item* itemOf(const QModelIndex& index) const;
    QModelIndex indexOf(Item* item) const;
    static bool isContainer(const Item& item);
    bool isSmall(const Item& item) const;
    static Opened readStart(const JsonDocument& document, const Item& item);
    static Opened read(const JsonDocument& document, const Item& item, const StopToken& stop);
    void open(Item& item);
    void readLater(Item& item);
    void take(Item& item, const Opened& opened);
    static std::vector<std::unique_ptr<Item>> rowsOf(Item& item, const Opened& opened);
    void setRows(Item& item, std::vector<std::unique_ptr<Item>> rows);
    void goOnRevealing();
    Item* childAt(const Item& item, qsizetype offset) const;
    QString valueText(const Item& item) const;
    QString hintText(const Item& item) const;
    QString countText(const Item& item) const;
    QByteArray nameOf(const Item& item) const;

    std::shared_ptr<const JsonDocument> m_document;
    qint64 m_receivedAtUs = 0;
    std::unique_ptr<Item> m_root;
    qsizetype m_reveal = -1;
    Jobs m_jobs;
    StopSource m_stop; // stops before the jobs are waited for
};

} // namespace creel
