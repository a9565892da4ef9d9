#include "desktop/compose/Outcome.h"

#include <QCoreApplication>
#include <QLocale>

namespace creel
{
namespace
{

QByteArray firstLine(const QByteArray& head)
{
    return head.first(std::max<qsizetype>(head.indexOf('\n'), 0)).trimmed();
}

/** The lines of a head that was read once already, as name and value. */
HeaderList fieldsOf(const QByteArray& head)
{
    HeaderList fields;
    const QByteArrayList lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            fields.add(lines[i].first(colon), lines[i].sliced(colon + 1).trimmed());
    }
    return fields;
}

} // namespace

Outcome outcomeOf(const HttpResult& result, int attempt)
{
    const Response& response = result.response;
    Outcome outcome;
    outcome.status = response.status;
    outcome.statusLine = firstLine(response.head);
    outcome.head = response.head;
    outcome.headers = response.headers;
    outcome.trailers = response.trailers;
    outcome.body = response.body;
    outcome.bodySize = response.bodySize;
    outcome.spilled = result.spilled;
    outcome.timings = result.timings;
    outcome.error = result.error ? result.error->text : QString();
    outcome.attempt = attempt;
    outcome.facts = ExchangeFacts::of(result);
    return outcome;
}

Outcome outcomeOf(const StoredAttempt& attempt)
{
    Outcome outcome;
    outcome.status = attempt.status;
    outcome.statusLine = firstLine(attempt.responseHead);
    outcome.head = attempt.responseHead;
    outcome.headers = fieldsOf(attempt.responseHead);
    outcome.body = attempt.responseBody;
    outcome.bodySize = attempt.responseSize;
    outcome.timings = {attempt.lookupUs, attempt.connectUs, attempt.tlsUs, attempt.sendUs, attempt.firstByteUs,
        attempt.receiveUs, attempt.totalUs};
    outcome.error = attempt.error;
    outcome.facts = ExchangeFacts::fromJson(attempt.facts);
    outcome.attempt = attempt.number;
    return outcome;
}

QString durationText(qint64 us)
{
    const QLocale locale;
    if (us < 10'000)
        return QCoreApplication::translate("creel", "%1 ms").arg(locale.toString(double(us) / 1e3, 'f', 1));
    if (us < 10'000'000)
        return QCoreApplication::translate("creel", "%1 ms").arg(locale.toString(us / 1000));
    return QCoreApplication::translate("creel", "%1 s").arg(locale.toString(double(us) / 1e6, 'f', 1));
}

} // namespace creel
