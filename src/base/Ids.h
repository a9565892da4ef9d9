#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace creel
{

/** An integer that can't be taken for another kind of integer. 64 bits until the last line before a Qt `int`. */
template <class Tag> struct StrongInt {
    qint64 v = 0;
    constexpr StrongInt() = default;
    constexpr explicit StrongInt(qint64 value)
        : v(value)
    {
    }
    constexpr auto operator<=>(const StrongInt&) const = default;
    constexpr bool isValid() const { return v > 0; }
};

using EventId = StrongInt<struct EventIdTag>; ///< id of an event in its workspace, from 1, in the order of commits
using BodyId = StrongInt<struct BodyIdTag>; ///< id of a body that is written in pieces
using EndpointId = StrongInt<struct EndpointIdTag>;
using DraftId = StrongInt<struct DraftIdTag>;
using DeliveryId = StrongInt<struct DeliveryIdTag>;
using Row = StrongInt<struct RowTag>; ///< position in a filtered set, from 0
using ByteOffset = StrongInt<struct ByteOffsetTag>; ///< position in a body or message, from 0
using Sequence = StrongInt<struct SequenceTag>; ///< "changed up to N"

} // namespace creel

template <class Tag> struct std::hash<creel::StrongInt<Tag>> {
    std::size_t operator()(creel::StrongInt<Tag> id) const noexcept { return std::hash<qint64>()(id.v); }
};
