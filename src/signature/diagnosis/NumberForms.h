#pragma once

#include "signature/diagnosis/JsonLayout.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace creel
{

/** Numbers of a document as they may have been written before something wrote them again. */
struct NumberForm {
    std::vector<std::pair<std::size_t, QByteArray>> texts; ///< which number, and how it was written; by place
    QString detail;
};

/**
 * Likeliest first, made one after the other: a long document has thousands of numbers. `few`: those that whole
 * libraries make, for combining with layouts. The sink says false for enough; so does the result.
 */
bool eachNumberForm(const JsonText& json, bool few, const std::function<bool(const NumberForm&)>& sink);
/** The document's own text with other numbers in it. */
QByteArray withNumbers(const JsonText& json, const NumberForm& form);

} // namespace creel
