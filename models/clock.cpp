// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/clock.h>

namespace Sandglass {

Clock Clock::system()
{
    using namespace std::chrono;
    return {.now = [] { return time_point_cast<nanoseconds>(system_clock::now()); },
            .uptime =
                [] { return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()); }};
}

} // namespace Sandglass
