#include "desktop/compose/DraftList.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "store/EventReader.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int listMargin = 14;
constexpr int maxHeight = 260; ///< more drafts than fit scroll
constexpr int idRole = Qt::UserRole; ///< qlonglong, of a draft
constexpr int folderRole = Qt::UserRole + 1; ///< of a folder

/** Blanks around the parts and empty parts do not count. */
QString cleanFolder(const QString& folder)
{
    QStringList parts;
    for (const QString& part : folder.split(QLatin1Char('/'))) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    return parts.join(QLatin1Char('/'));
}

} // namespace

DraftList::DraftList(Workspace& workspace, DeliveryStore& store, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_tree(new QTreeWidget(this))
{
    auto* heading = new PlainLabel(tr("Drafts"), this);
    heading->setProperty("kind", QStringLiteral("secondarybold"));
    heading->setContentsMargins(listMargin, 14, listMargin, 4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_tree->setObjectName(QStringLiteral("draftList"));
    m_tree->setAccessibleName(tr("Drafts"));
    m_tree->setProperty("kind", QStringLiteral("side"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(m_tree);
    m_later.setSingleShot(true);
    m_later.setInterval(1000);
    connect(&m_later, &QTimer::timeout, this, &DraftList::refresh);
    // Another process may have written one; events come far more often than drafts.
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_later.isActive())
            m_later.start();
    });
    const auto open = [this](QTreeWidgetItem* item) {
        if (const StoredDraft* draft = draftOf(item))
            emit openWanted(draft->id);
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, open);
    connect(m_tree, &QTreeWidget::itemActivated, this, open);
    const auto turned = [this](QTreeWidgetItem* item) {
        const QString folder = item->data(0, folderRole).toString();
        m_closed.removeAll(folder);
        if (!item->isExpanded())
            m_closed << folder;
        fitHeight();
    };
    connect(m_tree, &QTreeWidget::itemExpanded, this, turned);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, turned);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &DraftList::showMenu);
    hide();
    refresh();
}

DraftList::~DraftList() = default;

const StoredDraft* DraftList::draftOf(const QTreeWidgetItem* item) const
{
    const DraftId id(item == nullptr ? 0 : item->data(0, idRole).toLongLong());
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [id](const StoredDraft& draft) { return draft.id == id; });
    return found == m_drafts.end() ? nullptr : &*found;
}

QStringList DraftList::folders() const
{
    QStringList folders;
    for (const StoredDraft& draft : m_drafts) {
        if (!draft.folder.isEmpty() && !folders.contains(draft.folder))
            folders << draft.folder;
    }
    return folders;
}

void DraftList::refresh()
{
    m_stop = StopSource();
    m_workspace.reader().run(
        m_stop.token(), [this, store = m_store, stop = m_stop.token(), post = m_jobs.poster()]() mutable {
            auto drafts = store.draftsNow(stop);
            post([this, drafts = std::move(drafts), stop] {
                if (drafts.ok() && !stop.stopRequested())
                    show(*drafts);
            });
        });
}

void DraftList::show(std::vector<StoredDraft> drafts)
{
    if (drafts == m_drafts)
        return;
    m_drafts = std::move(drafts);
    fill();
}

void DraftList::fill()
{
    const StoredDraft* before = draftOf(m_tree->currentItem());
    const DraftId current = before == nullptr ? DraftId() : before->id;
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    for (const QString& folder : folders())
        folderItem(folder);
    for (const StoredDraft& draft : m_drafts) {
        auto* item = new QTreeWidgetItem({toVisible(draft.name, 120)});
        item->setData(0, idRole, qlonglong(draft.id.v));
        item->setToolTip(0, plainToolTip(draft.name));
        if (QTreeWidgetItem* folder = folderItem(draft.folder))
            folder->addChild(item);
        else
            m_tree->addTopLevelItem(item);
        if (draft.id == current)
            m_tree->setCurrentItem(item);
    }
    fitHeight();
    setVisible(!m_drafts.empty());
}

/** The item of a folder, made with those above it where it is not there; null for the top. */
QTreeWidgetItem* DraftList::folderItem(const QString& folder)
{
    if (folder.isEmpty())
        return nullptr;
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        if ((*it)->data(0, folderRole).toString() == folder)
            return *it;
    }
    const qsizetype slash = folder.lastIndexOf(QLatin1Char('/'));
    auto* item = new QTreeWidgetItem({toVisible(folder.mid(slash + 1), 80)});
    item->setData(0, folderRole, folder);
    if (QTreeWidgetItem* above = folderItem(folder.left(std::max<qsizetype>(slash, 0))))
        above->addChild(item);
    else
        m_tree->addTopLevelItem(item);
    item->setExpanded(!m_closed.contains(folder));
    return item;
}

void DraftList::fitHeight()
{
    int rows = 0;
    for (QTreeWidgetItem* item = m_tree->topLevelItem(0); item != nullptr; item = m_tree->itemBelow(item))
        ++rows;
    m_tree->setFixedHeight(std::min(rows * std::max(m_tree->sizeHintForRow(0), 20) + 4, maxHeight));
}

/** The list has no bodies: the whole draft is read before it goes, so that it can come back. */
void DraftList::remove(DraftId id)
{
    m_workspace.reader().run({}, [this, id, store = m_store, post = m_jobs.poster()]() mutable {
        const Result<StoredDraft> whole = store.draftNow(id);
        post([this, whole] {
            if (!whole.ok())
                return emit problem(whole.error().text);
            m_store.deleteDraft(whole->id, [this, post = m_jobs.poster(), draft = *whole](const Result<void>& result) {
                post([this, draft, result] {
                    if (!result.ok())
                        emit problem(result.error().text);
                    else
                        emit removed(draft);
                    refresh();
                });
            });
        });
    });
}

void DraftList::place(DraftId id, std::optional<QString> name, std::optional<QString> folder)
{
    m_store.placeDraft(
        id, std::move(name), std::move(folder), [this, post = m_jobs.poster()](const Result<StoredDraft>& placed) {
            post([this, placed] {
                if (!placed.ok())
                    emit problem(placed.error().text);
                else
                    emit stored(*placed);
                refresh();
            });
        });
}

void DraftList::rename(DraftId id, const QString& name)
{
    place(id, name, std::nullopt);
}

void DraftList::moveTo(DraftId id, const QString& folder)
{
    place(id, std::nullopt, cleanFolder(folder));
}

void DraftList::renameFolder(const QString& folder, const QString& name)
{
    const QString above = folder.left(std::max<qsizetype>(folder.lastIndexOf(QLatin1Char('/')), 0));
    const QString now = cleanFolder(above + QLatin1Char('/') + name);
    for (const StoredDraft& draft : m_drafts) {
        if (draft.folder == folder || draft.folder.startsWith(folder + QLatin1Char('/')))
            moveTo(draft.id, now + draft.folder.mid(folder.size()));
    }
}

void DraftList::showMenu(const QPoint& position)
{
    const QTreeWidgetItem* item = m_tree->itemAt(position);
    if (item == nullptr || m_workspace.isReadOnly())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const StoredDraft* draft = draftOf(item);
    if (draft == nullptr) {
        const QString folder = item->data(0, folderRole).toString();
        menu->addAction(tr("Rename\u2026"), this, [this, folder] {
            askText(tr("Rename the folder"), folder.mid(folder.lastIndexOf(QLatin1Char('/')) + 1), tr("Rename"),
                [this, folder](const QString& name) { renameFolder(folder, name); });
        });
    } else {
        menu->addAction(tr("Rename\u2026"), this, [this, id = draft->id, name = draft->name] {
            askText(tr("Rename the draft"), name, tr("Rename"), [this, id](const QString& text) { rename(id, text); });
        });
        addMoves(*menu, *draft);
        menu->addSeparator();
        menu->addAction(tr("Delete"), this, [this, id = draft->id] { remove(id); });
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void DraftList::addMoves(QMenu& menu, const StoredDraft& draft)
{
    QMenu* moves = menu.addMenu(tr("Move to"));
    const DraftId id = draft.id;
    if (!draft.folder.isEmpty())
        moves->addAction(tr("No folder"), this, [this, id] { moveTo(id, {}); });
    for (const QString& folder : folders()) {
        if (folder != draft.folder)
            moves->addAction(plainMenuText(folder), this, [this, id, folder] { moveTo(id, folder); });
    }
    moves->addSeparator();
    moves->addAction(tr("New folder\u2026"), this, [this, id] {
        askText(tr("New folder"), {}, tr("Move"), [this, id](const QString& folder) { moveTo(id, folder); });
    });
}

void DraftList::askText(
    const QString& title, const QString& text, const QString& verb, std::function<void(const QString&)> then)
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* line = new QLineEdit(text, dialog);
    line->setAccessibleName(title);
    line->setMinimumWidth(320);
    line->setMaxLength(200);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton* accept = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    accept->setProperty("kind", QStringLiteral("accent"));
    const auto refreshButton = [accept, line] { accept->setEnabled(!line->text().trimmed().isEmpty()); };
    connect(line, &QLineEdit::textChanged, accept, refreshButton);
    refreshButton();
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [line, then = std::move(then)] { then(line->text().trimmed()); });
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(line);
    layout->addWidget(buttons);
    line->selectAll();
    dialog->open();
}

} // namespace creel
