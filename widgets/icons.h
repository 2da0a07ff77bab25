// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

#include <optional>

class QPainter;

namespace Sandglass {

/// A symbolic icon of resources/icons ("pause", "chevron-down") that takes the text colour of the
/// application's palette for its mode: it follows a change of theme by itself. A null icon, with a
/// warning, for a name that does not exist.
[[nodiscard]] QIcon themedIcon(QStringView name);
/// The same in the colour of a role ("risk" in Danger, an icon on the accent button in OnAccent);
/// grey when disabled.
[[nodiscard]] QIcon themedIcon(QStringView name, ThemeRole role);
/// For tabs: muted while its tab is not the current one.
[[nodiscard]] QIcon iconForTab(QStringView name);
/// All that themedIcon knows, sorted.
[[nodiscard]] QStringList iconNames();
/// The application's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

/// For delegates: one icon in one colour, cached. From 24 pixels on its stroke is thinner in
/// proportion.
[[nodiscard]] QPixmap iconPixmap(QStringView name, int size, qreal devicePixelRatio,
                                 const QColor &color);
/// Draws it centred in the box, `size` logical pixels wide.
void paintIcon(QPainter *painter, const QRectF &box, QStringView name, int size,
               const QColor &color);

} // namespace Sandglass
