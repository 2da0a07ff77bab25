// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/overviewview.h>

namespace Sandglass {

/// A made-up sandbox with an hour of samples, a gap of ten minutes at the start of its life among
/// them.
class OverviewFixture final
{
public:
    /// The right edge of the charts: 14:02 local time on a fixed day.
    [[nodiscard]] static qint64 now();
    /// Every 5 s from 13:02 to 13:10 and from 13:14:20 on.
    [[nodiscard]] static QList<ChartPoint> points(double scale, double (*value)(double minute));

    [[nodiscard]] static OverviewFacts facts();
    [[nodiscard]] static ChartSeries cpu();
    [[nodiscard]] static ChartSeries memory();
    [[nodiscard]] static ChartSeries disk();
};

} // namespace Sandglass
