#pragma once

#include <QCoreApplication>

namespace creel
{

/**
 * The texts of what is no QObject: `CoreText::tr("...")` in any function, of any thread. One class, so that all of them
 * stand in one context of the translations, which `lupdate` finds.
 */
class CoreText
{
    Q_DECLARE_TR_FUNCTIONS(creel)
};

} // namespace creel
