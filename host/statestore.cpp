// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/statestore.h>

namespace Sandglass {

namespace {

constexpr std::int64_t schemaVersion = 1;

constexpr const char *schema = R"sql(
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS sandboxes (
        id TEXT PRIMARY KEY, phase INTEGER NOT NULL,
        template_id TEXT NOT NULL, template_name TEXT NOT NULL,
        started_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
        monitor_pid INTEGER NOT NULL, monitor_start INTEGER NOT NULL,
        init_pid INTEGER NOT NULL, init_start INTEGER NOT NULL, world TEXT NOT NULL,
        kernel_uid INTEGER NOT NULL, access_token TEXT);
    CREATE TABLE IF NOT EXISTS sandbox_values (
        sandbox TEXT NOT NULL REFERENCES sandboxes(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (sandbox, kind, name));
    PRAGMA user_version = 1;
)sql";

std::int64_t toNanoseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

Timestamp fromNanoseconds(std::int64_t value)
{
    return Timestamp(std::chrono::nanoseconds(value));
}

/// The columns in the order of the SELECT in sandboxes().
SandboxRow readRow(const SqlStatement &select)
{
    SandboxRow row;
    row.id = select.text(0);
    row.phase = static_cast<SandboxRow::Phase>(select.integer(1));
    row.templateId = select.text(2);
    row.templateName = select.text(3);
    row.startedAt = fromNanoseconds(select.integer(4));
    row.endAt = fromNanoseconds(select.integer(5));
    row.monitor = {.pid = static_cast<pid_t>(select.integer(6)),
                   .startTicks = static_cast<std::uint64_t>(select.integer(7)),
                   .world = select.text(10)};
    row.init = {.pid = static_cast<pid_t>(select.integer(8)),
                .startTicks = static_cast<std::uint64_t>(select.integer(9)),
                .world = select.text(10)};
    row.kernelUid = static_cast<std::uint32_t>(select.integer(11));
    if (!select.isNull(12))
        row.accessToken = select.text(12);
    return row;
}

} // namespace

Result<StateStore> StateStore::open(const std::string &path)
{
    auto database = SqlDatabase::open(path);
    if (!database)
        return std::unexpected(database.error());
    StateStore store(std::move(*database));
    if (const auto made = store.makeTables(); !made)
        return std::unexpected(made.error());
    return store;
}

Result<void> StateStore::makeTables()
{
    {
        auto version = m_database.prepare("PRAGMA user_version");
        if (!version)
            return std::unexpected(version.error());
        const auto row = version->step();
        if (!row)
            return std::unexpected(row.error());
        if (version->integer(0) > schemaVersion)
            return failure(Error::Kind::Io,
                           "the state was written by a newer version of Sandglass");
    }
    return m_database.execute(schema);
}

Result<std::optional<std::string>> StateStore::setting(std::string_view name)
{
    auto select = m_database.prepare("SELECT value FROM settings WHERE name = ?");
    if (!select)
        return std::unexpected(select.error());
    select->bind(1, name);
    const auto found = select->step();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return select->text(0);
}

Result<void> StateStore::setSetting(std::string_view name, std::string_view value)
{
    return m_database.run("INSERT INTO settings VALUES (?, ?) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                          name, value);
}

Result<void> StateStore::insert(const SandboxRow &row)
{
    if (const auto begun = m_database.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto inserted = insertValues(row);
    if (!inserted) {
        (void)m_database.execute("ROLLBACK");
        return inserted;
    }
    return m_database.execute("COMMIT");
}

Result<void> StateStore::insertValues(const SandboxRow &row)
{
    auto done =
        m_database.run("INSERT INTO sandboxes VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '', ?, NULL)",
                       row.id, static_cast<int>(row.phase), row.templateId, row.templateName,
                       toNanoseconds(row.startedAt), toNanoseconds(row.endAt), row.kernelUid);
    if (done && row.accessToken)
        done = m_database.run("UPDATE sandboxes SET access_token = ? WHERE id = ?",
                              *row.accessToken, row.id);
    const std::string_view insertValue = "INSERT INTO sandbox_values VALUES (?, ?, ?, ?)";
    for (const auto &[name, value] : row.metadata) {
        if (done)
            done = m_database.run(insertValue, row.id, "metadata", name, value);
    }
    for (const std::string &name : row.environmentNames) {
        if (done)
            done = m_database.run(insertValue, row.id, "environment", name, "");
    }
    return done;
}

Result<void> StateStore::setPhase(const std::string &id, SandboxRow::Phase phase)
{
    return m_database.run("UPDATE sandboxes SET phase = ? WHERE id = ?", static_cast<int>(phase),
                          id);
}

Result<void> StateStore::setMonitor(const std::string &id, const ProcessIdentity &monitor)
{
    return m_database.run(
        "UPDATE sandboxes SET monitor_pid = ?, monitor_start = ?, world = ? WHERE id = ?",
        monitor.pid, monitor.startTicks, monitor.world, id);
}

Result<void> StateStore::setRunning(const SandboxRow &row)
{
    return m_database.run(
        "UPDATE sandboxes SET phase = ?, init_pid = ?, init_start = ?, world = ?, "
        "started_at = ?, end_at = ? WHERE id = ?",
        static_cast<int>(SandboxRow::Phase::Running), row.init.pid, row.init.startTicks,
        row.init.world, toNanoseconds(row.startedAt), toNanoseconds(row.endAt), row.id);
}

Result<void> StateStore::setEndAt(const std::string &id, Timestamp endAt)
{
    return m_database.run("UPDATE sandboxes SET end_at = ? WHERE id = ?", toNanoseconds(endAt), id);
}

Result<void> StateStore::remove(const std::string &id)
{
    return m_database.run("DELETE FROM sandboxes WHERE id = ?", id);
}

Result<std::vector<SandboxRow>> StateStore::sandboxes()
{
    auto select = m_database.prepare(
        "SELECT id, phase, template_id, template_name, started_at, end_at, monitor_pid, "
        "monitor_start,"
        " init_pid, init_start, world, kernel_uid, access_token FROM sandboxes ORDER BY id");
    if (!select)
        return std::unexpected(select.error());
    std::vector<SandboxRow> rows;
    for (;;) {
        const auto more = select->step();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return rows;
        rows.push_back(readRow(*select));
        if (const auto read = readValues(rows.back()); !read)
            return std::unexpected(read.error());
    }
}

Result<void> StateStore::readValues(SandboxRow &row)
{
    auto select = m_database.prepare(
        "SELECT kind, name, value FROM sandbox_values WHERE sandbox = ? ORDER BY name");
    if (!select)
        return std::unexpected(select.error());
    select->bind(1, row.id);
    for (;;) {
        const auto more = select->step();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        if (select->text(0) == "metadata")
            row.metadata.emplace(select->text(1), select->text(2));
        else
            row.environmentNames.push_back(select->text(1));
    }
}

} // namespace Sandglass
