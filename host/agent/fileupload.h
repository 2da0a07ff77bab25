// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/settings.h>
#include <host/http/httpserver.h>

#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

/// Answers POST /files (protocol page envd, 5.2): writes the body to disk as it comes, whether a
/// form or the bytes themselves. `path` is that of the query, not yet expanded. Keeps itself alive;
/// borrows the settings.
void receiveFiles(const std::shared_ptr<Exchange> &exchange, std::optional<std::string> path,
                  const User &user, const AgentSettings &settings);

} // namespace Sandglass
