#include "desktop/schemes/SchemesWindow.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/schemes/SchemeForm.h"
#include "desktop/schemes/SchemePreview.h"
#include "desktop/schemes/SchemeText.h"
#include "desktop/theme/Theme.h"
#include "signature/Scheme.h"
#include "signature/SchemeReader.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace creel
{
namespace
{

constexpr qint64 maxFile = 1024 * 1024;

} // namespace

SchemesWindow::SchemesWindow(Workbench& workbench, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_model(new SchemeListModel(this))
{
    setObjectName(QStringLiteral("schemesWindow"));
    setWindowTitle(tr("Signature schemes"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(1060, 720);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeList());
    splitter->addWidget(makeEditor());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 790});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    reload({});
}

QWidget* SchemesWindow::makeList()
{
    auto* side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setObjectName(QStringLiteral("schemeSearch"));
    m_search->setAccessibleName(tr("Find a scheme"));
    m_search->setPlaceholderText(tr("Find a scheme"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("schemeList"));
    m_list->setAccessibleName(tr("Schemes"));
    m_list->setProperty("kind", QStringLiteral("field"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const auto button = [side](const QString& text, const char* name) {
        auto* made = new QPushButton(text, side);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        return made;
    };
    auto* create = button(tr("New"), "newScheme");
    m_duplicate = button(tr("Duplicate"), "duplicateScheme");
    m_remove = button(tr("Delete"), "deleteScheme");
    auto* import = button(tr("Import\u2026"), "importScheme");
    m_export = button(tr("Export\u2026"), "exportScheme");
    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(create, 0, 0);
    buttons->addWidget(m_duplicate, 0, 1);
    buttons->addWidget(import, 1, 0);
    buttons->addWidget(m_export, 1, 1);
    buttons->addWidget(m_remove, 2, 0);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text.trimmed());
        const QSignalBlocker blocker(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_id)));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) { chosen(index.row()); });
    connect(create, &QPushButton::clicked, this, &SchemesWindow::createNew);
    connect(m_duplicate, &QPushButton::clicked, this, &SchemesWindow::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &SchemesWindow::remove);
    connect(import, &QPushButton::clicked, this, &SchemesWindow::askForImport);
    connect(m_export, &QPushButton::clicked, this, &SchemesWindow::askForExport);
    return side;
}

QWidget* SchemesWindow::makeEditor()
{
    auto* editor = new QWidget(this);
    m_note = new PlainLabel(editor);
    m_note->setObjectName(QStringLiteral("schemeNote"));
    m_note->setProperty("kind", QStringLiteral("secondary"));
    m_note->setWordWrap(true);
    m_form = new SchemeForm(editor);
    auto* scroll = new QScrollArea(editor);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_text = new QPlainTextEdit(editor);
    m_text->setObjectName(QStringLiteral("schemeText"));
    m_text->setAccessibleName(tr("The scheme as JSON"));
    m_text->setFont(wireFont());
    m_text->setTabChangesFocus(true);
    m_tabs = new QTabWidget(editor);
    m_tabs->setAccessibleName(tr("Ways to edit the scheme"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scroll, tr("Form"));
    m_tabs->addTab(m_text, tr("JSON"));
    m_problem = new PlainLabel(editor);
    m_problem->setObjectName(QStringLiteral("schemeProblem"));
    m_problem->setProperty("kind", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_preview = new SchemePreview(m_workbench, editor);
    m_discard = new QPushButton(tr("Discard changes"), editor);
    m_discard->setObjectName(QStringLiteral("discardScheme"));
    m_save = new QPushButton(tr("Save scheme"), editor);
    m_save->setObjectName(QStringLiteral("saveScheme"));
    m_save->setProperty("kind", QStringLiteral("accent"));
    for (QPushButton* button : {m_discard, m_save})
        button->setAutoDefault(false);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(14, 8, 14, 14);
    bottom->addWidget(m_problem, 1);
    bottom->addWidget(m_discard);
    bottom->addWidget(m_save);
    auto* parts = new QSplitter(Qt::Vertical, editor);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->addWidget(m_tabs);
    parts->addWidget(m_preview);
    parts->setStretchFactor(1, 1);
    parts->setSizes({350, 330});
    auto* noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(14, 14, 14, 4);
    noteRow->addWidget(m_note);
    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(noteRow);
    layout->addWidget(parts, 1);
    layout->addLayout(bottom);
    connect(m_form, &SchemeForm::edited, this, &SchemesWindow::formEdited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SchemesWindow::textEdited);
    connect(m_preview, &SchemePreview::problemChanged, this,
        [this](const QString& problem) { tell(problem.isEmpty() && !m_modified ? m_listProblem : problem); });
    connect(m_discard, &QPushButton::clicked, this, &SchemesWindow::discard);
    connect(m_save, &QPushButton::clicked, this, &SchemesWindow::save);
    return editor;
}

void SchemesWindow::reload(const QByteArray& id, const QString& file)
{
    const QPointer<SchemesWindow> self(this);
    m_workbench.readSchemes([self, id, file](std::vector<SchemeFile> files) {
        if (!self)
            return;
        {
            const QSignalBlocker blocker(self->m_list->selectionModel());
            self->m_model->setSchemes(*self->m_workbench.catalog(), std::move(files));
        }
        int row = file.isEmpty() ? self->m_model->rowOf(id) : self->m_model->rowOfFile(file);
        if (row < 0 && id.isEmpty())
            row = 0;
        self->m_list->setCurrentIndex(self->m_model->index(row));
        if (row >= 0)
            self->chosen(row);
    });
}

void SchemesWindow::chosen(int row)
{
    const SchemeListModel::Entry* entry = m_model->entryAt(row);
    if (entry == nullptr || m_showing)
        return;
    if (m_modified) {
        if (!m_id.isEmpty() && entry->id == m_id)
            return;
        const QSignalBlocker blocker(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_id)));
        tell(tr("Save or discard the changes first."));
        return;
    }
    m_id = entry->id;
    m_listProblem = entry->file.problem;
    edit(entry->own ? entry->file.json : schemeText(builtInScheme(entry->id)), entry->own, entry->file.file);
}

void SchemesWindow::edit(const QByteArray& json, bool own, const QString& file)
{
    m_showing = true;
    m_json = json;
    m_own = own;
    m_file = file;
    const std::optional<QJsonObject> object = schemeObject(json);
    m_form->setScheme(object.value_or(QJsonObject()));
    m_form->setEditable(own && object, !file.isEmpty() && !m_id.isEmpty());
    m_text->setPlainText(QString::fromUtf8(json));
    m_text->setReadOnly(!own);
    m_tabs->setTabEnabled(0, object.has_value());
    if (!object)
        m_tabs->setCurrentIndex(1);
    m_showing = false;
    setModified(false);
    tell(m_listProblem);
    m_preview->setScheme(json);
}

void SchemesWindow::refresh()
{
    const QString name = schemeObject(m_json).value_or(QJsonObject()).value(QLatin1String("name")).toString();
    const auto scheme = m_workbench.catalog()->find(m_id);
    const bool code = scheme && !scheme->isDeclarative();
    if (!m_own)
        m_note->setText(code
                ? tr("%1 is built in, and code makes its signed content. Duplicate it to change its other parts.")
                      .arg(toVisible(name, 120))
                : tr("%1 is built in. Duplicate it to make one of your own.").arg(toVisible(name, 120)));
    else if (m_file.isEmpty())
        m_note->setText(tr("A new scheme. Once it is saved, endpoints can use it."));
    else
        m_note->setText(tr("Your own scheme, in %1.").arg(toVisible(m_file, 120)));
    m_note->setToolTip(plainToolTip(scheme ? scheme->notes : QString()));
    m_duplicate->setEnabled(!m_json.isEmpty() && !m_modified);
    m_remove->setEnabled(m_own && !m_file.isEmpty());
    m_export->setEnabled(!m_json.isEmpty());
    m_save->setVisible(m_own);
    m_discard->setVisible(m_own);
    m_save->setEnabled(m_modified);
    m_discard->setEnabled(m_modified);
}

void SchemesWindow::formEdited()
{
    m_json = schemeText(m_form->scheme());
    m_showing = true;
    m_text->setPlainText(QString::fromUtf8(m_json));
    m_showing = false;
    setModified(true);
    m_preview->setScheme(m_json);
}

void SchemesWindow::textEdited()
{
    if (m_showing)
        return;
    m_json = m_text->toPlainText().toUtf8();
    const std::optional<QJsonObject> object = schemeObject(m_json);
    m_tabs->setTabEnabled(0, object.has_value());
    if (object) {
        m_form->setScheme(*object);
        m_form->setEditable(true, !m_file.isEmpty() && !m_id.isEmpty());
    }
    setModified(true);
    m_preview->setScheme(m_json);
}

void SchemesWindow::setModified(bool modified)
{
    m_modified = modified;
    refresh();
}

void SchemesWindow::tell(const QString& problem)
{
    m_problem->setText(toVisible(problem, 500));
}

void SchemesWindow::createNew()
{
    if (m_modified) {
        tell(tr("Save or discard the changes first."));
        return;
    }
    m_id.clear();
    m_listProblem.clear();
    m_list->setCurrentIndex({});
    const QString name = m_model->freeName(tr("New scheme"));
    edit(schemeText(newScheme(name, schemeIdOf(name))), true, {});
    setModified(true);
    m_tabs->setCurrentIndex(0);
    m_form->focusName();
}

void SchemesWindow::duplicate()
{
    std::optional<QJsonObject> object = schemeObject(m_json);
    if (!object || m_modified)
        return;
    const QString name = m_model->freeName(tr("Copy of %1").arg(object->value(QLatin1String("name")).toString()));
    object->insert(QStringLiteral("name"), name);
    object->insert(QStringLiteral("id"), schemeIdOf(name));
    // What speaks of the provider's own scheme is not true of a copy; the original stays the one that is recognized.
    for (const char* gone : {"confidence", "source", "recognize", "profiles", "profile_of", "$schema"})
        object->remove(QLatin1String(gone));
    m_id.clear();
    m_listProblem.clear();
    m_list->setCurrentIndex({});
    edit(schemeText(*object), true, {});
    setModified(true);
    m_form->focusName();
}

void SchemesWindow::remove()
{
    if (!m_own || m_file.isEmpty())
        return;
    ask(this, tr("Delete scheme"),
        tr("%1 is deleted from your schemes. Endpoints that use it verify nothing until they get another.").arg(m_file),
        tr("Delete scheme"), [self = QPointer(this)] {
            if (!self)
                return;
            self->m_workbench.removeScheme(self->m_file, [self](const Result<void>& result) {
                if (!self)
                    return;
                if (!result.ok()) {
                    self->tell(result.error().text);
                    return;
                }
                self->setModified(false);
                self->reload({});
            });
        });
}

void SchemesWindow::save()
{
    store(m_json, m_file);
}

void SchemesWindow::store(const QByteArray& json, const QString& replaced)
{
    m_save->setEnabled(false);
    m_workbench.saveScheme(json, replaced, [self = QPointer(this)](const Result<QByteArray>& id) {
        if (!self)
            return;
        if (!id.ok()) {
            self->refresh();
            self->tell(id.error().text);
            return;
        }
        self->setModified(false);
        self->m_search->clear();
        self->reload(*id);
    });
}

void SchemesWindow::discard()
{
    setModified(false);
    reload(m_id, m_file);
}

void SchemesWindow::askForImport()
{
    auto* dialog = new QFileDialog(this, tr("Import a scheme"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Schemes (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &SchemesWindow::importFile);
    dialog->open();
}

void SchemesWindow::importFile(const QString& file)
{
    if (m_modified) {
        tell(tr("Save or discard the changes first."));
        return;
    }
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        tell(tr("%1 can't be read: %2").arg(QDir::toNativeSeparators(file), source.errorString()));
        return;
    }
    const QByteArray json = source.read(maxFile);
    if (const auto scheme = readScheme(json); !scheme) {
        tell(tr("%1 was not imported. %2").arg(QDir::toNativeSeparators(file), scheme.error().text));
        return;
    }
    store(json, {});
}

void SchemesWindow::askForExport()
{
    auto* dialog = new QFileDialog(this, tr("Export the scheme"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Schemes (*.json)"));
    const QString id = schemeObject(m_json).value_or(QJsonObject()).value(QLatin1String("id")).toString();
    dialog->selectFile(schemeIdOf(id) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SchemesWindow::exportTo);
    dialog->open();
}

void SchemesWindow::exportTo(const QString& file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(m_json) < 0 || !target.commit())
        tell(tr("%1 can't be written: %2").arg(QDir::toNativeSeparators(file), target.errorString()));
}

} // namespace creel
