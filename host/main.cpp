// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/commandline.h>

int main(int argumentCount, char **arguments)
{
    return Sandglass::runHostCommand(argumentCount, arguments);
}
