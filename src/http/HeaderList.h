#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <optional>
#include <vector>

namespace creel
{

/** One field line as it came: name in its own letter case, value without the surrounding blanks (RFC 9112, section 5).
 */
struct HeaderField {
    QByteArray name;
    QByteArray value;
    bool operator==(const HeaderField&) const = default;
};

/** Header fields in the order of the wire, duplicates apart, raw bytes. Look-up ignores ASCII letter case. */
class HeaderList
{
public:
    HeaderList() = default;
    HeaderList(std::initializer_list<HeaderField> fields)
        : m_fields(fields)
    {
    }

    void add(QByteArray name, QByteArray value) { m_fields.push_back({std::move(name), std::move(value)}); }
    void reserve(qsizetype fields) { m_fields.reserve(std::size_t(fields)); }
    /** Replaces the first field of that name and removes the others; adds at the end where there is none. */
    void set(QByteArrayView name, QByteArray value);
    void removeAll(QByteArrayView name);

    bool contains(QByteArrayView name) const { return find(name) != nullptr; }
    /** The first value, or nothing. */
    std::optional<QByteArray> value(QByteArrayView name) const;
    /** Every value of that name, in order. */
    std::vector<QByteArray> values(QByteArrayView name) const;
    const HeaderField* find(QByteArrayView name) const;

    bool isEmpty() const { return m_fields.empty(); }
    qsizetype size() const { return qsizetype(m_fields.size()); }
    const HeaderField& at(qsizetype index) const { return m_fields[std::size_t(index)]; }
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    bool operator==(const HeaderList&) const = default;

private:
    std::vector<HeaderField> m_fields;
};

} // namespace creel
