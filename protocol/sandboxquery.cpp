// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/percent.h>
#include <protocol/sandbox.h>

#include <algorithm>
#include <charconv>

namespace Sandglass {

namespace {

constexpr int maximumLimit = 100;

std::unexpected<Error> invalid(std::string_view what)
{
    return failure(Error::Kind::Protocol, "validation error: " + std::string(what));
}

/// Cuts `text` at every `separator`; an empty text has no parts.
std::vector<std::string_view> parts(std::string_view text, char separator)
{
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t cut = text.find(separator);
        found.push_back(text.substr(0, cut));
        if (cut == std::string_view::npos)
            break;
        text.remove_prefix(cut + 1);
        if (text.empty())
            found.emplace_back();
    }
    return found;
}

std::string encodedStates(const std::vector<SandboxState> &states)
{
    std::string text;
    for (const SandboxState state : states) {
        if (state == SandboxState::Unknown)
            continue;
        text += text.empty() ? "" : ",";
        text += state == SandboxState::Running ? "running" : "paused";
    }
    return text;
}

std::string encodedMetadata(const StringMap &metadata)
{
    std::string joined;
    for (const auto &[key, value] : metadata) {
        joined += joined.empty() ? "" : "&";
        joined += percentEncode(percentEncode(key)) + "=" + percentEncode(percentEncode(value));
    }
    return percentEncode(joined);
}

Result<void> readStates(std::string_view value, SandboxQuery &query)
{
    for (const std::string_view name : parts(value, ',')) {
        if (name != "running" && name != "paused")
            return invalid("state must be running, paused or both");
        const auto state = name == "running" ? SandboxState::Running : SandboxState::Paused;
        if (!std::ranges::contains(query.states, state))
            query.states.push_back(state);
    }
    if (query.states.empty())
        return invalid("state must not be empty");
    return {};
}

/// `value` has been decoded once, with the query. What follows undoes the second round of the whole
/// and the third of each key and value.
Result<void> readMetadata(std::string_view value, SandboxQuery &query)
{
    const auto joined = percentDecode(value);
    if (!joined)
        return invalid("metadata has a broken percent-encoding");
    for (const std::string_view pair : parts(*joined, '&')) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos ||
            pair.find('=', equals + 1) != std::string_view::npos)
            return invalid("metadata must be pairs of key=value");
        auto key = percentDecode(pair.substr(0, equals));
        auto text = percentDecode(pair.substr(equals + 1));
        if (!key || !text)
            return invalid("metadata has a broken percent-encoding");
        query.metadata[std::move(*key)] = std::move(*text);
    }
    return {};
}

Result<void> readLimit(std::string_view value, SandboxQuery &query)
{
    int limit = 0;
    const char *const begin = value.data();
    const char *const end = begin + value.size();
    const auto [stop, error] = std::from_chars(begin, end, limit);
    if (error != std::errc() || stop != end || limit < 1 || limit > maximumLimit)
        return invalid("limit must be an integer from 1 to 100");
    query.limit = limit;
    return {};
}

Result<void> readParameter(std::string_view name, const std::string &value, SandboxQuery &query)
{
    if (name == "state")
        return readStates(value, query);
    if (name == "metadata")
        return readMetadata(value, query);
    if (name == "limit")
        return readLimit(value, query);
    if (name == "order") {
        if (value != "asc" && value != "desc")
            return invalid("order must be asc or desc");
        query.ascending = value == "asc";
    } else if (name == "nextToken") {
        query.nextToken = value;
    } else if (name == "template" || name == "startedAfter") {
        // Leaving a filter out would answer with rows that were not asked for.
        return invalid("the filter " + std::string(name) + " is not available");
    }
    return {};
}

} // namespace

std::string encodeSandboxQuery(const SandboxQuery &query)
{
    std::string text;
    const auto add = [&text](std::string_view name, const std::string &encoded) {
        if (encoded.empty())
            return;
        text += text.empty() ? "" : "&";
        text += name;
        text += "=" + encoded;
    };
    add("state", encodedStates(query.states));
    add("metadata", encodedMetadata(query.metadata));
    add("order", query.ascending ? "asc" : "");
    add("limit", query.limit > 0 ? std::to_string(query.limit) : "");
    add("nextToken", percentEncode(query.nextToken));
    return text;
}

Result<SandboxQuery> decodeSandboxQuery(std::string_view query)
{
    const auto parameters = parseQuery(query);
    if (!parameters)
        return invalid("the query has a broken percent-encoding");
    SandboxQuery decoded;
    for (const auto &[name, value] : *parameters) {
        if (const auto read = readParameter(name, value, decoded); !read)
            return std::unexpected(read.error());
    }
    return decoded;
}

} // namespace Sandglass
