#include "app/Application.h"

#include <QCoreApplication>

namespace creel
{

void nameApplication()
{
    // No organization: it would be one more folder of the same name in every path.
    QCoreApplication::setApplicationName(QStringLiteral("creel"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CREEL_VERSION));
}

} // namespace creel
