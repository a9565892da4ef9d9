#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace creel
{

/** Finds a term in bytes without regard to ASCII letter case (Boyer-Moore-Horspool). Immutable: safe on any thread. */
class TextMatcher
{
public:
    explicit TextMatcher(QByteArrayView term);
    bool isEmpty() const { return m_term.isEmpty(); }
    qsizetype size() const { return m_term.size(); }
    bool isIn(QByteArrayView text) const;

private:
    QByteArray m_term; ///< in lower case
    std::array<qsizetype, 256> m_skip{};
};

} // namespace creel
