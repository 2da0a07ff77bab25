// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetentry.h>

#include <QLocale>

namespace Sandglass {

/// The one thing that is said about a row: why it is at risk, else what will need action soon, else
/// a remark.
struct AttentionFacts {
    Attention level = Attention::None;
    QString text; ///< one reason in words, for display; empty with None
    friend bool operator==(const AttentionFacts &, const AttentionFacts &) = default;
};

/// `now` is our clock.
[[nodiscard]] AttentionFacts attentionOf(const FleetEntry &entry, Timestamp now,
                                         const QLocale &locale);

} // namespace Sandglass
