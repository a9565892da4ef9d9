#pragma once

namespace creel
{

/** Names the calling thread for debuggers and profilers; at most 15 bytes. Nothing where the system has no such names.
 */
void nameThread(const char* name);

} // namespace creel
