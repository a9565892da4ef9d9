// How the numbers of a JSON document may have been written before a parser read and wrote them again.
#include "signature/diagnosis/NumberForms.h"

#include "base/CoreText.h"
#include "base/Text.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace creel
{
namespace
{

constexpr std::size_t maxNumbers = 200;
constexpr std::size_t maxCombinations = 8192; ///< of styles, each key its own
constexpr std::size_t alikeCombinations = 1024; ///< of keys that have one style, the others none
constexpr std::size_t fewCombinations = 128; ///< where layouts are tried with each
constexpr std::size_t maxForms = 6000; ///< of single numbers; behind them, only the likeliest of each

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
enum class Style : quint8 { Keep, Double, TwoPlaces, NoZeros, FourPlaces, EightPlaces };

/** The languages whose libraries write very large and very small doubles each in its own way. */
enum class Language : quint8 { Java, Python, Ruby, JavaScript, DotNet, Php, Rust };
constexpr Language languages[] = {Language::Java, Language::Python, Language::Ruby, Language::DotNet, Language::Php,
    Language::Rust, Language::JavaScript};

/** From which power of ten on, and below which, a language writes an exponent. */
std::pair<int, int> plainRange(Language language)
{
    switch (language) {
    case Language::Java:
        return {-3, 7};
    case Language::Python:
    case Language::Ruby:
        return {-4, 16};
    case Language::JavaScript:
        return {-6, 21};
    case Language::Rust:
        return {-5, 16};
    case Language::DotNet:
    case Language::Php:
        break;
    }
    return {-5, 15};
}

/** A double as that language writes it where it writes an exponent; nothing where the number is written plainly. */
QByteArray asExtreme(const QByteArray& number, Language language)
{
    bool ok = false;
    const double value = number.toDouble(&ok);
    if (!ok || value == 0 || !std::isfinite(value))
        return {};
    QByteArray shortest = QByteArray::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype at = shortest.indexOf('e');
    const int exponent = shortest.sliced(at + 1).toInt();
    shortest.truncate(at);
    const auto [least, most] = plainRange(language);
    if (exponent >= least && exponent < most)
        return {};
    const bool fraction = language == Language::Java || language == Language::Php || language == Language::Ruby;
    if (fraction && !shortest.contains('.'))
        shortest += ".0";
    const bool padded = language == Language::Python || language == Language::Ruby || language == Language::DotNet;
    const QByteArray digits = QByteArray::number(std::abs(exponent)).rightJustified(padded ? 2 : 1, '0');
    const bool plus = language != Language::Java && language != Language::Rust;
    const bool capital = language == Language::Java || language == Language::DotNet;
    return shortest + (capital ? 'E' : 'e') + (exponent < 0 ? "-" : plus ? "+" : "") + digits;
}

/** Plain digits of a number with an exponent. */
QByteArray spelledOut(const QByteArray& number)
{
    return isWhole(number) || isDecimal(number)
        ? number
        : QByteArray::number(number.toDouble(), 'f', QLocale::FloatingPointShortest);
}

QByteArray inStyle(const QByteArray& number, Style style, Language language)
{
    switch (style) {
    case Style::Double: {
        const QByteArray extreme = asExtreme(number, language);
        if (!extreme.isEmpty())
            return extreme;
        const QByteArray plain = withoutZeros(spelledOut(number));
        const bool bare = language == Language::JavaScript || language == Language::DotNet || language == Language::Php;
        return bare ? plain : withPlaces(plain, 1);
    }
    case Style::TwoPlaces:
        return withPlaces(number, 2);
    case Style::FourPlaces:
        return withPlaces(number, 4);
    case Style::EightPlaces:
        return withPlaces(number, 8);
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
            m_groups[*at].numbers.push_back(i);
        }
        for (Group& group : m_groups)
            look(group);
        // Fractions tell a key of fractions; a time is hardly ever one.
        std::stable_sort(
            m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) { return a.rank < b.rank; });
    }

    /** All alike, then each group alone, then every choice of a style for each as far as there is room. */
    bool each(bool few, const std::function<bool(const NumberForm&)>& sink)
    {
        for (const Style style :
            {Style::NoZeros, Style::Double, Style::TwoPlaces, Style::FourPlaces, Style::EightPlaces}) {
            if (!give(std::vector<Style>(m_groups.size(), style), sink))
                return false;
        }
        for (std::size_t group = 0; group < m_groups.size() && group < 40; ++group) {
            for (const Style style : {Style::Double, Style::TwoPlaces, Style::NoZeros, Style::EightPlaces}) {
                std::vector<Style> one(m_groups.size(), Style::Keep);
                one[group] = style;
                if (!give(one, sink))
                    return false;
            }
        }
        // A sender has either doubles beside its integers or decimals, hardly both.
        const std::size_t most = few ? fewCombinations : maxCombinations;
        return choices({Style::Keep, Style::Double}, std::min(most, alikeCombinations), sink)
            && choices({Style::Keep, Style::TwoPlaces}, std::min(most, alikeCombinations), sink)
            && (few || choices({Style::Keep, Style::Double, Style::TwoPlaces, Style::NoZeros}, most, sink));
    }

private:
    struct Group {
        std::vector<std::size_t> numbers;
        std::vector<Style> styles; ///< those that differ from each other
        int rank = 0;
    };

    void look(Group& group)
    {
        bool fractions = false;
        bool times = true;
        for (const std::size_t i : group.numbers) {
            const QByteArray number = m_json.numbers()[i].toByteArray();
            fractions = fractions || !isWhole(number);
            times = times && isWhole(number) && (number.size() == 10 || number.size() == 13) && number.startsWith('1');
            m_extreme = m_extreme || std::any_of(std::begin(languages), std::end(languages), [&](Language language) {
                return !asExtreme(number, language).isEmpty();
            });
        }
        group.rank = fractions ? 0 : times ? 2 : 1;
        std::vector<std::vector<QByteArray>> known;
        for (const Style style : {Style::Keep, Style::Double, Style::TwoPlaces, Style::NoZeros}) {
            std::vector<QByteArray> written;
            for (const std::size_t i : group.numbers)
                written.push_back(inStyle(m_json.numbers()[i].toByteArray(), style, Language::Java));
            if (std::find(known.begin(), known.end(), written) == known.end()) {
                known.push_back(std::move(written));
                group.styles.push_back(style);
            }
        }
    }

    std::optional<NumberForm> form(const std::vector<Style>& styles, Language language) const
    {
        NumberForm form;
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            if (styles[group] == Style::Keep)
                continue;
            for (const std::size_t i : m_groups[group].numbers) {
                const QByteArray plain = m_json.numbers()[i].toByteArray();
                QByteArray written = inStyle(plain, styles[group], language);
                if (written != plain)
                    form.texts.emplace_back(i, std::move(written));
            }
        }
        if (form.texts.empty())
            return std::nullopt;
        std::sort(form.texts.begin(), form.texts.end());
        form.detail = CoreText::tr("numbers with other zeros at the end of their fractions");
        return form;
    }

    /** In every language's way, where one of the numbers shows a difference. */
    bool give(const std::vector<Style>& styles, const std::function<bool(const NumberForm&)>& sink) const
    {
        const bool doubles = m_extreme && std::find(styles.begin(), styles.end(), Style::Double) != styles.end();
        std::vector<NumberForm> made;
        for (const Language language : languages) {
            auto one = form(styles, language);
            const bool known = std::any_of(
                made.begin(), made.end(), [&](const NumberForm& other) { return one && other.texts == one->texts; });
            if (one && !known) {
                if (!sink(*one))
                    return false;
                made.push_back(*std::move(one));
            }
            if (!doubles)
                break;
        }
        return true;
    }

    bool choices(
        const std::vector<Style>& among, std::size_t most, const std::function<bool(const NumberForm&)>& sink) const
    {
        std::vector<std::vector<Style>> open;
        std::size_t count = 1;
        for (const Group& group : m_groups) {
            std::vector<Style> styles;
            std::copy_if(group.styles.begin(), group.styles.end(), std::back_inserter(styles),
                [&](Style style) { return std::find(among.begin(), among.end(), style) != among.end(); });
            while (styles.size() > 2 && count * styles.size() > most)
                styles.pop_back();
            if (styles.size() < 2 || count * styles.size() > most)
                styles = {Style::Keep};
            count *= styles.size();
            open.push_back(std::move(styles));
        }
        for (std::size_t choice = 1; choice < count; ++choice) {
            std::vector<Style> mixed;
            std::size_t rest = choice;
            for (const std::vector<Style>& styles : open) {
                mixed.push_back(styles[rest % styles.size()]);
                rest /= styles.size();
            }
            if (!give(mixed, sink))
                return false;
        }
        return true;
    }

    const JsonText& m_json;
    std::vector<Group> m_groups;
    bool m_extreme = false; ///< a number that languages write differently
};

/** Every choice among few numbers, whatever their keys. */
bool eachChoice(const JsonText& json, const std::function<bool(const NumberForm&)>& sink)
{
    const std::size_t count = json.numbers().size();
    if (count < 2 || count > 10)
        return true;
    for (const qsizetype places : {1, 2}) {
        for (unsigned choice = 1; choice < (1U << count); ++choice) {
            NumberForm form{{}, CoreText::tr("fractions whose zeros were dropped")};
            for (std::size_t i = 0; i < count; ++i) {
                const QByteArray plain = json.numbers()[i].toByteArray();
                if ((choice & (1U << i)) != 0)
                    form.texts.emplace_back(i, withPlaces(plain, places));
            }
            if (!sink(form))
                return false;
        }
    }
    return true;
}

bool eachSingle(const JsonText& json, std::size_t numbers, bool few, const std::function<bool(const NumberForm&)>& sink)
{
    std::size_t made = 0;
    for (std::size_t i = 0; i < std::min(json.numbers().size(), numbers); ++i) {
        const QByteArray plain = json.numbers()[i].toByteArray();
        const QByteArrayList others = otherNumbers(plain);
        const qsizetype tried = few || made >= maxForms ? std::min<qsizetype>(others.size(), 3) : others.size();
        for (qsizetype form = 0; form < tried; ++form, ++made) {
            if (!sink({{{i, others[form]}}, CoreText::tr("%1 instead of %2").arg(toText(others[form]), toText(plain))}))
                return false;
        }
    }
    return true;
}

/** An id of many digits is what JavaScript most often spoils: those near the first. */
bool eachNeighbor(const JsonText& json, const std::function<bool(const NumberForm&)>& sink)
{
    for (std::size_t i = 0; i < std::min(json.numbers().size(), maxNumbers); ++i) {
        const QByteArray plain = json.numbers()[i].toByteArray();
        QByteArrayList near;
        addNeighbors(near, plain);
        for (const QByteArray& one : near) {
            if (!sink({{{i, one}}, CoreText::tr("%1 instead of %2").arg(toText(one), toText(plain))}))
                return false;
        }
        if (!near.isEmpty())
            break;
    }
    return true;
}

} // namespace

bool eachNumberForm(const JsonText& json, bool few, const std::function<bool(const NumberForm&)>& sink)
{
    if (json.numbers().empty())
        return true;
    // One number alone is the better sentence; many of them would keep the likely choices waiting.
    if (!eachSingle(json, few ? 4 : 24, few, sink) || !Styles(json).each(few, sink))
        return false;
    return few ? eachNeighbor(json, sink) : eachChoice(json, sink) && eachSingle(json, maxNumbers, false, sink);
}

QByteArray withNumbers(const JsonText& json, const NumberForm& form)
{
    const QByteArrayView document = json.document();
    QByteArray out;
    out.reserve(document.size() + 64);
    qsizetype from = 0;
    for (const auto& [index, written] : form.texts) {
        const QByteArrayView number = json.numbers()[index];
        const qsizetype at = number.data() - document.data();
        out += document.sliced(from, at - from);
        out += written;
        from = at + number.size();
    }
    out += document.sliced(from);
    return out;
}

} // namespace creel
