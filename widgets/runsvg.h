// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace Sandglass {

/// Why a drawing is not drawn.
enum class SvgProblem { None, NotSvg, TooLarge, TooComplex };

struct CleanSvg {
    QByteArray bytes; ///< fit for QSvgRenderer; empty with a problem
    SvgProblem problem = SvgProblem::None;
};

inline constexpr qsizetype maximumSvgBytes = 4 * 1024 * 1024;

/// A drawing from a sandbox without anything that leads out of it or never ends: entities, scripts,
/// styles that load, links to files and hosts, pictures that are no embedded PNG or JPEG, filters,
/// copies of copies without end. Usable from any thread.
[[nodiscard]] CleanSvg cleanedSvg(const QByteArray &svg);

} // namespace Sandglass
