#include "desktop/event/Difference.h"

#include <algorithm>
#include <utility>

namespace creel
{

namespace
{

constexpr qsizetype window = 48; // bytes of one difference
constexpr qsizetype sure = 2; // equal bytes that mean that both are in step again
constexpr std::size_t maxRanges = 400;

bool inStep(QByteArrayView a, QByteArrayView b)
{
    const qsizetype size = std::min({sure, a.size(), b.size()});
    // At the end of one, the other must end, too.
    if (size < sure && a.size() != b.size())
        return false;
    return std::equal(a.begin(), a.begin() + size, b.begin());
}

/** Bytes to leave out of each until both are in step, the fewest in all; negative where there is no way. */
std::pair<qsizetype, qsizetype> stepOver(QByteArrayView a, QByteArrayView b)
{
    for (qsizetype total = 1; total <= 2 * window; ++total) {
        for (qsizetype fromA = std::max<qsizetype>(0, total - window); fromA <= std::min(total, window); ++fromA) {
            const qsizetype fromB = total - fromA;
            if (fromA <= a.size() && fromB <= b.size() && inStep(a.sliced(fromA), b.sliced(fromB)))
                return {fromA, fromB};
        }
    }
    return {-1, -1};
}

} // namespace

Difference differenceOf(QByteArrayView first, QByteArrayView second)
{
    Difference difference;
    const auto mark = [](std::vector<BytesView::Range>& ranges, qsizetype offset, qsizetype size) {
        if (size > 0)
            ranges.push_back({offset, size, ColorRole::StaleTint});
    };
    qsizetype a = 0;
    qsizetype b = 0;
    while (true) {
        const auto [x, y] = std::mismatch(first.begin() + a, first.end(), second.begin() + b, second.end());
        a = x - first.begin();
        b = y - second.begin();
        if (a == first.size() && b == second.size())
            return difference;
        auto [fromA, fromB] = stepOver(first.sliced(a), second.sliced(b));
        const bool lost = fromA < 0 || difference.inFirst.size() + difference.inSecond.size() >= maxRanges;
        if (lost) {
            fromA = std::min(window, first.size() - a);
            fromB = std::min(window, second.size() - b);
        }
        mark(difference.inFirst, a, fromA);
        mark(difference.inSecond, b, fromB);
        if (lost)
            return difference;
        a += fromA;
        b += fromB;
    }
}

} // namespace creel
