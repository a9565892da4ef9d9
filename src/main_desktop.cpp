#include "desktop/Desktop.h"

int main(int argc, char** argv)
{
    return creel::runDesktop(argc, argv);
}
