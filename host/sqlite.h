// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace Sandglass {

/// A prepared statement. Must not outlive its Database. Parameters count from 1, columns from 0.
class SqlStatement final
{
public:
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view text);
    void bindNull(int parameter);
    /// True while there is a row to read.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class SqlDatabase;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit SqlStatement(sqlite3_stmt *statement) : m_statement(statement) {}
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection to an SQLite file in write-ahead mode. One thread at a time; errors are Kind::Io
/// with SQLite's words.
class SqlDatabase final
{
public:
    /// Makes the file, readable by its owner only, when it is not there.
    [[nodiscard]] static Result<SqlDatabase> open(const std::string &path);

    /// One or more statements without parameters or results.
    [[nodiscard]] Result<void> execute(const char *sql);
    [[nodiscard]] Result<SqlStatement> prepare(std::string_view sql);

    /// One statement with its parameters (integers and texts), run to its end.
    template<typename... Values>
    [[nodiscard]] Result<void> run(std::string_view sql, const Values &...values)
    {
        auto statement = prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        int parameter = 0;
        (bindValue(*statement, ++parameter, values), ...);
        for (;;) {
            const auto more = statement->step();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return {};
        }
    }

private:
    template<typename Value>
    static void bindValue(SqlStatement &statement, int parameter, const Value &value)
    {
        if constexpr (std::integral<Value>)
            statement.bind(parameter, static_cast<std::int64_t>(value));
        else
            statement.bind(parameter, std::string_view(value));
    }
    struct Close {
        void operator()(sqlite3 *database) const;
    };
    explicit SqlDatabase(sqlite3 *database) : m_database(database) {}
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace Sandglass
