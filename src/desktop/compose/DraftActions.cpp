#include "desktop/compose/DraftActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/Sample.h"
#include "delivery/Variables.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/DraftList.h"
#include "desktop/compose/VariablesDialog.h"
#include "desktop/list/EventText.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/UndoList.h"
#include "desktop/sidebar/SideBar.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

namespace creel
{

DraftActions::DraftActions(MainWindow& window, ComposePane& pane, DeliveryStore& store)
    : QObject(&window)
    , m_window(window)
    , m_pane(pane)
    , m_store(store)
    , m_list(new DraftList(window.workbench().workspace(), store, &window.sideBar()))
{
    window.sideBar().addSection(m_list);
    connect(m_list, &DraftList::openWanted, this, &DraftActions::open);
    connect(m_list, &DraftList::problem, &window.status(), &StatusStrip::showProblem);
    connect(m_list, &DraftList::removed, this, &DraftActions::removed);
    connect(m_list, &DraftList::stored, &pane, &ComposePane::takePlace);
    connect(&pane, &ComposePane::saved, m_list, &DraftList::refresh);
    connect(&pane, &ComposePane::variablesWanted, this, &DraftActions::editVariables);
    connect(&pane, &ComposePane::sampleWanted, this, &DraftActions::startFromSample);
    connect(&pane, &ComposePane::historyWanted, this, &DraftActions::showHistory);
    Command variables;
    variables.key = "tools.variables";
    variables.title = tr("&Variables\u2026");
    variables.place = MenuPlace::Tools;
    variables.run = [this] { editVariables(); };
    window.actions().add(variables);
    readVariables();
}

DraftActions::~DraftActions() = default;

void DraftActions::show(const StoredDraft& stored)
{
    Result<Draft> draft = draftFromJson(QJsonDocument::fromJson(stored.content).object());
    if (!draft.ok())
        return m_window.status().showProblem(draft.error().text);
    draft->body = stored.body;
    m_pane.setStored(stored, *draft);
    m_window.showDetail(&m_pane);
}

void DraftActions::open(DraftId id)
{
    m_stop = StopSource();
    m_window.workbench().reader().run(m_stop.token(), [this, id, store = m_store, post = m_jobs.poster()]() mutable {
        const Result<StoredDraft> stored = store.draftNow(id);
        post([this, stored] {
            if (!stored.ok())
                return m_window.status().showProblem(stored.error().text);
            show(*stored);
        });
    });
}

void DraftActions::removed(const StoredDraft& draft)
{
    if (m_pane.draftId() == draft.id)
        m_pane.forgetStored();
    const QString text = tr("The draft %1 was deleted").arg(toVisible(draft.name, 60));
    m_window.undoList().push(tr("Undo: %1").arg(text), [this, draft] {
        m_store.saveDraft(draft, [this, post = m_jobs.poster()](const Result<StoredDraft>& saved) {
            post([this, saved] {
                if (!saved.ok())
                    m_window.status().showProblem(saved.error().text);
                m_list->refresh();
            });
        });
    });
    m_window.list().offer(text, tr("Undo"), [this] { m_window.undoList().undo(); });
}

void DraftActions::startFromSample(const QByteArray& id)
{
    const SampleCatalog samples;
    const Sample* sample = samples.find(id);
    if (sample == nullptr)
        return;
    // An address that is there already stays: the sample is for it.
    const QByteArray url = m_pane.draft().url;
    Draft draft = sample->toDraft(m_window.workbench().receiver().url().toUtf8());
    if (!url.isEmpty())
        draft.url = url;
    draft.name = sample->name;
    m_pane.setDraft(draft);
}

void DraftActions::showHistory(QPushButton* at)
{
    m_stop = StopSource();
    const DraftId id = m_pane.draftId();
    m_window.workbench().reader().run(
        m_stop.token(), [this, id, at = QPointer<QPushButton>(at), store = m_store, post = m_jobs.poster()]() mutable {
            const auto history = store.historyNow(id);
            post([this, at, history] {
                if (!at || !history.ok())
                    return;
                auto* menu = new QMenu(at);
                menu->setObjectName(QStringLiteral("historyMenu"));
                menu->setAttribute(Qt::WA_DeleteOnClose);
                for (const StoredDraft& earlier : *history) {
                    const QDateTime time = QDateTime::fromMSecsSinceEpoch(earlier.updatedAtUs / 1000);
                    menu->addAction(tr("Go back to %1, %2")
                                        .arg(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                            localizedSize(earlier.body.size())),
                        this, [this, earlier] { restore(earlier); });
                }
                if (history->empty())
                    menu->addAction(tr("There are no earlier states yet"))->setEnabled(false);
                menu->popup(at->mapToGlobal(at->rect().bottomLeft()));
            });
        });
}

void DraftActions::restore(const StoredDraft& earlier)
{
    m_pane.saveNow();
    m_store.restoreDraft(earlier, [this, post = m_jobs.poster()](const Result<StoredDraft>& saved) {
        post([this, saved] {
            if (!saved.ok())
                return m_window.status().showProblem(saved.error().text);
            show(*saved);
            m_list->refresh();
        });
    });
}

void DraftActions::readVariables()
{
    m_variablesStop = StopSource();
    EventReader& reader = m_window.workbench().reader();
    reader.run(m_variablesStop.token(), [this, &reader, post = m_jobs.poster()] {
        const Result<QByteArray> stored = reader.settingNow(variablesSetting);
        post([this, values = variablesFromJson(stored.ok() ? *stored : QByteArray())] {
            m_variables = values;
            m_pane.setVariables(values);
        });
    });
}

void DraftActions::editVariables()
{
    auto* dialog = new VariablesDialog(m_variables, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_variables = dialog->values();
        m_pane.setVariables(m_variables);
        if (!m_window.workbench().workspace().isReadOnly())
            m_window.workbench().writer().setSetting(variablesSetting, variablesToJson(m_variables));
    });
    dialog->open();
}

} // namespace creel
