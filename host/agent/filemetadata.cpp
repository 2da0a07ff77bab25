// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/filemetadata.h>

#include <sys/xattr.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <ranges>
#include <vector>

namespace Sandglass {

namespace {

constexpr std::string_view prefix = "user.e2b.";
constexpr std::string_view fieldPrefix = "x-metadata-";
constexpr std::size_t longestKey = 246;
constexpr std::size_t largestSum = 4096;
// The kernel's own limits for the list of names and for one value.
constexpr std::size_t listBytes = 64UL << 10U;

/// The full names of ours among the attributes that `list` writes as strings with zero bytes.
template<typename List>
std::vector<std::string> ownNames(List list)
{
    std::string names(256, '\0');
    auto count = list(names.data(), names.size());
    if (count < 0 && errno == ERANGE) {
        names.resize(listBytes);
        count = list(names.data(), names.size());
    }
    names.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    std::vector<std::string> own;
    for (const auto part : std::views::split(names, '\0')) {
        std::string name(part.begin(), part.end());
        if (name.starts_with(prefix))
            own.push_back(std::move(name));
    }
    return own;
}

bool isPrintable(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

} // namespace

StringMap readMetadata(const std::string &path)
{
    StringMap metadata;
    for (const auto &name : ownNames([&path](char *to, std::size_t size) {
             return ::llistxattr(path.c_str(), to, size);
         })) {
        std::string value(largestSum, '\0');
        const auto count = ::lgetxattr(path.c_str(), name.c_str(), value.data(), value.size());
        if (count < 0)
            continue; // gone, or larger than any upload writes
        value.resize(static_cast<std::size_t>(count));
        metadata.emplace(name.substr(prefix.size()), std::move(value));
    }
    return metadata;
}

std::expected<StringMap, std::string> metadataFrom(const Headers &headers)
{
    StringMap metadata;
    std::size_t sum = 0;
    for (const auto &field : headers) {
        const std::string name = lowerCase(field.name);
        if (!name.starts_with(fieldPrefix))
            continue;
        const std::string key = name.substr(fieldPrefix.size());
        if (key.empty() || key.size() > longestKey || !isPrintable(key))
            return std::unexpected("a metadata key must have 1 to 246 printable ASCII characters");
        if (!isPrintable(field.value))
            return std::unexpected("the metadata value of '" + key +
                                   "' must be printable ASCII characters");
        if (metadata.emplace(key, field.value).second)
            sum += prefix.size() + key.size() + field.value.size();
    }
    if (sum > largestSum)
        return std::unexpected("the metadata is larger than 4096 bytes");
    return metadata;
}

std::expected<void, FileFailure> writeMetadata(int fd, const StringMap &metadata)
{
    for (const auto &name :
         ownNames([fd](char *to, std::size_t size) { return ::flistxattr(fd, to, size); })) {
        if (!metadata.contains(name.substr(prefix.size())))
            ::fremovexattr(fd, name.c_str());
    }
    for (const auto &[key, value] : metadata) {
        const std::string name = std::string(prefix) + key;
        if (::fsetxattr(fd, name.c_str(), value.data(), value.size(), 0) != 0)
            return std::unexpected(fileFailure(errno, "setxattr", name));
    }
    return {};
}

} // namespace Sandglass
