#pragma once

namespace creel
{

/**
 * Names the process, after the QCoreApplication is made. The name decides where the default workspace, its index, the
 * user's schemes and the mask rules lie (QStandardPaths), so that the window and the command must bear the same.
 */
void nameApplication();

} // namespace creel
