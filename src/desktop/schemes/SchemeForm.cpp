#include "desktop/schemes/SchemeForm.h"

#include "desktop/schemes/SchemeText.h"
#include "desktop/theme/Theme.h"
#include "ui_SchemeForm.h"

#include <QJsonArray>
#include <QMenu>

namespace creel
{
namespace
{

constexpr const char* exampleOf = "example";

struct Choice {
    const char* word;
    const char* text;
};
constexpr Choice algorithms[] = {{"hmac-sha256", "HMAC-SHA256"}, {"hmac-sha1", "HMAC-SHA1"},
    {"hmac-sha384", "HMAC-SHA384"}, {"hmac-sha512", "HMAC-SHA512"}, {"hmac-md5", "HMAC-MD5"}, {"sha256", "SHA-256"},
    {"sha1", "SHA-1"}, {"ed25519", "Ed25519"}, {"rsa-sha256", "RSA-SHA256"}, {"rsa-sha1", "RSA-SHA1"},
    {"rsa-sha384", "RSA-SHA384"}, {"rsa-sha512", "RSA-SHA512"}, {"ecdsa-p256-sha256", "ECDSA P-256"},
    {"ecdsa-p384-sha384", "ECDSA P-384"}, {"ecdsa-p521-sha512", "ECDSA P-521"},
    {"token", QT_TRANSLATE_NOOP("creel::SchemeForm", "The secret itself")},
    {"basic", QT_TRANSLATE_NOOP("creel::SchemeForm", "Basic authentication")}};
constexpr Choice encodings[] = {{"hex", "hex"}, {"hex-upper", "HEX"}, {"base64", "base64"}, {"base64url", "base64url"},
    {"text", QT_TRANSLATE_NOOP("creel::SchemeForm", "text")}};
constexpr Choice units[] = {{"s", QT_TRANSLATE_NOOP("creel::SchemeForm", "seconds")},
    {"ms", QT_TRANSLATE_NOOP("creel::SchemeForm", "milliseconds")}, {"iso", "ISO 8601"}, {"http-date", "HTTP-date"},
    {"iso-or-s", QT_TRANSLATE_NOOP("creel::SchemeForm", "ISO 8601 or seconds")}};
constexpr Choice keyForms[] = {{"text", QT_TRANSLATE_NOOP("creel::SchemeForm", "its text as it is")},
    {"hex", QT_TRANSLATE_NOOP("creel::SchemeForm", "hex of the key")},
    {"base64", QT_TRANSLATE_NOOP("creel::SchemeForm", "base64 of the key")},
    {"public", QT_TRANSLATE_NOOP("creel::SchemeForm", "a public key")},
    {"text-or-public", QT_TRANSLATE_NOOP("creel::SchemeForm", "text or a public key")}};

template <std::size_t N> void fillChoices(QComboBox& box, const Choice (&choices)[N])
{
    for (const Choice& choice : choices)
        box.addItem(SchemeForm::tr(choice.text), QString::fromLatin1(choice.word));
}

/** A word that the form has no name for stays as it is. */
void choose(QComboBox& box, const QString& word)
{
    int at = box.findData(word);
    if (at < 0) {
        box.addItem(word, word);
        at = box.count() - 1;
    }
    box.setCurrentIndex(at);
}

QString firstOf(const QJsonValue& list)
{
    return list.toArray().at(0).toString();
}

void setOrRemove(QJsonObject& object, const QString& name, const QJsonValue& value)
{
    const bool empty = (value.isString() && value.toString().isEmpty())
        || (value.isArray() && (value.toArray().isEmpty() || value.toArray() == QJsonArray{QString()}))
        || (value.isObject() && value.toObject().isEmpty());
    if (empty)
        object.remove(name);
    else
        object.insert(name, value);
}

} // namespace

SchemeForm::SchemeForm(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<::Ui::SchemeForm>())
{
    m_ui->setupUi(this);
    fillChoices(*m_ui->algorithm, algorithms);
    fillChoices(*m_ui->encoding, encodings);
    fillChoices(*m_ui->unit, units);
    fillChoices(*m_ui->keyForm, keyForms);
    for (QLineEdit* field : {m_ui->signature, m_ui->prefix, m_ui->separator, m_ui->keyValue, m_ui->take, m_ui->content,
             m_ui->time, m_ui->messageId, m_ui->strip, m_ui->id})
        field->setFont(wireFont());
    makeInsertMenu();
    connectFields();
}

SchemeForm::~SchemeForm() = default;

void SchemeForm::makeInsertMenu()
{
    auto* menu = new QMenu(this);
    const Choice variables[] = {{"{body}", QT_TR_NOOP("Body, as it came")},
        {"{timestamp}", QT_TR_NOOP("Timestamp, as it came")}, {"{id}", QT_TR_NOOP("Message id")},
        {"{url}", QT_TR_NOOP("Whole URL")}, {"{method}", QT_TR_NOOP("Method")}, {"{path}", QT_TR_NOOP("Path")},
        {"{query}", QT_TR_NOOP("Query")}, {"{header:NAME}", QT_TR_NOOP("A header")},
        {"{json:/NAME}", QT_TR_NOOP("A value of the JSON body")}, {"{sha256hex}", QT_TR_NOOP("SHA-256 of the body")},
        {"{secret}", QT_TR_NOOP("The secret")}};
    for (const Choice& variable : variables) {
        const QString text = QString::fromLatin1(variable.word);
        menu->addAction(QStringLiteral("%1\t%2").arg(tr(variable.text), text), this, [this, text] {
            m_ui->content->insert(text);
            m_ui->content->setFocus();
        });
    }
    m_ui->insert->setMenu(menu);
}

template <class Change> void SchemeForm::change(Change change)
{
    if (m_filling)
        return;
    const bool follows = !m_scheme.contains(QLatin1String("emit_headers"))
        || m_scheme.value(QLatin1String("emit_headers")).toArray() == emittedHeaders(m_scheme);
    change();
    if (follows)
        setOrRemove(m_scheme, QStringLiteral("emit_headers"), emittedHeaders(m_scheme));
    emit edited();
}

void SchemeForm::setExtraction(const char* name, const QJsonValue& value)
{
    QJsonObject part = m_scheme.value(QLatin1String("extraction")).toObject();
    setOrRemove(part, QString::fromLatin1(name), value);
    setOrRemove(m_scheme, QStringLiteral("extraction"), part);
}

void SchemeForm::setKey(const char* name, const QJsonValue& value)
{
    QJsonObject part = m_scheme.value(QLatin1String("key")).toObject();
    setOrRemove(part, QString::fromLatin1(name), value);
    if (!part.contains(QLatin1String("form")))
        part.insert(QStringLiteral("form"), m_ui->keyForm->currentData().toString());
    m_scheme.insert(QStringLiteral("key"), part);
}

void SchemeForm::changeTimestamp()
{
    const QJsonArray at = placesOf(m_ui->time->text());
    for (QWidget* field : {static_cast<QWidget*>(m_ui->unit), static_cast<QWidget*>(m_ui->tolerance)})
        field->setEnabled(!at.isEmpty() && !m_ui->time->isReadOnly());
    if (at.isEmpty()) {
        m_scheme.remove(QLatin1String("timestamp"));
        return;
    }
    QJsonObject part = m_scheme.value(QLatin1String("timestamp")).toObject();
    part.insert(QStringLiteral("at"), at);
    part.insert(QStringLiteral("unit"), m_ui->unit->currentData().toString());
    const int tolerance = m_ui->tolerance->value();
    part.insert(QStringLiteral("tolerance_s"), tolerance > 0 ? QJsonValue(tolerance) : QJsonValue());
    if (!part.contains(QLatin1String("future_s")))
        part.insert(QStringLiteral("future_s"), QJsonValue());
    part.insert(QStringLiteral("signed"), m_ui->content->text().contains(QLatin1String("{timestamp}")));
    m_scheme.insert(QStringLiteral("timestamp"), part);
}

void SchemeForm::connectFields()
{
    connect(m_ui->name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change([&] {
            m_scheme.insert(QStringLiteral("name"), text);
            if (!m_idFollowsName)
                return;
            m_ui->id->setText(schemeIdOf(text));
            m_scheme.insert(QStringLiteral("id"), m_ui->id->text());
        });
    });
    connect(m_ui->id, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_idFollowsName = false;
        change([&] { m_scheme.insert(QStringLiteral("id"), text); });
    });
    const auto places = [this](QLineEdit* field, const char* name) {
        connect(field, &QLineEdit::textChanged, this, [this, field, name] {
            change([&] { setOrRemove(m_scheme, QString::fromLatin1(name), placesOf(field->text())); });
        });
    };
    places(m_ui->signature, "signature");
    places(m_ui->messageId, "content_id");
    const auto extraction = [this](QLineEdit* field, const char* name, bool list) {
        connect(field, &QLineEdit::textChanged, this, [this, field, name, list] {
            change(
                [&] { setExtraction(name, list ? QJsonValue(QJsonArray{field->text()}) : QJsonValue(field->text())); });
        });
    };
    extraction(m_ui->prefix, "prefix", false);
    extraction(m_ui->separator, "separator", true);
    extraction(m_ui->keyValue, "key_value", false);
    extraction(m_ui->take, "take", true);
    const auto word = [this](QComboBox* box, const char* name) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, name] {
            change([&] { m_scheme.insert(QString::fromLatin1(name), box->currentData().toString()); });
        });
    };
    word(m_ui->algorithm, "algorithm");
    word(m_ui->encoding, "encoding");
    connect(m_ui->content, &QLineEdit::textChanged, this, [this](const QString& text) {
        change([&] {
            setOrRemove(m_scheme, QStringLiteral("content"), text);
            changeTimestamp();
        });
    });
    const auto timestamp = [this] { change([&] { changeTimestamp(); }); };
    connect(m_ui->time, &QLineEdit::textChanged, this, timestamp);
    connect(m_ui->unit, &QComboBox::currentIndexChanged, this, timestamp);
    connect(m_ui->tolerance, &QSpinBox::valueChanged, this, timestamp);
    connect(m_ui->keyForm, &QComboBox::currentIndexChanged, this,
        [this] { change([&] { setKey("form", m_ui->keyForm->currentData().toString()); }); });
    connect(m_ui->strip, &QLineEdit::textChanged, this,
        [this](const QString& text) { change([&] { setKey("strip", QJsonArray{text}); }); });
}

void SchemeForm::setScheme(const QJsonObject& scheme)
{
    m_scheme = scheme;
    fill();
}

void SchemeForm::setEditable(bool editable, bool fixedId)
{
    const bool content = editable && !m_scheme.value(QLatin1String("content")).isArray()
        && m_scheme.value(QLatin1String("kind")).toString() == QLatin1String("declarative");
    for (QLineEdit* field : findChildren<QLineEdit*>()) {
        // An example in a field that can't be changed would be read as its value
        if (!field->property(exampleOf).isValid())
            field->setProperty(exampleOf, field->placeholderText());
        field->setPlaceholderText(editable ? field->property(exampleOf).toString() : QString());
        field->setReadOnly(!editable);
    }
    for (QComboBox* box : findChildren<QComboBox*>())
        box->setEnabled(editable);
    m_ui->tolerance->setReadOnly(!editable);
    m_ui->content->setReadOnly(!content);
    m_ui->insert->setEnabled(content);
    m_ui->id->setReadOnly(!editable || fixedId);
    m_idFollowsName = editable && !fixedId;
    const bool time = editable && m_scheme.contains(QLatin1String("timestamp"));
    m_ui->unit->setEnabled(time);
    m_ui->tolerance->setEnabled(time);
}

void SchemeForm::focusName()
{
    m_ui->name->setFocus();
    m_ui->name->selectAll();
}

void SchemeForm::fill()
{
    m_filling = true;
    const auto text = [this](const char* name) { return m_scheme.value(QLatin1String(name)).toString(); };
    const QJsonObject extraction = m_scheme.value(QLatin1String("extraction")).toObject();
    const QJsonObject timestamp = m_scheme.value(QLatin1String("timestamp")).toObject();
    const QJsonObject key = m_scheme.value(QLatin1String("key")).toObject();
    const auto set = [](QLineEdit* field, const QString& value) {
        if (field->text() != value)
            field->setText(value);
    };
    set(m_ui->name, text("name"));
    set(m_ui->id, text("id"));
    set(m_ui->signature, placesText(m_scheme.value(QLatin1String("signature"))));
    set(m_ui->prefix, extraction.value(QLatin1String("prefix")).toString());
    set(m_ui->separator, firstOf(extraction.value(QLatin1String("separator"))));
    set(m_ui->keyValue, extraction.value(QLatin1String("key_value")).toString());
    set(m_ui->take, firstOf(extraction.value(QLatin1String("take"))));
    choose(*m_ui->algorithm, text("algorithm"));
    choose(*m_ui->encoding, text("encoding"));
    const QJsonValue content = m_scheme.value(QLatin1String("content"));
    QString shown = content.toString();
    for (const QJsonValue& part : content.toArray())
        shown += part.toString();
    set(m_ui->content, shown);
    set(m_ui->time, placesText(timestamp.value(QLatin1String("at"))));
    choose(*m_ui->unit, timestamp.value(QLatin1String("unit")).toString(QStringLiteral("s")));
    m_ui->tolerance->setValue(timestamp.value(QLatin1String("tolerance_s")).toInt());
    set(m_ui->messageId, placesText(m_scheme.value(QLatin1String("content_id"))));
    choose(*m_ui->keyForm, key.value(QLatin1String("form")).toString(QStringLiteral("text")));
    set(m_ui->strip, firstOf(key.value(QLatin1String("strip"))));
    m_filling = false;
}

} // namespace creel
