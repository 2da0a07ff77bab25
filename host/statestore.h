// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/sandboxrow.h>
#include <host/sqlite.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// The host's memory on disk: its own settings (port, key, tag) and one row for every sandbox. A
/// change is on disk when the call returns, so that it survives a kill of the host. Errors are
/// Kind::Io.
class StateStore final
{
public:
    /// A file that a newer version made is refused.
    [[nodiscard]] static Result<StateStore> open(const std::string &path);

    [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name);
    [[nodiscard]] Result<void> setSetting(std::string_view name, std::string_view value);

    [[nodiscard]] Result<void> insert(const SandboxRow &row);
    [[nodiscard]] Result<void> setPhase(const std::string &id, SandboxRow::Phase phase);
    [[nodiscard]] Result<void> setMonitor(const std::string &id, const ProcessIdentity &monitor);
    /// The sandbox has come up: its first process, and from when to when it runs.
    [[nodiscard]] Result<void> setRunning(const SandboxRow &row);
    [[nodiscard]] Result<void> setEndAt(const std::string &id, Timestamp endAt);
    [[nodiscard]] Result<void> remove(const std::string &id);
    [[nodiscard]] Result<std::vector<SandboxRow>> sandboxes();

private:
    explicit StateStore(SqlDatabase database) : m_database(std::move(database)) {}
    [[nodiscard]] Result<void> makeTables();
    [[nodiscard]] Result<void> insertValues(const SandboxRow &row);
    [[nodiscard]] Result<void> readValues(SandboxRow &row);

    SqlDatabase m_database;
};

} // namespace Sandglass
