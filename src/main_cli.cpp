#include "base/CrashDumps.h"
#include "cli/Cli.h"

int main(int argc, char** argv)
{
    creel::keepMemoryOutOfCrashDumps();
    return creel::runCli(argc, argv);
}
