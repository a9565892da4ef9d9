#pragma once

#include "desktop/event/BytesView.h"

#include <QByteArrayView>

#include <vector>

namespace creel
{

/** Where two texts differ, as ranges of each. */
struct Difference {
    std::vector<BytesView::Range> inFirst;
    std::vector<BytesView::Range> inSecond;
};

/**
 * Walks both side by side and finds its way again after each difference within a short window: good for blanks, escapes
 * and line ends, and bounded for anything: where it does not find its way, or after some hundred differences, the next
 * bytes are marked and the walk ends.
 */
Difference differenceOf(QByteArrayView first, QByteArrayView second);

} // namespace creel
