// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fleetviewlook.h>
#include <widgets/fonts.h>

#include <QtGui/QFontInfo>
#include <QtWidgets/QWidget>

namespace Sandglass {

namespace {

constexpr qreal designPixels = 13;

} // namespace

qreal textScale(const QFont &body)
{
    // Desktops differ by a pixel or so; only larger text than that stretches the grid.
    const qreal size = QFontInfo(body).pixelSize();
    return size <= designPixels + 1.5 ? 1 : size / designPixels;
}

FleetLook FleetLook::of(const QWidget *widget)
{
    FleetLook look;
    const Theme &theme = themeOf(widget);
    look.theme = &theme;
    look.body = fontFor(FontStep::Body, widget->font());
    look.strong = fontFor(FontStep::BodyStrong, widget->font());
    look.small = fontFor(FontStep::Small, widget->font());
    look.mono = fontFor(FontStep::CodeSmall, widget->font());
    look.scale = textScale(look.body);

    const auto pen = [&](ThemeRole role) { return QPen(theme.color(role), 1); };
    look.text = pen(ThemeRole::Text);
    look.muted = pen(ThemeRole::TextMuted);
    look.danger = pen(ThemeRole::Danger);
    look.warn = pen(ThemeRole::Warn);
    look.lineStrong = pen(ThemeRole::LineStrong);
    look.cpu = SparklineInk::of(theme, 1);
    look.memory = SparklineInk::of(theme, 3);
    return look;
}

} // namespace Sandglass
