#include "base/CrashDumps.h"
#include "desktop/Desktop.h"

int main(int argc, char** argv)
{
    creel::keepMemoryOutOfCrashDumps();
    return creel::runDesktop(argc, argv);
}
