// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runentry.h>

#include <QCoreApplication>

#include <chrono>

namespace Sandglass {

/// What is known about one run.
struct RunFacts {
    int run = 0;
    RunPhase phase = RunPhase::None;
    int number = 0;                       ///< of the execution; 0 before the kernel took it
    int ahead = 0;                        ///< while it waits: runs before it
    std::chrono::milliseconds started{};  ///< Clock::uptime
    std::chrono::milliseconds duration{}; ///< of one that ended
    std::chrono::milliseconds ended{};    ///< Clock::uptime
    qint64 lines = 0;                     ///< that were printed
    int results = 0;
    QString error; ///< the name of the error it ended with
    QString words; ///< of the application: why the stream broke, why it was not started
    friend bool operator==(const RunFacts &, const RunFacts &) = default;
};

/// How runs are told.
class RunWords final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::RunWords)

public:
    [[nodiscard]] static QString duration(std::chrono::milliseconds length); ///< "0.8 s", "2m 05s"
    [[nodiscard]] static QString ago(std::chrono::milliseconds age); ///< "12 s ago", "4 min ago"
    /// Beside the buttons: "Running 3 s", "Ran in 0.8 s"; then "12 s ago".
    [[nodiscard]] static QString age(const RunFacts &facts, std::chrono::milliseconds uptime);
    [[nodiscard]] static QString state(const RunFacts &facts, std::chrono::milliseconds uptime);
    /// The notice at the end of a run.
    [[nodiscard]] static QString noticeTitle(const RunFacts &facts);
    [[nodiscard]] static QString noticeDetail(const RunFacts &facts);
    [[nodiscard]] static QString dropped(qint64 bytes, int pictures);
    /// What copying the row takes.
    [[nodiscard]] static QString copy(const RunEntry &entry);
    [[nodiscard]] static QString kind(RunEntryKind kind); ///< at the right edge: "stdout", "table"

private:
    [[nodiscard]] static QString wholeSeconds(std::chrono::milliseconds length);
    [[nodiscard]] static QString arrived(const RunFacts &facts);
};

} // namespace Sandglass
