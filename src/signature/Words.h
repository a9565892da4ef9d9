#pragma once

#include <QByteArrayView>

#include <array>
#include <cstddef>
#include <optional>

namespace creel
{

/** The value of an enumeration whose words stand in their order. */
template <class Enum, std::size_t N>
std::optional<Enum> fromWord(const std::array<const char*, N>& words, QByteArrayView word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QByteArrayView(words[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace creel
