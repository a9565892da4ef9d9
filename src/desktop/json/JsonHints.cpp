#include "desktop/json/JsonHints.h"

#include "base/Clock.h"
#include "base/CoreText.h"
#include "base/Text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace creel
{

namespace
{

constexpr qint64 second = 1'000'000;
constexpr qint64 firstMoment = 978'307'200; // 2001-01-01
constexpr qint64 lastMoment = 4'102'444'800; // 2100-01-01

bool isInteger(QByteArrayView number)
{
    const QByteArrayView digits = number.startsWith('-') ? number.sliced(1) : number;
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool speaksOfTime(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 16> parts{"time", "date", "created", "updated", "expires", "start",
        "end", "until", "since", "issued", "received", "sent", "deleted", "canceled", "arrival", "period"};
    static constexpr std::array<QByteArrayView, 8> names{"ts", "t", "exp", "iat", "nbf", "at", "on", "when"};
    const QByteArray small = asciiLower(name);
    if (std::find(names.begin(), names.end(), QByteArrayView(small)) != names.end())
        return true;
    if (small.endsWith("_at") || name.endsWith("At") || small.endsWith("_ts"))
        return true;
    return std::any_of(parts.begin(), parts.end(), [&](QByteArrayView part) { return small.contains(part); });
}

QString distance(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 120)
        return CoreText::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 7200)
        return CoreText::tr("%1 min").arg(locale.toString(seconds / 60));
    if (seconds < 172'800)
        return CoreText::tr("%1 h").arg(locale.toString(seconds / 3600));
    return CoreText::tr("%1 days").arg(locale.toString(seconds / 86'400));
}

} // namespace

QByteArray javaScriptNumber(QByteArrayView number)
{
    const double value = std::strtod(number.toByteArray().constData(), nullptr);
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    const QByteArray scientific = QByteArray::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype e = scientific.indexOf('e');
    const int exponent = scientific.mid(e + 1).toInt();
    QByteArray digits = scientific.first(e);
    const bool negative = digits.startsWith('-');
    digits.replace('.', "").replace('-', "");
    if (exponent < 0 || exponent > 20)
        return scientific;
    if (digits.size() <= exponent)
        digits += QByteArray(exponent + 1 - digits.size(), '0');
    else if (digits.size() > exponent + 1)
        digits.insert(exponent + 1, '.');
    return negative ? '-' + digits : digits;
}

QString unsafeNumberHint(QByteArrayView number)
{
    // Up to 15 digits every integer has a double of its own.
    if (!isInteger(number) || number.size() <= 15 || number.size() > 400)
        return {};
    const QByteArray read = javaScriptNumber(number);
    if (read == number)
        return {};
    const QString shown = read.size() > 8 && isInteger(read) && read.size() == number.size()
        ? QChar(0x2026) + QString::fromLatin1(read.last(3))
        : QString::fromLatin1(read);
    return CoreText::tr("JavaScript reads %1").arg(shown);
}

std::optional<qint64> momentOf(QByteArrayView name, JsonKind kind, QByteArrayView text)
{
    if (kind != JsonKind::String && kind != JsonKind::Number)
        return std::nullopt;
    if (isInteger(text) && (text.size() == 10 || text.size() == 13) && speaksOfTime(name)) {
        const qint64 value = text.toByteArray().toLongLong();
        const qint64 seconds = text.size() == 13 ? value / 1000 : value;
        if (seconds >= firstMoment && seconds < lastMoment)
            return text.size() == 13 ? value * 1000 : value * second;
        return std::nullopt;
    }
    if (kind == JsonKind::String && text.size() >= 19 && text.size() <= 40 && text.at(4) == '-')
        return fromRfc3339(text);
    return std::nullopt;
}

QString momentHint(qint64 us, qint64 receivedAtUs)
{
    const QString shown = QDateTime::fromMSecsSinceEpoch(us / 1000).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (receivedAtUs == 0)
        return shown;
    const qint64 before = (receivedAtUs - us) / second;
    if (before == 0)
        return CoreText::tr("%1 · at receipt").arg(shown);
    if (before > 0)
        return CoreText::tr("%1 · %2 before receipt").arg(shown, distance(before));
    return CoreText::tr("%1 · %2 after receipt").arg(shown, distance(-before));
}

} // namespace creel
