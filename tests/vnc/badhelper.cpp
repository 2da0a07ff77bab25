// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <string_view>

/// A decoder that was taken over: instead of RFB it reads one word from the server and breaks the
/// rules in that way.
using namespace Sandglass::Rfb;

namespace {

constexpr int serverFd = 3;
constexpr int appFd = 4;
constexpr std::uint16_t width = 64;
constexpr std::uint16_t height = 48;

void tell(const ControlMessage &message)
{
    // Blocks when the app is slow, so that nothing gets lost.
    static_cast<void>(::send(appFd, &message, sizeof message, MSG_NOSIGNAL));
}

void tellBytes(std::string_view bytes)
{
    static_cast<void>(::send(appFd, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

/// The next message from the app that is one of these two.
Received await(MessageType type)
{
    while (true) {
        char peeked = 0;
        if (::recv(appFd, &peeked, 1, MSG_PEEK) <= 0)
            ::_exit(3);
        Received received = receiveControl(appFd);
        if (received.what == Received::What::Message &&
            (received.message.type == type || received.message.type == MessageType::SizeRefused))
            return received;
    }
}

OwnedFd wantSize(std::uint16_t wide, std::uint16_t high)
{
    ControlMessage message = controlMessage(MessageType::SizeWanted);
    message.size = {.width = wide, .height = high};
    tell(message);
    return await(MessageType::Framebuffer).fd;
}

void damage(const DamageRect &rect)
{
    ControlMessage message = controlMessage(MessageType::Damage);
    message.damage.count = 1;
    message.damage.rects[0] = rect;
    tell(message);
}

/// Two rows of two pixels.
void drawCursor(const OwnedFd &memory)
{
    const std::size_t bytes = framebufferBytes(width, height);
    void *address = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
    auto *pixels = reinterpret_cast<std::uint32_t *>(static_cast<std::byte *>(address) +
                                                     pixelBytes(width, height));
    for (std::uint32_t i = 0; i < 4; ++i)
        pixels[i] = 0xff000001U + i;
    ControlMessage message = controlMessage(MessageType::CursorShape);
    message.cursor = {.hotX = 1, .hotY = 1, .width = 2, .height = 2};
    tell(message);
}

/// Its descriptors and how many variables its environment has: "0 1 2 3 4 env 0".
void takeInventory()
{
    std::string list;
    DIR *const folder = ::opendir("/proc/self/fd");
    for (int fd = 0; fd < 1024; ++fd) {
        if (fd != ::dirfd(folder) && ::fcntl(fd, F_GETFD) >= 0)
            list += std::to_string(fd) + ' ';
    }
    int variables = 0;
    while (environ[variables])
        ++variables;
    list += "env " + std::to_string(variables) + '\n';
    static_cast<void>(::send(serverFd, list.data(), list.size(), MSG_NOSIGNAL));
}

void misbehave(std::string_view how)
{
    if (how == "early")
        return damage({.x = 0, .y = 0, .width = 1, .height = 1});
    if (how == "inventory")
        return takeInventory();
    if (how == "forever") {
        while (true) {
        }
    }
    const OwnedFd memory = wantSize(width, height);
    ControlMessage connected = controlMessage(MessageType::Connected);
    connected.connected.width = width;
    connected.connected.height = height;
    connected.connected.security = SecurityType::None;
    tell(connected);
    if (how == "outside")
        damage({.x = width - 4, .y = height - 4, .width = 4, .height = 5});
    else if (how == "garbage")
        tellBytes("xyz");
    else if (how == "orders")
        tell(controlMessage(MessageType::Key));
    else if (how == "cursor")
        drawCursor(memory);
    else if (how == "shape") {
        drawCursor(memory);
        static_cast<void>(wantSize(8, 8));
    } else if (how == "late") {
        damage({.x = 0, .y = 0, .width = width, .height = height});
        static_cast<void>(wantSize(8, 8));
        damage({.x = 0, .y = 0, .width = 16, .height = 16});
    } else if (how == "sizes") {
        for (std::uint16_t i = 1; i < 10; ++i)
            static_cast<void>(wantSize(i, i));
    } else if (how == "flood") {
        while (true)
            damage({.x = 1, .y = 1, .width = 2, .height = 2});
    }
}

} // namespace

int main()
{
    std::string word;
    char next = 0;
    while (::read(serverFd, &next, 1) == 1 && next != '\n')
        word += next;
    static_cast<void>(await(MessageType::Start));
    misbehave(word);
    while (::pause() != 0) {
    }
}
