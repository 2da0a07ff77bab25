// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

namespace Sandglass {

namespace {

constexpr std::string_view alphanumerics = "abcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view hexDigits = "0123456789abcdef";

/// Fills a small buffer from the kernel's generator. Ids and keys are secrets or must not collide,
/// so there is nothing sensible to go on with when the kernel has no randomness.
template<std::size_t size>
void fillRandom(std::array<unsigned char, size> &bytes)
{
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t count = getrandom(bytes.data() + filled, size - filled, 0);
        if (count > 0)
            filled += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            std::abort();
    }
}

std::string randomText(std::size_t length, std::string_view alphabet)
{
    // Bytes at or above the largest multiple of the alphabet's size would favour its first
    // characters.
    const std::size_t limit = 256 - 256 % alphabet.size();
    std::array<unsigned char, 64> bytes{};
    std::string text;
    text.reserve(length);
    while (text.size() < length) {
        fillRandom(bytes);
        for (const unsigned char byte : bytes) {
            if (byte < limit && text.size() < length)
                text += alphabet[byte % alphabet.size()];
        }
    }
    return text;
}

} // namespace

std::string randomAlphanumeric(std::size_t length)
{
    return randomText(length, alphanumerics);
}

std::string randomHex(std::size_t digits)
{
    return randomText(digits, hexDigits);
}

std::string newSandboxId()
{
    return "i" + randomAlphanumeric(20);
}

std::string newApiKey()
{
    return "e2b_" + randomHex(40);
}

bool isSandboxId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of(alphanumerics) == std::string_view::npos;
}

} // namespace Sandglass
