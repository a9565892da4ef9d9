#pragma once

namespace creel
{

/** The whole program with a window: reads the command line, opens a workspace, runs. Returns the exit status. */
int runDesktop(int argc, char** argv);

} // namespace creel
