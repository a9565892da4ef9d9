#include "http/HeaderList.h"

#include "base/Text.h"

#include <algorithm>

namespace creel
{

void HeaderList::set(QByteArrayView name, QByteArray value)
{
    const auto same = [&](const HeaderField& field) { return equalsIgnoreAsciiCase(field.name, name); };
    const auto first = std::find_if(m_fields.begin(), m_fields.end(), same);
    if (first == m_fields.end()) {
        add(name.toByteArray(), std::move(value));
        return;
    }
    first->value = std::move(value);
    m_fields.erase(std::remove_if(first + 1, m_fields.end(), same), m_fields.end());
}

void HeaderList::removeAll(QByteArrayView name)
{
    std::erase_if(m_fields, [&](const HeaderField& field) { return equalsIgnoreAsciiCase(field.name, name); });
}

std::optional<QByteArray> HeaderList::value(QByteArrayView name) const
{
    const HeaderField* field = find(name);
    return field ? std::optional(field->value) : std::nullopt;
}

std::vector<QByteArray> HeaderList::values(QByteArrayView name) const
{
    std::vector<QByteArray> found;
    for (const HeaderField& field : m_fields) {
        if (equalsIgnoreAsciiCase(field.name, name))
            found.push_back(field.value);
    }
    return found;
}

const HeaderField* HeaderList::find(QByteArrayView name) const
{
    for (const HeaderField& field : m_fields) {
        if (equalsIgnoreAsciiCase(field.name, name))
            return &field;
    }
    return nullptr;
}

} // namespace creel
