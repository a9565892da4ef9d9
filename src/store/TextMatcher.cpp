#include "store/TextMatcher.h"

#include "base/Text.h"

namespace creel
{
namespace
{

constexpr std::array<quint8, 256> makeFold()
{
    std::array<quint8, 256> fold{};
    for (std::size_t i = 0; i < fold.size(); ++i)
        fold[i] = quint8(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return fold;
}

constexpr std::array<quint8, 256> fold = makeFold();

} // namespace

TextMatcher::TextMatcher(QByteArrayView term)
    : m_term(asciiLower(term))
{
    m_skip.fill(m_term.size());
    for (qsizetype i = 0; i + 1 < m_term.size(); ++i)
        m_skip[quint8(m_term[i])] = m_term.size() - 1 - i;
}

bool TextMatcher::isIn(QByteArrayView text) const
{
    const qsizetype length = m_term.size();
    if (length == 0)
        return true;
    const auto* const term = reinterpret_cast<const quint8*>(m_term.constData());
    const auto* const data = reinterpret_cast<const quint8*>(text.data());
    const quint8 last = term[length - 1];
    for (qsizetype at = length - 1; at < text.size();) {
        const quint8 byte = fold[data[at]];
        if (byte == last) {
            qsizetype i = length - 1;
            while (i > 0 && fold[data[at - length + i]] == term[i - 1])
                --i;
            if (i == 0)
                return true;
        }
        at += m_skip[byte];
    }
    return false;
}

} // namespace creel
