// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/filetext.h>
#include <host/uniquefd.h>

#include <fcntl.h>

#include <array>

namespace Sandglass {

std::string readFileText(const std::string &path)
{
    constexpr std::size_t largest = 4UL << 20U;
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string text;
    std::array<char, 8192> piece{};
    while (file && text.size() < largest) {
        const ssize_t size = ::read(file.get(), piece.data(), piece.size());
        if (size <= 0)
            break;
        text.append(piece.data(), static_cast<std::size_t>(size));
    }
    return text;
}

} // namespace Sandglass
