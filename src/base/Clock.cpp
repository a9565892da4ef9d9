#include "base/Clock.h"

#include <QDate>
#include <QTime>

#include <chrono>
#include <cstdio>

namespace creel
{
namespace
{

constexpr qint64 usPerDay = 86'400'000'000;

/** `count` digits at `at`, or nothing. */
std::optional<int> digits(QByteArrayView text, qsizetype at, int count)
{
    if (at < 0 || at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/** The offset after the time, in minutes: nothing left or `Z` is 0. */
std::optional<int> zoneMinutes(QByteArrayView rest)
{
    if (rest.isEmpty() || rest == "Z" || rest == "z")
        return 0;
    if ((rest[0] != '+' && rest[0] != '-') || (rest.size() != 6 && rest.size() != 5))
        return std::nullopt;
    const bool colon = rest.size() == 6;
    if (colon && rest[3] != ':')
        return std::nullopt;
    const auto hours = digits(rest, 1, 2);
    const auto minutes = digits(rest, colon ? 4 : 3, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const int total = *hours * 60 + *minutes;
    return rest[0] == '-' ? -total : total;
}

} // namespace

qint64 SystemClock::nowUs() const
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::steadyUs() const
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

QByteArray toRfc3339Us(qint64 us)
{
    qint64 days = us / usPerDay;
    qint64 rest = us % usPerDay;
    if (rest < 0) {
        rest += usPerDay;
        --days;
    }
    const QDate date = QDate(1970, 1, 1).addDays(days);
    char text[48];
    const int size =
        std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", date.year(), date.month(), date.day(),
            int(rest / 3'600'000'000), int(rest / 60'000'000 % 60), int(rest / 1'000'000 % 60), int(rest % 1'000'000));
    return QByteArray(text, size);
}

std::optional<qint64> fromRfc3339(QByteArrayView text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text[4] != '-' || text[7] != '-' || text[13] != ':'
        || text[16] != ':' || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return std::nullopt;
    const QDate date(*year, *month, *day);
    if (!date.isValid() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    qsizetype at = 19;
    qint64 fraction = 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        qint64 unit = 100'000;
        const qsizetype from = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            fraction += (text[at] - '0') * unit;
        if (at == from)
            return std::nullopt;
    }
    const auto zone = zoneMinutes(text.sliced(at));
    if (!zone)
        return std::nullopt;
    const qint64 seconds = ((*hour * 60LL + *minute - *zone) * 60) + *second;
    return QDate(1970, 1, 1).daysTo(date) * usPerDay + seconds * 1'000'000 + fraction;
}

} // namespace creel
