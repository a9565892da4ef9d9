#pragma once

namespace creel
{

/**
 * Keeps the process's memory, and so every secret in it, out of what the system writes when the program crashes: no
 * core file, and no memory for a crash reporter that is handed one all the same. To be called before a secret is read.
 */
void keepMemoryOutOfCrashDumps();

} // namespace creel
