#pragma once

namespace creel
{

/** The terminal command: reads the arguments, runs one subcommand, gives the exit code (0 done, 1 done and negative,
 * 2 wrong usage, 3 could not do it). */
int runCli(int argc, char** argv);

} // namespace creel
