// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/versionorder.h>

#include <charconv>
#include <vector>

namespace Sandglass {

namespace {

std::vector<int> numbersOf(std::string_view version)
{
    std::vector<int> numbers;
    for (;;) {
        const auto dot = version.find('.');
        const std::string_view part = version.substr(0, dot);
        int number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number);
        numbers.push_back(number);
        if (dot == std::string_view::npos)
            break;
        version.remove_prefix(dot + 1);
    }
    // "1.0" and "1" are the same.
    while (!numbers.empty() && numbers.back() == 0)
        numbers.pop_back();
    return numbers;
}

} // namespace

bool isOlderVersion(std::string_view version, std::string_view than)
{
    return numbersOf(version) < numbersOf(than);
}

} // namespace Sandglass
