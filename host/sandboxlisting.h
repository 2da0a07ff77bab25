// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/templatecatalog.h>
#include <protocol/sandbox.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// What GET /v2/sandboxes asks for.
struct ListQuery {
    SandboxQuery common;
    std::optional<std::string> templateName;
    std::optional<Timestamp> startedAfter;
};

/// Errors are "validation error: …" for a 400.
[[nodiscard]] Result<ListQuery> parseListQuery(std::string_view query);

struct ListPage {
    std::vector<SandboxInfo> sandboxes;
    std::string nextToken;           ///< empty at the end
    std::optional<int> totalRunning; ///< set when running ones were asked for
};

/// Filters, sorts and cuts a page as E2B's service does: by start (microseconds), then id;
/// ascending is the exact reverse of descending. "Invalid next token" is an error for a 400.
[[nodiscard]] Result<ListPage> makeListPage(std::vector<SandboxInfo> sandboxes,
                                            const ListQuery &query);

} // namespace Sandglass
