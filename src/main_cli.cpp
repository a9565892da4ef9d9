#include "cli/Cli.h"

int main(int argc, char** argv)
{
    return creel::runCli(argc, argv);
}
