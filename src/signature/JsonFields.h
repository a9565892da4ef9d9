#pragma once

#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/Scheme.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <array>
#include <string_view>

namespace creel
{

/** A word of scheme files and what it stands for. */
template <class Enum> struct Word {
    std::string_view word;
    Enum value;
};

/** Reads typed values out of a JSON text; the first thing that is wrong is kept with its place, the rest is read on
 * without effect. Internal to the reader of scheme files. */
class JsonFields
{
public:
    using View = std::string_view;
    using Value = simdjson::ondemand::value;

    bool failed() const { return m_failed; }
    const char* place() const { return m_place; }
    const QString& reason() const { return m_reason; }
    void fail(const char* place, const QString& reason)
    {
        if (m_failed)
            return;
        m_failed = true;
        m_place = place;
        m_reason = reason;
    }

protected:
    static QByteArrayView bytesOf(View text) { return QByteArrayView(text.data(), qsizetype(text.size())); }
    static const char* placeOf(Value& value)
    {
        const View token = value.raw_json_token();
        return token.data();
    }

    template <class F> void eachMember(Value value, F&& use)
    {
        const char* place = placeOf(value);
        simdjson::ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return fail(place, CoreText::tr("An object is expected here."));
        for (auto field : object) {
            View name;
            Value member;
            if (field.unescaped_key().get(name) != simdjson::SUCCESS || field.value().get(member) != simdjson::SUCCESS)
                return fail(place, CoreText::tr("This is not JSON."));
            // The name lives in the parser's buffer: strings read later do not move it.
            use(name, member);
            if (m_failed)
                return;
        }
    }
    template <class F> void eachElement(Value value, F&& use)
    {
        const char* place = placeOf(value);
        simdjson::ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return fail(place, CoreText::tr("A list is expected here."));
        for (auto element : array) {
            Value item;
            if (element.get(item) != simdjson::SUCCESS)
                return fail(place, CoreText::tr("This is not JSON."));
            use(item);
            if (m_failed)
                return;
        }
    }

    QByteArray text(Value value)
    {
        const char* place = placeOf(value);
        View view;
        if (value.get_string().get(view) != simdjson::SUCCESS) {
            fail(place, CoreText::tr("A text is expected here."));
            return {};
        }
        return bytesOf(view).toByteArray();
    }
    QString display(Value value) { return QString::fromUtf8(text(value)); }
    bool flag(Value value)
    {
        const char* place = placeOf(value);
        bool result = false;
        if (value.get_bool().get(result) != simdjson::SUCCESS)
            fail(place, CoreText::tr("true or false is expected here."));
        return result;
    }
    std::optional<qint64> secondsOrNull(Value value)
    {
        const char* place = placeOf(value);
        if (value.is_null())
            return std::nullopt;
        std::int64_t number = 0;
        if (value.get_int64().get(number) != simdjson::SUCCESS || number < 0 || number > 1'000'000'000)
            fail(place, CoreText::tr("A number of seconds or null is expected here."));
        return number;
    }
    QByteArrayList texts(Value value)
    {
        QByteArrayList list;
        eachElement(value, [&](Value item) { list += text(item); });
        return list;
    }
    template <class Enum, std::size_t N> Enum word(Value value, const std::array<Word<Enum>, N>& words)
    {
        const char* place = placeOf(value);
        const QByteArray given = text(value);
        for (const auto& [name, result] : words) {
            if (QByteArrayView(given) == bytesOf(name))
                return result;
        }
        fail(place, CoreText::tr("\"%1\" is not known here.").arg(toText(given)));
        return words[0].value;
    }
    Algorithm algorithm(Value value)
    {
        const char* place = placeOf(value);
        const QByteArray given = text(value);
        const auto found = algorithmFromWord(given);
        if (!found)
            fail(place, CoreText::tr("The algorithm \"%1\" is not known.").arg(toText(given)));
        return found.value_or(Algorithm::None);
    }
    SignatureEncoding encoding(Value value)
    {
        const char* place = placeOf(value);
        const QByteArray given = text(value);
        const auto found = encodingFromWord(given);
        if (!found)
            fail(place, CoreText::tr("The encoding \"%1\" is not known.").arg(toText(given)));
        return found.value_or(SignatureEncoding::None);
    }
    Locator locator(Value value)
    {
        const char* place = placeOf(value);
        const QByteArray given = text(value);
        auto found = locatorFromText(given);
        if (!found)
            fail(place,
                CoreText::tr("\"%1\" is not a place: header:NAME, json:/pointer, form:NAME, query:NAME or sig:KEY.")
                    .arg(toText(given)));
        return found.value_or(Locator());
    }
    std::vector<Locator> locators(Value value)
    {
        std::vector<Locator> list;
        eachElement(value, [&](Value item) { list.push_back(locator(item)); });
        return list;
    }
    Template templateText(Value value)
    {
        const char* place = placeOf(value);
        const QByteArray given = text(value);
        QByteArray unknown;
        auto parsed = Template::parse(given, &unknown);
        if (!parsed)
            fail(place, CoreText::tr("The variable {%1} is not known.").arg(toText(unknown)));
        return parsed.value_or(Template());
    }
    std::vector<std::pair<QByteArray, Template>> templates(Value value)
    {
        std::vector<std::pair<QByteArray, Template>> list;
        eachElement(value, [&](Value item) {
            const char* place = placeOf(item);
            QByteArray name;
            Template written;
            int count = 0;
            eachElement(item, [&](Value part) {
                if (count == 0)
                    name = text(part);
                else if (count == 1)
                    written = templateText(part);
                ++count;
            });
            if (count != 2 || name.isEmpty())
                fail(place, CoreText::tr("A pair of a name and a template is expected here."));
            list.emplace_back(name, std::move(written));
        });
        return list;
    }

    void unknown(View name, Value value)
    {
        fail(placeOf(value), CoreText::tr("The member \"%1\" is not known.").arg(toText(bytesOf(name))));
    }

private:
    bool m_failed = false;
    const char* m_place = nullptr;
    QString m_reason;
};

} // namespace creel
