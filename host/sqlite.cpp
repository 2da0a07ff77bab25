// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/ioerror.h>
#include <host/sqlite.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <sqlite3.h>

namespace Sandglass {

namespace {

std::unexpected<Error> sqlFailure(sqlite3 *database)
{
    return failure(Error::Kind::Io, std::string("SQLite: ") + sqlite3_errmsg(database));
}

} // namespace

void SqlStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void SqlStatement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void SqlStatement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL: an empty view may have one.
    sqlite3_bind_text64(m_statement.get(), parameter, text.empty() ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void SqlStatement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement.get(), parameter);
}

Result<bool> SqlStatement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqlFailure(sqlite3_db_handle(m_statement.get()));
}

std::int64_t SqlStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string SqlStatement::text(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes ? std::string(reinterpret_cast<const char *>(bytes), size) : std::string();
}

bool SqlStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void SqlDatabase::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Result<SqlDatabase> SqlDatabase::open(const std::string &path)
{
    // SQLite would make the file with the umask's mode: tokens lie in it.
    if (const UniqueFd file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)); !file)
        return ioFailure("cannot open " + path);
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    SqlDatabase database(raw);
    if (code != SQLITE_OK)
        return sqlFailure(raw);
    sqlite3_busy_timeout(raw, 5000);
    const auto prepared = database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                                           "PRAGMA foreign_keys=ON;");
    if (!prepared)
        return std::unexpected(prepared.error());
    return database;
}

Result<void> SqlDatabase::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqlFailure(m_database.get());
    return {};
}

Result<SqlStatement> SqlDatabase::prepare(std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &raw,
                           nullptr) != SQLITE_OK)
        return sqlFailure(m_database.get());
    return SqlStatement(raw);
}

} // namespace Sandglass
