#include "desktop/compose/DraftList.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "store/EventReader.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int margin = 14;
constexpr int maxHeight = 240; ///< more drafts than fit scroll

QString titleOf(const StoredDraft& draft)
{
    const QString name = toVisible(draft.name, 120);
    return draft.folder.isEmpty() ? name : DraftList::tr("%1 / %2").arg(toVisible(draft.folder, 80), name);
}

} // namespace

DraftList::DraftList(Workspace& workspace, DeliveryStore& store, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_list(new QListWidget(this))
{
    auto* heading = new PlainLabel(tr("Drafts"), this);
    heading->setProperty("kind", QStringLiteral("secondarybold"));
    heading->setContentsMargins(margin, 14, margin, 4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_list->setObjectName(QStringLiteral("draftList"));
    m_list->setAccessibleName(tr("Drafts"));
    m_list->setProperty("kind", QStringLiteral("side"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(m_list);
    m_later.setSingleShot(true);
    m_later.setInterval(1000);
    connect(&m_later, &QTimer::timeout, this, &DraftList::refresh);
    // Another process may have written one; events come far more often than drafts.
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_later.isActive())
            m_later.start();
    });
    const auto open = [this](QListWidgetItem* item) {
        if (const StoredDraft* draft = draftAt(m_list->row(item)))
            emit openWanted(draft->id);
    };
    connect(m_list, &QListWidget::itemClicked, this, open);
    connect(m_list, &QListWidget::itemActivated, this, open);
    connect(m_list, &QWidget::customContextMenuRequested, this, &DraftList::showMenu);
    hide();
    refresh();
}

DraftList::~DraftList() = default;

const StoredDraft* DraftList::draftAt(int row) const
{
    return row >= 0 && row < count() ? &m_drafts[std::size_t(row)] : nullptr;
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
    const StoredDraft* before = draftAt(m_list->currentRow());
    const DraftId current = before == nullptr ? DraftId() : before->id;
    m_drafts = std::move(drafts);
    m_list->clear();
    for (const StoredDraft& draft : m_drafts) {
        auto* item = new QListWidgetItem(titleOf(draft), m_list);
        item->setToolTip(plainToolTip(titleOf(draft)));
        if (draft.id == current)
            m_list->setCurrentItem(item);
    }
    m_list->setFixedHeight(std::min(count() * std::max(m_list->sizeHintForRow(0), 20) + 4, maxHeight));
    setVisible(!m_drafts.empty());
}

void DraftList::remove(DraftId id)
{
    m_store.deleteDraft(id, [this, id, post = m_jobs.poster()](const Result<void>& result) {
        post([this, id, result] {
            if (!result.ok())
                emit problem(result.error().text);
            else
                emit removed(id);
            refresh();
        });
    });
}

void DraftList::rename(const StoredDraft& draft, const QString& name)
{
    m_stop = StopSource();
    // The list has no bodies: the whole draft is read before it is written under its new name.
    m_workspace.reader().run({}, [this, id = draft.id, name, store = m_store, post = m_jobs.poster()]() mutable {
        Result<StoredDraft> whole = store.draftNow(id);
        if (!whole.ok())
            return;
        whole->name = name;
        store.saveDraft(*whole, [this, post](const Result<StoredDraft>& saved) {
            post([this, saved] {
                if (!saved.ok())
                    emit problem(saved.error().text);
                refresh();
            });
        });
    });
}

void DraftList::showMenu(const QPoint& position)
{
    const StoredDraft* draft = draftAt(m_list->row(m_list->itemAt(position)));
    if (draft == nullptr || m_workspace.isReadOnly())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename\u2026"), this, [this, d = *draft] { askName(d); });
    menu->addAction(tr("Delete"), this, [this, id = draft->id] { remove(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void DraftList::askName(const StoredDraft& draft)
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the draft"));
    auto* name = new QLineEdit(draft.name, dialog);
    name->setAccessibleName(tr("Name of the draft"));
    name->setMinimumWidth(320);
    name->setMaxLength(200);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton* rename = buttons->addButton(tr("Rename"), QDialogButtonBox::AcceptRole);
    connect(name, &QLineEdit::textChanged, rename,
        [rename](const QString& text) { rename->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, draft, name] { this->rename(draft, name->text().trimmed()); });
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(name);
    layout->addWidget(buttons);
    name->selectAll();
    dialog->open();
}

} // namespace creel
