#pragma once

#include <QByteArray>
#include <QString>

namespace creel
{

/** What a cause comes down to, short enough to follow the verdict in a heading: `the body was changed on its way here`.
 * The whole sentence is Cause::text. */
QString causeHeading(const QByteArray& cause);

/** The name of a cause in a list, e.g. `JSON written again without blanks`; the command line's word where it has none.
 */
QString causeName(const QByteArray& cause);

/** Whether another secret, or the same one entered in another way, is what is likely to help. */
bool isAboutSecret(const QByteArray& cause);

} // namespace creel
