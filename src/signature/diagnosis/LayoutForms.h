#pragma once

#include "signature/diagnosis/JsonLayout.h"

#include <QByteArrayList>
#include <QString>

#include <vector>

namespace creel
{

/** A document laid out anew, with what that undoes. */
struct LayoutForm {
    JsonLayout layout;
    QByteArrayList causes;
    QString detail;
    bool usual = false; ///< what the usual libraries write, as against what only some setting of theirs makes
};

/** All layouts that differ from the one that arrived in exactly `count` ways, likeliest first. */
std::vector<LayoutForm> layoutForms(const JsonText& json, int count);

} // namespace creel
