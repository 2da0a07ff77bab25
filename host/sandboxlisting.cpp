// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/sandboxlisting.h>
#include <protocol/paging.h>
#include <protocol/percent.h>

#include <algorithm>
#include <tuple>

namespace Sandglass {

namespace {

constexpr int largestPage = 100;

Timestamp sortTime(Timestamp time)
{
    return std::chrono::floor<std::chrono::microseconds>(time);
}

/// Whether (time, id) comes before the other in descending order: newest first, then id ascending.
bool comesBefore(Timestamp time, const std::string &id, Timestamp otherTime,
                 const std::string &otherId)
{
    return std::tie(otherTime, id) < std::tie(time, otherId);
}

bool matches(const SandboxInfo &info, const ListQuery &query)
{
    const auto &wanted = query.common;
    if (!wanted.states.empty() && !std::ranges::contains(wanted.states, info.state))
        return false;
    if (query.templateName && *query.templateName != info.alias &&
        *query.templateName != info.templateId)
        return false;
    if (query.startedAfter && sortTime(info.startedAt) < sortTime(*query.startedAfter))
        return false;
    return std::ranges::all_of(wanted.metadata, [&](const auto &pair) {
        const auto found = info.metadata.find(pair.first);
        return found != info.metadata.end() && found->second == pair.second;
    });
}

Result<void> readOwn(const std::string &name, const std::string &value, ListQuery &query)
{
    if (name == "template") {
        if (value.contains(':'))
            return failure(Error::Kind::Policy, "validation error: template must be without a tag",
                           400);
        // "namespace/alias": there is one namespace here.
        query.templateName = value.substr(value.rfind('/') + 1);
        return {};
    }
    const auto time = parseTimestamp(value);
    if (!time)
        return failure(Error::Kind::Policy, "validation error: startedAfter must be a date-time",
                       400);
    query.startedAfter = *time;
    return {};
}

} // namespace

Result<ListQuery> parseListQuery(std::string_view query)
{
    ListQuery result;
    std::string rest;
    while (!query.empty()) {
        const auto cut = query.find('&');
        const std::string_view part = query.substr(0, cut);
        query.remove_prefix(cut == std::string_view::npos ? query.size() : cut + 1);
        if (!part.starts_with("template=") && !part.starts_with("startedAfter=")) {
            rest.append(rest.empty() ? "" : "&").append(part);
            continue;
        }
        const auto pairs = parseQuery(part);
        if (!pairs || pairs->size() != 1)
            return failure(Error::Kind::Policy,
                           "validation error: the query has a broken percent-encoding", 400);
        if (const auto read = readOwn(pairs->front().first, pairs->front().second, result); !read)
            return std::unexpected(read.error());
    }
    auto common = decodeSandboxQuery(rest);
    if (!common)
        return failure(Error::Kind::Policy, common.error().detail, 400);
    result.common = std::move(*common);
    return result;
}

Result<ListPage> makeListPage(std::vector<SandboxInfo> sandboxes, const ListQuery &query)
{
    const bool ascending = query.common.ascending;
    std::erase_if(sandboxes, [&](const SandboxInfo &info) { return !matches(info, query); });
    std::ranges::sort(sandboxes, [ascending](const SandboxInfo &left, const SandboxInfo &right) {
        const SandboxInfo &first = ascending ? right : left;
        const SandboxInfo &second = ascending ? left : right;
        return comesBefore(sortTime(first.startedAt), first.id, sortTime(second.startedAt),
                           second.id);
    });
    ListPage page;
    if (query.common.states.empty() ||
        std::ranges::contains(query.common.states, SandboxState::Running))
        page.totalRunning = static_cast<int>(
            std::ranges::count(sandboxes, SandboxState::Running, &SandboxInfo::state));
    if (!query.common.nextToken.empty()) {
        const auto cursor = decodePageCursor(query.common.nextToken);
        if (!cursor || cursor->ascending != ascending)
            return failure(Error::Kind::Policy, "Invalid next token", 400);
        const Timestamp time = sortTime(cursor->time);
        std::erase_if(sandboxes, [&](const SandboxInfo &info) {
            const Timestamp own = sortTime(info.startedAt);
            return ascending ? !comesBefore(own, info.id, time, cursor->id)
                             : !comesBefore(time, cursor->id, own, info.id);
        });
    }
    const auto limit =
        static_cast<std::size_t>(query.common.limit > 0 ? query.common.limit : largestPage);
    if (sandboxes.size() > limit) {
        sandboxes.resize(limit);
        page.nextToken = encodePageCursor({.time = sortTime(sandboxes.back().startedAt),
                                           .id = sandboxes.back().id,
                                           .ascending = ascending});
    }
    page.sandboxes = std::move(sandboxes);
    return page;
}

} // namespace Sandglass
