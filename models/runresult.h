// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runentry.h>
#include <protocol/codeinterpreter.h>

#include <QCoreApplication>

#include <optional>

namespace Sandglass {

/// Makes rows of what a kernel sent (protocol page "code-interpreter", section 3). Bounded: a
/// longer result becomes shorter text and says so.
class RunResult final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::RunResult)

public:
    static constexpr std::size_t maximumText = 1024 * 1024; ///< of one result, in bytes
    static constexpr std::size_t maximumHtml = 512 * 1024;

    /// The richest form that can be shown: picture, SVG, HTML, Markdown, JSON, text; a notice for a
    /// result without any of these.
    [[nodiscard]] static RunEntry entryOf(const ExecutionResult &result);
    [[nodiscard]] static RunEntry entryOf(const ExecutionError &error);

private:
    using Form = std::optional<RunEntry>;
    [[nodiscard]] static Form picture(const ExecutionResult &result);
    [[nodiscard]] static Form drawing(const ExecutionResult &result);
    [[nodiscard]] static Form formatted(const ExecutionResult &result, std::string_view key,
                                        RunEntryKind kind);
    [[nodiscard]] static Form json(const ExecutionResult &result);
    [[nodiscard]] static Form text(const ExecutionResult &result, std::string_view key);
    [[nodiscard]] static RunEntry other(const ExecutionResult &result);
};

/// JSON text with one member a line and two spaces for each level. Only moves white space and shows
/// \u escapes of visible characters as these; text that is no JSON comes back much as it was.
[[nodiscard]] QString indentedJson(QStringView json);

} // namespace Sandglass
