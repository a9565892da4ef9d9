// How the numbers of a JSON document may have been written before a parser read and wrote them again.
#include "base/Text.h"
#include "signature/diagnosis/BodyForms.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace creel
{
namespace
{

constexpr std::size_t maxNumbers = 200;
constexpr std::size_t maxCombinations = 1024;
constexpr std::size_t maxForms = 6000; ///< of single numbers; behind them, only the likeliest of each

QString text(const char* source)
{
    return QCoreApplication::translate("creel::Diagnosis", source);
}

bool isWhole(const QByteArray& number)
{
    return !number.contains('.') && !number.contains('e') && !number.contains('E');
}

bool isDecimal(const QByteArray& number)
{
    return number.contains('.') && !number.contains('e') && !number.contains('E');
}

QByteArray withoutZeros(QByteArray number)
{
    if (!isDecimal(number))
        return number;
    while (number.endsWith('0'))
        number.chop(1);
    if (number.endsWith('.'))
        number.chop(1);
    return number;
}

/** With the zeros that a fixed number of places has. */
QByteArray withPlaces(const QByteArray& number, qsizetype places)
{
    if (isWhole(number))
        return number + '.' + QByteArray(places, '0');
    if (!isDecimal(number))
        return number;
    const qsizetype have = number.size() - number.indexOf('.') - 1;
    return have >= places ? number : number + QByteArray(places - have, '0');
}

/** `1000` as `1e3`, `1E+3`, `1.0E3`, ... */
void addExponents(QByteArrayList& forms, const QByteArray& number)
{
    bool ok = false;
    const double value = number.toDouble(&ok);
    if (!ok || value == 0 || !std::isfinite(value))
        return;
    const QByteArray shortest = QByteArray::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype at = shortest.indexOf('e');
    const QByteArray mantissa = shortest.first(at);
    const int exponent = shortest.sliced(at + 1).toInt();
    if (mantissa.size() > 8 || (exponent < 2 && exponent > -5 && !number.contains('e') && !number.contains('E')))
        return;
    const QByteArray magnitude = QByteArray::number(std::abs(exponent));
    QByteArrayList mantissas{mantissa};
    if (!mantissa.contains('.'))
        mantissas << mantissa + ".0";
    else
        mantissas << mantissa + '0';
    const QByteArrayList signs = exponent < 0 ? QByteArrayList{"-", "-0"} : QByteArrayList{"", "+", "0", "+0"};
    for (const QByteArray& one : mantissas) {
        for (const char* letter : {"e", "E"}) {
            for (const QByteArray& sign : signs)
                forms << one + letter + sign + magnitude;
        }
    }
}

/** JavaScript reads integers past 2^53 as the nearest double and writes its shortest digits: what was sent lies near.
 */
void addNeighbors(QByteArrayList& forms, const QByteArray& number)
{
    bool ok = false;
    const bool negative = number.startsWith('-');
    const quint64 value = (negative ? number.sliced(1) : number).toULongLong(&ok);
    if (!ok || value < (1ULL << 53U) || value > (1ULL << 63U) + (1ULL << 62U))
        return;
    int exponent = 0;
    (void)std::frexp(double(value), &exponent);
    const quint64 reach = std::max<quint64>(8, 1ULL << unsigned(exponent - 53));
    const QByteArray sign = negative ? "-" : "";
    for (quint64 step = 1; step <= reach; ++step)
        forms << sign + QByteArray::number(value + step) << sign + QByteArray::number(value - step);
}

QByteArrayList otherNumbers(const QByteArray& plain)
{
    QByteArrayList forms;
    if (isWhole(plain)) {
        forms << plain + ".0" << plain + ".00";
        if (plain == "0" || plain == "-0")
            forms << "-0"
                  << "-0.0"
                  << "0.0"
                  << "0"
                  << "0.00";
        addExponents(forms, plain);
        addNeighbors(forms, plain);
        forms << plain + ".000";
    } else if (isDecimal(plain)) {
        forms << plain + '0' << withoutZeros(plain) << plain + "00";
        const QByteArray bare = withoutZeros(plain);
        forms << (isWhole(bare) ? bare + ".0" : bare);
        if (plain.toDouble() == 0)
            forms << "-0"
                  << "-0.0"
                  << "0"
                  << "0.0";
        addExponents(forms, plain);
        forms << QByteArray::number(plain.toDouble(), 'g', 17)
              << QByteArray::number(plain.toDouble(), 'g', QLocale::FloatingPointShortest);
    } else {
        const double value = plain.toDouble();
        QByteArray other = plain;
        forms << (plain.contains('e') ? other.replace('e', 'E') : other.replace('E', 'e'));
        addExponents(forms, plain);
        if (std::abs(value) < 1e22 && std::abs(value) > 1e-20) {
            const QByteArray fixed = QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
            forms << fixed << withPlaces(fixed, 1) << withPlaces(fixed, 2);
        }
    }
    forms.removeAll(plain);
    return forms;
}

/** How all numbers under one key may have been written. */
enum class Style : quint8 { Keep, OnePlace, TwoPlaces, NoZeros };

QByteArray inStyle(const QByteArray& number, Style style)
{
    switch (style) {
    case Style::OnePlace:
        return withPlaces(number, 1);
    case Style::TwoPlaces:
        return withPlaces(number, 2);
    case Style::NoZeros:
        return withoutZeros(number);
    case Style::Keep:
        break;
    }
    return number;
}

/** Numbers in the groups of their keys: those of one key are written alike. */
class Styles
{
public:
    explicit Styles(const JsonText& json)
        : m_json(json)
    {
        QHash<QByteArray, std::size_t> groups;
        for (std::size_t i = 0; i < json.numbers().size(); ++i) {
            const QByteArray key = json.numberKeys()[i].toByteArray();
            auto at = groups.find(key);
            if (at == groups.end()) {
                at = groups.insert(key, m_groups.size());
                m_groups.emplace_back();
            }
            m_groups[*at].push_back(i);
        }
    }

    std::size_t groups() const { return m_groups.size(); }

    /** Nothing where no number changes. */
    std::optional<NumberForm> form(const std::vector<Style>& styles) const
    {
        NumberForm form{std::vector<QByteArray>(m_json.numbers().size()), {}};
        bool changes = false;
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            if (styles[group] == Style::Keep)
                continue;
            for (const std::size_t i : m_groups[group]) {
                const QByteArray plain = m_json.numbers()[i].toByteArray();
                const QByteArray written = inStyle(plain, styles[group]);
                if (written != plain) {
                    form.texts[i] = written;
                    changes = true;
                }
            }
        }
        if (!changes)
            return std::nullopt;
        form.detail = text("numbers with other zeros at the end of their fractions");
        return form;
    }

    void add(std::vector<NumberForm>& forms, const std::vector<Style>& styles) const
    {
        if (auto made = form(styles))
            forms.push_back(*std::move(made));
    }

    /** All alike, then each group alone, then every choice of a style for each as far as there is room. */
    void addAll(std::vector<NumberForm>& forms, bool few) const
    {
        static constexpr Style styles[] = {Style::Keep, Style::OnePlace, Style::TwoPlaces, Style::NoZeros};
        for (const Style style : {Style::NoZeros, Style::OnePlace, Style::TwoPlaces})
            add(forms, std::vector<Style>(m_groups.size(), style));
        for (std::size_t group = 0; group < m_groups.size() && group < 40; ++group) {
            for (const Style style : {Style::OnePlace, Style::TwoPlaces, Style::NoZeros}) {
                std::vector<Style> one(m_groups.size(), Style::Keep);
                one[group] = style;
                add(forms, one);
            }
        }
        const std::size_t most = few ? 128 : maxCombinations;
        std::size_t open = std::min<std::size_t>(m_groups.size(), 10);
        const auto power = [](std::size_t base, std::size_t times) {
            std::size_t product = 1;
            for (std::size_t i = 0; i < times; ++i)
                product *= base;
            return product;
        };
        const std::size_t kinds = power(4, open) <= most ? 4 : power(3, open) <= most ? 3 : 2;
        while (power(kinds, open) > most)
            --open;
        for (std::size_t choice = 1; choice < power(kinds, open); ++choice) {
            std::vector<Style> mixed(m_groups.size(), Style::Keep);
            std::size_t rest = choice;
            for (std::size_t group = 0; group < open; ++group) {
                mixed[group] = styles[rest % kinds];
                rest /= kinds;
            }
            add(forms, mixed);
        }
    }

private:
    const JsonText& m_json;
    std::vector<std::vector<std::size_t>> m_groups;
};

/** Every choice among few numbers, whatever their keys. */
void addChoices(std::vector<NumberForm>& forms, const JsonText& json)
{
    const std::size_t count = json.numbers().size();
    if (count < 2 || count > 8)
        return;
    for (const qsizetype places : {1, 2}) {
        for (unsigned choice = 1; choice < (1U << count); ++choice) {
            NumberForm form{std::vector<QByteArray>(count), text("fractions whose zeros were dropped")};
            for (std::size_t i = 0; i < count; ++i) {
                if ((choice & (1U << i)) != 0)
                    form.texts[i] = withPlaces(json.numbers()[i].toByteArray(), places);
            }
            forms.push_back(std::move(form));
        }
    }
}

} // namespace

std::vector<NumberForm> numberForms(const JsonText& json, bool few)
{
    std::vector<NumberForm> forms;
    if (json.numbers().empty())
        return forms;
    const Styles styles(json);
    const std::size_t singles = std::min(json.numbers().size(), few ? std::size_t(12) : maxNumbers);
    for (std::size_t i = 0; i < singles; ++i) {
        const QByteArray plain = json.numbers()[i].toByteArray();
        const QByteArrayList others = otherNumbers(plain);
        const bool room = forms.size() < maxForms;
        for (qsizetype form = 0; form < others.size() && (room && !few ? true : form < 3); ++form) {
            NumberForm one{std::vector<QByteArray>(json.numbers().size()),
                text("%1 instead of %2").arg(toText(others[form]), toText(plain))};
            one.texts[i] = others[form];
            forms.push_back(std::move(one));
        }
    }
    styles.addAll(forms, few);
    if (!few)
        addChoices(forms, json);
    return forms;
}

QByteArray withNumbers(const JsonText& json, const std::vector<QByteArray>& texts)
{
    const QByteArrayView document = json.document();
    QByteArray out;
    out.reserve(document.size() + 64);
    qsizetype from = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].isEmpty())
            continue;
        const QByteArrayView number = json.numbers()[i];
        const qsizetype at = number.data() - document.data();
        out += document.sliced(from, at - from);
        out += texts[i];
        from = at + number.size();
    }
    out += document.sliced(from);
    return out;
}

} // namespace creel
