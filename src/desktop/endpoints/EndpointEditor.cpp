#include "desktop/endpoints/EndpointEditor.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/endpoints/SchemeModel.h"
#include "desktop/endpoints/SecretRow.h"
#include "desktop/theme/Theme.h"
#include "ui_EndpointEditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QScrollArea>
#include <QSet>

#include <algorithm>

namespace creel
{
namespace
{

/** A field name is a token (RFC 9110, section 5.6.2). */
bool isToken(QByteArrayView name)
{
    static constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
    });
}

} // namespace

EndpointEditor::EndpointEditor(Workbench& workbench, const Endpoint& endpoint, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_endpoint(endpoint)
    , m_ui(std::make_unique<Ui::EndpointEditor>())
    , m_schemes(new SchemeModel(*workbench.catalog(), this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(endpoint.id.isValid() ? tr("Edit endpoint") : tr("New endpoint"));
    // Secrets, notes and settings may need more room than the dialog has.
    const QString signature = m_ui->tabs->tabText(0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(signature);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ui->tabs->removeTab(0);
    scroll->setWidget(m_ui->verificationTab);
    m_ui->verificationTab->show(); // a page that leaves its tab is hidden
    m_ui->tabs->insertTab(0, scroll, signature);
    m_ui->tabs->setCurrentIndex(0);
    m_ui->problem->hide();
    m_ui->schemes->setModel(m_schemes);
    m_ui->schemes->setMinimumHeight(132);
    m_ui->path->setFont(wireFont());
    m_ui->headers->setFont(wireFont());
    m_ui->body->setFont(wireFont());
    m_ui->publicUrl->setFont(wireFont());
    fill();
    connect(m_ui->schemeFilter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_schemes->setFilter(text.trimmed());
        const int row = m_schemes->rowOf(m_scheme);
        if (row >= 0)
            m_ui->schemes->setCurrentIndex(m_schemes->index(row));
        else if (!text.trimmed().isEmpty() && m_schemes->rowCount() > 0)
            chooseScheme(m_schemes->entryAt(0)->id);
    });
    connect(m_ui->schemes, &QListView::clicked, this,
        [this](const QModelIndex& index) { chooseScheme(m_schemes->entryAt(index.row())->id); });
    connect(
        m_ui->schemes->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
            if (m_ui->schemes->hasFocus() && index.isValid())
                chooseScheme(m_schemes->entryAt(index.row())->id);
        });
    m_ui->schemeFilter->installEventFilter(this);
    connect(m_ui->answerHandshakes, &QCheckBox::toggled, m_ui->handshake, &QWidget::setEnabled);
    connect(m_ui->handshake, &QComboBox::currentIndexChanged, this, &EndpointEditor::showScheme);
    connect(m_ui->addSecret, &QPushButton::clicked, this, [this] { addSecretRow({})->focusValue(); });
    connect(&workbench.secrets(), &SecretStore::stateChanged, this, &EndpointEditor::showSecretNote);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->save, &QPushButton::clicked, this, &EndpointEditor::save);
    m_ui->path->setFocus();
}

EndpointEditor::~EndpointEditor() = default;

void EndpointEditor::focusSecret()
{
    m_ui->tabs->setCurrentIndex(0);
    if (m_scheme.isEmpty() || m_secrets.empty())
        m_ui->schemeFilter->setFocus();
    else
        m_secrets.front()->focusValue();
}

bool EndpointEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->schemeFilter || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_scheme.isEmpty() || m_secrets.empty())
            m_ui->schemes->setFocus();
        else
            m_secrets.front()->focusValue();
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int row = m_ui->schemes->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
    if (const SchemeModel::Entry* entry = m_schemes->entryAt(row))
        chooseScheme(entry->id);
    return true;
}

void EndpointEditor::fill()
{
    m_ui->path->setText(toText(m_endpoint.path));
    m_ui->path->setReadOnly(m_endpoint.id.isValid() && m_endpoint.path == "/");
    m_ui->name->setText(m_endpoint.name);
    m_ui->publicUrl->setText(toText(m_endpoint.publicUrl));
    m_ui->status->setValue(m_endpoint.answer.status);
    m_ui->delay->setValue(m_endpoint.answer.delayMs);
    QStringList lines;
    for (const HeaderField& field : m_endpoint.answer.headers)
        lines << toText(field.name) + QStringLiteral(": ") + toText(field.value);
    m_ui->headers->setPlainText(lines.join(QLatin1Char('\n')));
    // The editor changes NUL, CR and some blanks: such a body is kept as it is and not shown for editing.
    m_ui->body->setPlainText(QString::fromUtf8(m_endpoint.answer.body));
    m_bodyIsText = m_ui->body->toPlainText().toUtf8() == m_endpoint.answer.body;
    m_ui->body->setReadOnly(!m_bodyIsText);
    if (!m_bodyIsText)
        m_ui->bodyNote->setText(tr("This body is not plain text. It is kept as it is."));
    m_ui->bodyNote->setVisible(!m_bodyIsText);
    m_ui->answerHandshakes->setChecked(m_endpoint.answerHandshakes);
    m_ui->handshake->addItem(tr("as the provider needs them"), QByteArray());
    for (const HandshakeCatalog::Entry& entry : m_workbench.handshakes()->entries())
        m_ui->handshake->addItem(entry.name, entry.id);
    m_ui->handshake->setCurrentIndex(std::max(m_ui->handshake->findData(m_endpoint.handshake), 0));
    m_ui->handshake->setEnabled(m_endpoint.answerHandshakes);
    const std::vector<SecretRef> missing = m_workbench.secretsWithoutValue(m_endpoint);
    for (const SecretRef& secret : m_endpoint.secrets) {
        SecretRow* row = addSecretRow(secret);
        if (std::any_of(missing.begin(), missing.end(), [&](const SecretRef& one) { return one.id == secret.id; }))
            row->setMissing();
    }
    m_ui->olderNote->setVisible(!m_endpoint.olderSecrets.empty());
    for (const SecretRef& secret : m_endpoint.olderSecrets)
        addOlderRow(secret);
    chooseScheme(m_endpoint.scheme);
    if (const int row = m_schemes->rowOf(m_endpoint.scheme); row >= 0)
        m_ui->schemes->setCurrentIndex(m_schemes->index(row));
    showSecretNote();
}

void EndpointEditor::chooseScheme(const QByteArray& id)
{
    m_scheme = id;
    const int row = m_schemes->rowOf(id);
    if (row >= 0 && m_ui->schemes->currentIndex().row() != row)
        m_ui->schemes->setCurrentIndex(m_schemes->index(row));
    showScheme();
}

void EndpointEditor::showScheme()
{
    const SchemeModel::Entry* entry = m_schemes->find(m_scheme);
    const QString note = entry != nullptr
        ? entry->note
        : tr("The provider %1 is not in the catalog of this version; its events are not verified.")
              .arg(toVisible(toText(m_scheme), 100));
    m_ui->schemeNote->setText(note);
    m_ui->schemeNote->setVisible(!note.isEmpty());
    QByteArrayList names = entry != nullptr ? entry->settings : m_endpoint.settings.keys();
    const QByteArray handshake = m_ui->handshake->currentData().toByteArray();
    for (const HandshakeCatalog::Entry& one : m_workbench.handshakes()->entries()) {
        const bool answered = handshake.isEmpty()
            ? !m_scheme.isEmpty() && std::find(one.schemes.begin(), one.schemes.end(), m_scheme) != one.schemes.end()
            : one.id == handshake;
        for (const QByteArray& name : one.settings) {
            if (answered && !names.contains(name))
                names << name;
        }
    }
    for (auto it = m_settings.begin(); it != m_settings.end(); ++it)
        m_endpoint.settings.insert(it.key(), it.value()->text().toUtf8());
    m_settings.clear();
    while (m_ui->settings->rowCount() > 0)
        m_ui->settings->removeRow(0);
    for (const QByteArray& name : names) {
        auto* field = new QLineEdit(toText(m_endpoint.settings.value(name)), this);
        const QString label = QString::fromLatin1(name).replace(QLatin1Char('_'), QLatin1Char(' '));
        field->setAccessibleName(label);
        auto* caption = new PlainLabel(label, this);
        caption->setBuddy(field);
        m_ui->settings->addRow(caption, field);
        m_settings.insert(name, field);
    }
    m_ui->settingsLabel->setVisible(!names.isEmpty());
    const bool verifies = !m_scheme.isEmpty();
    m_ui->secretsLabel->setVisible(verifies || !m_secrets.empty());
    m_ui->addSecret->setVisible(verifies);
    m_ui->addSecret->setText(entry != nullptr && entry->publicKey ? tr("Add a public key") : tr("Add a secret"));
    showSecretNote();
    if (verifies && m_secrets.empty())
        addSecretRow({});
}

void EndpointEditor::showSecretNote()
{
    const SchemeModel::Entry* entry = m_schemes->find(m_scheme);
    const SecretStore& store = m_workbench.secrets();
    QString note;
    if (m_scheme.isEmpty())
        note.clear();
    else if (entry != nullptr && entry->publicKey)
        note = tr("A public key is not secret: it is stored in the workspace.");
    else if (store.state() == SecretStore::State::Missing || store.state() == SecretStore::State::Locked)
        note =
            tr("%1 Until then secrets are held while Creel runs and are never written to disk.").arg(store.stateText());
    else
        note = tr("Secrets are stored in the system keychain, never in the workspace.");
    m_ui->secretNote->setText(note);
    m_ui->secretNote->setVisible(!note.isEmpty());
}

SecretRow* EndpointEditor::addSecretRow(const SecretRef& secret)
{
    auto* row = new SecretRow(secret, this);
    m_ui->secrets->addWidget(row);
    m_secrets.push_back(row);
    connect(row, &SecretRow::removeWanted, this, [this, row] {
        std::erase(m_secrets, row);
        row->deleteLater();
    });
    return row;
}

/** Name and fingerprint; all that can be done is to delete it, for good when the endpoint is saved. */
void EndpointEditor::addOlderRow(const SecretRef& secret)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const QString name = toVisible(secret.name.isEmpty() ? secret.fingerprint : secret.name, 120);
    auto* label = new PlainLabel(tr("%1 (%2)").arg(name, toVisible(secret.fingerprint, 60)), row);
    label->setObjectName(QStringLiteral("olderSecret"));
    auto* remove = new QPushButton(tr("Delete"), row);
    remove->setObjectName(QStringLiteral("deleteOlder"));
    remove->setAccessibleName(tr("Delete the older secret %1").arg(name));
    layout->addWidget(label, 1);
    layout->addWidget(remove);
    m_ui->older->addWidget(row);
    connect(remove, &QPushButton::clicked, this, [this, row, id = secret.id] {
        std::erase_if(m_endpoint.olderSecrets, [id](const SecretRef& older) { return older.id == id; });
        m_ui->olderNote->setVisible(!m_endpoint.olderSecrets.empty());
        row->deleteLater();
        m_ui->addSecret->setFocus(); // the focus of a button that goes would go anywhere
    });
}

Result<HeaderList> EndpointEditor::readHeaders() const
{
    HeaderList headers;
    const QStringList lines = m_ui->headers->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QByteArray bytes = line.toUtf8();
        const qsizetype colon = bytes.indexOf(':');
        const QByteArray name = bytes.left(colon).trimmed();
        if (colon < 0 || !isToken(name))
            return Error{
                ErrorCode::Invalid, tr("\"%1\" is not a header. Write each as Name: value.").arg(toVisible(line, 60))};
        const QByteArray lower = asciiLower(name);
        if (lower == "content-length" || lower == "transfer-encoding" || lower == "connection")
            return Error{ErrorCode::Invalid, tr("%1 is set by Creel from the body. Remove it.").arg(toText(name))};
        headers.add(name, trimOws(QByteArrayView(bytes).sliced(colon + 1)).toByteArray());
    }
    return headers;
}

Result<Endpoint> EndpointEditor::read(QWidget*& where) const
{
    Endpoint endpoint = m_endpoint;
    endpoint.path = m_ui->path->text().trimmed().toUtf8();
    where = m_ui->path;
    if (!endpoint.path.startsWith('/'))
        return Error{ErrorCode::Invalid, tr("The path must begin with a slash, such as /stripe.")};
    if (endpoint.path.contains('?') || endpoint.path.contains('#') || endpoint.path.contains(' '))
        return Error{ErrorCode::Invalid, tr("A path has no blank, ? or #: the query does not count.")};
    const auto known = m_workbench.workspace().endpoints();
    for (const Endpoint& other : *known) {
        if (other.path == endpoint.path && other.id != endpoint.id)
            return Error{
                ErrorCode::Invalid, tr("There is an endpoint %1 already. Edit that one.").arg(toText(other.path))};
    }
    endpoint.name = m_ui->name->text().trimmed();
    endpoint.scheme = m_scheme;
    endpoint.answerHandshakes = m_ui->answerHandshakes->isChecked();
    endpoint.handshake = m_ui->handshake->currentData().toByteArray();
    where = m_ui->publicUrl;
    endpoint.publicUrl = m_ui->publicUrl->text().trimmed().toUtf8();
    if (!endpoint.publicUrl.isEmpty() && !endpoint.publicUrl.startsWith("http://")
        && !endpoint.publicUrl.startsWith("https://"))
        return Error{ErrorCode::Invalid, tr("The public URL begins with http:// or https://.")};
    endpoint.settings.clear();
    for (auto it = m_settings.begin(); it != m_settings.end(); ++it) {
        if (!it.value()->text().isEmpty())
            endpoint.settings.insert(it.key(), it.value()->text().toUtf8());
    }
    where = m_ui->headers;
    Result<HeaderList> headers = readHeaders();
    if (!headers.ok())
        return headers.error();
    endpoint.answer.status = m_ui->status->value();
    endpoint.answer.delayMs = m_ui->delay->value();
    endpoint.answer.headers = *headers;
    if (m_bodyIsText)
        endpoint.answer.body = m_ui->body->toPlainText().toUtf8();
    return endpoint;
}

void EndpointEditor::save()
{
    QWidget* where = nullptr;
    Result<Endpoint> read = this->read(where);
    if (!read.ok()) {
        fail(read.error().text, where);
        return;
    }
    Endpoint endpoint = *read;
    endpoint.secrets.clear();
    const SchemeModel::Entry* entry = m_schemes->find(m_scheme);
    const bool isPublic = entry != nullptr && entry->publicKey;
    std::vector<SecretBytes> values;
    QSet<QString> names;
    for (const SecretRow* row : m_secrets) {
        if (row->isNew() && !row->hasValue())
            continue;
        SecretRef secret = row->secret();
        if (secret.name.isEmpty())
            secret.name = tr("%1 secret %n", nullptr, int(values.size()) + 1).arg(toText(endpoint.path));
        while (names.contains(secret.name))
            secret.name += QStringLiteral(" 2");
        names.insert(secret.name);
        SecretBytes value = row->value();
        if (!value.isEmpty()) {
            secret.fingerprint = fingerprint(value.view());
            secret.publicKey = isPublic ? value.view().toByteArray() : QByteArray();
        }
        endpoint.secrets.push_back(secret);
        values.push_back(isPublic ? SecretBytes() : std::move(value));
    }
    m_ui->save->setEnabled(false);
    const QPointer<EndpointEditor> self(this);
    m_workbench.saveEndpoint(endpoint, std::move(values), [self](const Result<Endpoint>& result) {
        if (self)
            self->finished(result);
    });
}

void EndpointEditor::finished(const Result<Endpoint>& result)
{
    m_ui->save->setEnabled(true);
    if (!result.ok()) {
        fail(result.error().text, nullptr);
        return;
    }
    emit saved(*result);
    accept();
}

void EndpointEditor::fail(const QString& text, QWidget* where)
{
    m_ui->problem->setText(text);
    m_ui->problem->show();
    if (where == nullptr)
        return;
    m_ui->tabs->setCurrentIndex(m_ui->answerTab->isAncestorOf(where) ? 1 : 0);
    where->setFocus();
}

} // namespace creel
