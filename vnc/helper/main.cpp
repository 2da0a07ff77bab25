// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>
#include <vnc/helper/jail.h>
#include <vnc/helper/orphanwatch.h>
#include <vnc/helper/session.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

using namespace Sandglass::Rfb;

namespace {

constexpr int serverFd = 3;
constexpr int appFd = 4;

constexpr const char *usage =
    "sandglass-rfb decodes one remote desktop in a jail of its own. Sandglass starts it, with the\n"
    "desktop's stream as descriptor 3 and a control socket as descriptor 4.\n";

bool isSocket(int fd, int type)
{
    int found = 0;
    socklen_t size = sizeof found;
    return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &found, &size) == 0 && found == type;
}

/// Whatever else was inherited, a terminal above all, is not for the decoder.
void closeTheRest()
{
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = 0; fd < serverFd; ++fd) {
        if (null < 0 || ::dup2(null, fd) < 0)
            ::close(fd);
    }
    ::close_range(appFd + 1, ~0U, 0);
}

} // namespace

int main()
{
    if (!isSocket(serverFd, SOCK_STREAM) || !isSocket(appFd, SOCK_SEQPACKET)) {
        std::fputs(usage, stderr);
        return 2;
    }
    closeTheRest();
    watchForOrphanhood(appFd);
    if (const auto failure = enterJail(serverFd, appFd)) {
        ControlMessage message = controlMessage(MessageType::Ended);
        message.ended.reason = EndReason::Internal;
        setText(message.ended.detail, *failure);
        static_cast<void>(sendControl(appFd, message));
        ::_exit(1);
    }
    Session(serverFd, appFd).run();
    ::_exit(0); // the libraries' own endings need calls that no longer exist
}
