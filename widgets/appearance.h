// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

class QApplication;

namespace Sandglass {

/// Gives the application its font, and where the desktop brings no style of its own, Sandglass's
/// style and palette; afterwards follows QStyleHints::colorScheme for as long as the application
/// lives. Call once, before any widget is made. Where the desktop has its own style, that and its
/// palette stay.
void installAppearance(QApplication &application);

/// Light or dark by the user's choice; Unknown follows the desktop.
void setColorScheme(Qt::ColorScheme scheme);

} // namespace Sandglass
