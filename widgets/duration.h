// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace Sandglass {

/// "300", "300s", "5m", "2h", "1h 30m", "1d": a bare number is seconds. Nothing for anything else,
/// for 0 and for more than a year.
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(QStringView text);
/// A short form that parseDuration reads back: "5m", "1h 30m"; days from two on ("24h", "2d").
[[nodiscard]] QString durationText(std::chrono::seconds duration);

} // namespace Sandglass
