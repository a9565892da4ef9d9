#include "store/Event.h"

#include <array>

namespace creel
{
namespace
{

constexpr std::array<const char*, 4> stateWords{"complete", "malformed", "incomplete", "refused"};

}

QByteArray toWord(EventState state)
{
    return stateWords[std::size_t(state)];
}

std::optional<EventState> eventStateFromWord(QByteArrayView word)
{
    for (std::size_t i = 0; i < stateWords.size(); ++i) {
        if (word == QByteArrayView(stateWords[i]))
            return EventState(i);
    }
    return std::nullopt;
}

} // namespace creel
