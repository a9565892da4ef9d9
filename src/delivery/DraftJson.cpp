#include "delivery/Draft.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <limits>

namespace creel
{

namespace
{

/** Bytes as a string where that gives the same bytes back (UTF-8 without a leading BOM or NUL), else in base64. */
QJsonValue toValue(const QByteArray& bytes)
{
    if (isUtf8(bytes) && !bytes.startsWith("\xef\xbb\xbf") && !bytes.contains('\0'))
        return QString::fromUtf8(bytes);
    return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64())}};
}

/** Reads the members of one object and remembers the first that is wrong. */
class Reader
{
public:
    explicit Reader(const QJsonObject& json)
        : m_json(json)
    {
    }

    QByteArray bytes(const char* name, const QByteArray& absent = {})
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        return value.isUndefined() ? absent : decode(value, name);
    }
    QByteArray decode(const QJsonValue& value, const char* name)
    {
        if (value.isString())
            return value.toString().toUtf8();
        const QJsonValue coded = value.toObject().value(QLatin1String("base64"));
        const auto decoded =
            QByteArray::fromBase64Encoding(coded.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!coded.isString() || !decoded)
            fail(name);
        return *decoded;
    }
    QString text(const char* name) { return QString::fromUtf8(bytes(name)); }
    bool flag(const char* name, bool absent)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isBool())
            fail(name);
        return value.toBool(absent);
    }
    qint64 number(const char* name, qint64 absent, qint64 least, qint64 most)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        if (value.isUndefined())
            return absent;
        const qint64 found = value.toInteger(least - 1);
        if (found < least || found > most)
            fail(name);
        return found;
    }
    QJsonArray array(const char* name)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isArray())
            fail(name);
        return value.toArray();
    }
    QJsonObject object(const char* name)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isObject())
            fail(name);
        return value.toObject();
    }
    void fail(const char* name)
    {
        if (m_wrong.isEmpty())
            m_wrong = QString::fromLatin1(name);
    }
    const QString& wrong() const { return m_wrong; }

private:
    QJsonObject m_json;
    QString m_wrong;
};

QJsonObject toJson(const SendSettings& settings)
{
    const SendTimeouts& times = settings.timeouts;
    return {{QStringLiteral("proxy"), int(settings.proxy.kind)}, {QStringLiteral("proxy_host"), settings.proxy.host},
        {QStringLiteral("proxy_port"), settings.proxy.port}, {QStringLiteral("proxy_user"), settings.proxy.user},
        {QStringLiteral("verify"), settings.tls.verify}, {QStringLiteral("ca_file"), settings.tls.caFile},
        {QStringLiteral("client_certificate"), settings.tls.clientCertificateFile},
        {QStringLiteral("client_key"), settings.tls.clientKeyFile}, {QStringLiteral("lookup_ms"), times.lookupMs},
        {QStringLiteral("connect_ms"), times.connectMs}, {QStringLiteral("tls_ms"), times.tlsMs},
        {QStringLiteral("send_ms"), times.sendMs}, {QStringLiteral("first_byte_ms"), times.firstByteMs},
        {QStringLiteral("receive_ms"), times.receiveMs}, {QStringLiteral("total_ms"), times.totalMs},
        {QStringLiteral("keep_alive"), settings.keepAlive}, {QStringLiteral("follow"), settings.followRedirects},
        {QStringLiteral("max_redirects"), settings.maxRedirects}};
}

QString readSending(const QJsonObject& json, SendSettings& settings)
{
    constexpr qint64 Day = 86'400'000;
    Reader in(json);
    settings.proxy.kind = ProxySettings::Kind(in.number("proxy", 0, 0, 3));
    settings.proxy.host = in.text("proxy_host");
    settings.proxy.port = quint16(in.number("proxy_port", 0, 0, 65'535));
    settings.proxy.user = in.text("proxy_user");
    settings.tls.verify = in.flag("verify", true);
    settings.tls.caFile = in.text("ca_file");
    settings.tls.clientCertificateFile = in.text("client_certificate");
    settings.tls.clientKeyFile = in.text("client_key");
    SendTimeouts& times = settings.timeouts;
    const std::pair<const char*, int*> limits[] = {{"lookup_ms", &times.lookupMs}, {"connect_ms", &times.connectMs},
        {"tls_ms", &times.tlsMs}, {"send_ms", &times.sendMs}, {"first_byte_ms", &times.firstByteMs},
        {"receive_ms", &times.receiveMs}, {"total_ms", &times.totalMs}};
    for (const auto& [name, value] : limits)
        *value = int(in.number(name, *value, 0, Day));
    settings.keepAlive = in.flag("keep_alive", true);
    settings.followRedirects = in.flag("follow", false);
    settings.maxRedirects = int(in.number("max_redirects", 10, 0, 100));
    return in.wrong();
}

} // namespace

QJsonObject toJson(const Draft& draft)
{
    QJsonArray fields;
    for (const DraftField& field : draft.fields)
        fields.append(QJsonArray{toValue(field.name), toValue(field.value), field.automatic, field.enabled});
    QJsonArray leftOut;
    for (const QByteArray& name : draft.leftOut)
        leftOut.append(toValue(name));
    QJsonObject settings;
    for (auto it = draft.settings.cbegin(); it != draft.settings.cend(); ++it)
        settings.insert(QString::fromUtf8(it.key()), toValue(it.value()));
    return {{QStringLiteral("name"), draft.name}, {QStringLiteral("method"), toValue(draft.method)},
        {QStringLiteral("url"), toValue(draft.url)}, {QStringLiteral("fields"), fields},
        {QStringLiteral("body"), toValue(draft.body)}, {QStringLiteral("left_out"), leftOut},
        {QStringLiteral("scheme"), toValue(draft.scheme)}, {QStringLiteral("secret_id"), draft.secretId},
        {QStringLiteral("settings"), settings}, {QStringLiteral("variables"), draft.variables},
        {QStringLiteral("chunked"), draft.chunked}, {QStringLiteral("sending"), toJson(draft.sending)},
        {QStringLiteral("original_head"), toValue(draft.originalHead)},
        {QStringLiteral("original_target"), toValue(draft.originalTarget)},
        {QStringLiteral("framing"), toValue(draft.framing)}, {QStringLiteral("version_minor"), draft.versionMinor}};
}

Result<Draft> draftFromJson(const QJsonObject& json)
{
    Reader in(json);
    Draft draft;
    draft.name = in.text("name");
    draft.method = in.bytes("method", "POST");
    draft.url = in.bytes("url");
    for (const QJsonValue& value : in.array("fields")) {
        const QJsonArray field = value.toArray();
        if (field.size() != 4 || !field[2].isBool() || !field[3].isBool())
            in.fail("fields");
        draft.fields.push_back(
            {in.decode(field[0], "fields"), in.decode(field[1], "fields"), field[2].toBool(), field[3].toBool()});
    }
    draft.body = in.bytes("body");
    for (const QJsonValue& name : in.array("left_out"))
        draft.leftOut.append(in.decode(name, "left_out"));
    draft.scheme = in.bytes("scheme");
    draft.secretId = in.number("secret_id", 0, 0, std::numeric_limits<qint64>::max());
    const QJsonObject settings = in.object("settings");
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it)
        draft.settings.insert(it.key().toUtf8(), in.decode(it.value(), "settings"));
    draft.variables = in.flag("variables", true);
    draft.chunked = in.flag("chunked", false);
    const QString wrong = readSending(in.object("sending"), draft.sending);
    draft.originalHead = in.bytes("original_head");
    draft.originalTarget = in.bytes("original_target");
    draft.framing = in.bytes("framing");
    draft.versionMinor = int(in.number("version_minor", 1, 0, 1));
    const QString first = in.wrong().isEmpty() ? wrong : in.wrong();
    if (!first.isEmpty())
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The stored draft can't be read: %1 is wrong.").arg(first)};
    return draft;
}

} // namespace creel
