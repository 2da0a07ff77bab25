// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/time.h>
#include <host/agent/filerange.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <ranges>
#include <string>

namespace Sandglass {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint64_t> numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::time_t> dateIn(const Headers &request, std::string_view name)
{
    const auto *const text = request.find(name);
    const auto date = text ? parseHttpDate(*text) : Result<Timestamp>(Timestamp{});
    if (!text || !date)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(date->time_since_epoch()).count();
}

/// 304 or 412 when the request is about another state of the file; 0 otherwise.
int statusOfConditions(const Headers &request, std::time_t modified)
{
    if (const auto *const match = request.find("If-Match")) {
        if (*match != "*")
            return 412;
    } else if (const auto date = dateIn(request, "If-Unmodified-Since"); date && modified > *date) {
        return 412;
    }
    if (const auto *const none = request.find("If-None-Match"))
        return *none == "*" ? 304 : 0;
    const auto date = dateIn(request, "If-Modified-Since");
    return date && modified <= *date ? 304 : 0;
}

bool isRangeWanted(const Headers &request, std::time_t modified)
{
    if (!request.contains("Range"))
        return false;
    return !request.contains("If-Range") || dateIn(request, "If-Range") == modified;
}

/// "-5": the last five bytes.
FilePlan lastBytes(std::string_view text, std::uint64_t size)
{
    const auto wanted = numberIn(text);
    if (!wanted || *wanted == 0)
        return {.status = 416, .offset = 0, .count = 0};
    const auto count = std::min(*wanted, size);
    return {.status = 206, .offset = size - count, .count = count};
}

FilePlan planRange(std::string_view range, std::uint64_t size)
{
    constexpr FilePlan refused{.status = 416, .offset = 0, .count = 0};
    const auto dash = range.find('-');
    if (dash == std::string_view::npos)
        return refused;
    const auto from = trimmed(range.substr(0, dash));
    const auto to = trimmed(range.substr(dash + 1));
    if (from.empty())
        return lastBytes(to, size);
    const auto first = numberIn(from);
    const auto last = to.empty() ? std::optional(size) : numberIn(to);
    if (!first || !last || *first >= size || *last < *first)
        return refused;
    return {.status = 206, .offset = *first, .count = std::min(*last, size - 1) - *first + 1};
}

} // namespace

FilePlan planFile(const Headers &request, std::uint64_t size, std::time_t modified)
{
    constexpr std::string_view unit = "bytes=";
    const FilePlan whole{.status = 200, .offset = 0, .count = size};
    if (const int status = statusOfConditions(request, modified); status != 0)
        return {.status = status, .offset = 0, .count = 0};
    // Some clients ask for a range to be safe; of an empty file there is none to give.
    if (!isRangeWanted(request, modified) || size == 0)
        return whole;
    const auto ranges = request.value("Range");
    if (!ranges.starts_with(unit))
        return {.status = 416, .offset = 0, .count = 0};
    const auto list = ranges.substr(unit.size());
    return list.contains(',') ? whole : planRange(list, size);
}

AcceptedEncodings acceptedEncodings(const Headers &request)
{
    std::optional<bool> identity;
    std::optional<bool> gzip;
    std::optional<bool> any;
    for (const auto &field : request) {
        if (!std::ranges::equal(field.name, std::string_view("accept-encoding"), {},
                                [](unsigned char c) { return std::tolower(c); }))
            continue;
        for (const auto part : std::views::split(field.value, ',')) {
            const std::string_view item(part.begin(), part.end());
            const auto semicolon = item.find(';');
            const auto name = trimmed(item.substr(0, semicolon));
            const auto weight =
                semicolon == std::string_view::npos ? "" : trimmed(item.substr(semicolon + 1));
            const bool isAllowed = !weight.starts_with("q=") || weight.substr(2).find_first_not_of(
                                                                    "0.") != std::string_view::npos;
            if (name == "identity")
                identity = isAllowed;
            else if (name == "gzip" || name == "x-gzip")
                gzip = isAllowed;
            else if (name == "*")
                any = isAllowed;
        }
    }
    return {.identity = identity.value_or(any.value_or(true)),
            .gzip = gzip.value_or(any.value_or(false))};
}

} // namespace Sandglass
