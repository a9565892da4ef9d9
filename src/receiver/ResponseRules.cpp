#include "receiver/ResponseRules.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace creel
{

namespace
{

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isSendable(const HeaderField& field)
{
    if (field.name.isEmpty() || !std::all_of(field.name.begin(), field.name.end(), isTokenChar))
        return false;
    const QByteArrayView value = field.value;
    if (value.contains('\r') || value.contains('\n') || value.contains('\0'))
        return false;
    for (const char* own : {"Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Date"})
        if (equalsIgnoreAsciiCase(field.name, own))
            return false;
    return true;
}

} // namespace

ChosenAnswer chooseAnswer(
    const EndpointTable& table, const EndpointTable::Entry& entry, const Request& request, const StoredVerdict& verdict)
{
    if (table.chooser) {
        auto chosen = table.chooser->choose(request, entry, verdict);
        if (chosen && chosen->answer)
            return *std::move(chosen);
    }
    if (entry.answer)
        return {entry.answer, false};
    static const auto plain = std::make_shared<const Answer>();
    return {plain, false};
}

std::shared_ptr<const Answer> refusal(int status, const QString& reason)
{
    Answer answer;
    answer.status = status;
    answer.headers.add("Content-Type", "text/plain; charset=utf-8");
    answer.body = reason.toUtf8() + '\n';
    return std::make_shared<const Answer>(std::move(answer));
}

std::shared_ptr<const Answer> storeRefusal(const Error& error)
{
    // Error::text is for the user: it may name files of this machine.
    if (error.code == ErrorCode::Full)
        return refusal(507, QCoreApplication::translate("creel", "The event was not stored: there is no room left."));
    return refusal(500, QCoreApplication::translate("creel", "The event could not be stored."));
}

QByteArray toWire(const Answer& answer, const ResponseForm& form, QByteArrayView date)
{
    const int status = std::clamp(answer.status, 200, 999); // an interim status would leave the sender waiting
    const bool withoutContent = status == 204 || status == 304; // RFC 9110, sections 8.6 and 15.4.5
    QByteArray wire;
    wire.reserve(160 + 64 * answer.headers.size() + (form.bodyAllowed ? answer.body.size() : 0));
    wire += "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    wire += "Date: ";
    wire += date;
    wire += "\r\n";
    for (const HeaderField& field : answer.headers)
        if (isSendable(field))
            wire += field.name + ": " + field.value + "\r\n";
    if (!withoutContent)
        wire += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!form.keepAlive)
        wire += "Connection: close\r\n";
    else if (form.versionMinor == 0)
        wire += "Connection: keep-alive\r\n";
    wire += "\r\n";
    if (form.bodyAllowed && !withoutContent)
        wire += answer.body;
    return wire;
}

QByteArray httpDate(qint64 us)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

} // namespace creel
