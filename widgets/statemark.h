// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <widgets/theme.h>

#include <QtGui/QIcon>

class QPainter;

namespace Sandglass {

/// The shape that says a state without its colour.
enum class StateMark { Disc, HalfDisc, Bars, Cross, DashedRing };

[[nodiscard]] StateMark markOf(FleetState state);
/// Ok for running, Paused for paused, Link for what is changing, TextMuted for the rest.
[[nodiscard]] ThemeRole colorRoleOf(FleetState state);

/// Draws the mark of a state centred in the box, made for 16 logical pixels and scaled to the box's
/// height up to that.
void paintStateMark(QPainter *painter, const QRectF &box, FleetState state, const Theme &theme);
/// The same for widgets that take an icon.
[[nodiscard]] QIcon stateIcon(FleetState state);

} // namespace Sandglass
