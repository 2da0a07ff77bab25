// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Sandglass {

/// How fast a transfer is, smoothed over some seconds, so that the number can be read. Times are
/// Clock::uptime.
class TransferRate final
{
public:
    using Time = std::chrono::milliseconds;

    /// `done` bytes had moved at `now`. Less than before starts over.
    void add(Time now, qint64 done);
    /// Bytes a second; nothing until there is something to judge by. Falls while nothing moves.
    [[nodiscard]] std::optional<double> at(Time now) const;
    /// How long nothing has moved.
    [[nodiscard]] Time silence(Time now) const;

private:
    struct Average {
        double value = 0;  ///< weighted sum of rates
        double weight = 0; ///< of what was measured so far, up to 1

        void add(double rate, Time length);
    };

    std::optional<Time> m_first;
    Time m_last{};  ///< end of what is in the average
    Time m_moved{}; ///< when bytes moved last
    qint64 m_done = 0;
    Average m_average;
};

} // namespace Sandglass
