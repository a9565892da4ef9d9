#include "store/Query.h"

namespace creel
{

bool Query::isEverything() const
{
    return *this == Query();
}

} // namespace creel
