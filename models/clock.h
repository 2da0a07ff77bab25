// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/time.h>

#include <chrono>
#include <functional>

namespace Sandglass {

/// Where the models get the time from; tests give their own. Two readings, because a wall clock
/// that is set back must never stop the polling.
struct Clock {
    std::function<Timestamp()> now;                    ///< wall time, UTC: for what people read
    std::function<std::chrono::milliseconds()> uptime; ///< monotonic: for what is due

    [[nodiscard]] static Clock system();
};

} // namespace Sandglass
