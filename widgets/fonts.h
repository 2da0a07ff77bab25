// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QFont>

class QFontMetrics;

namespace Sandglass {

/// Steps of one scale that starts at the application's font: text at 200 % grows everywhere alike.
enum class FontStep {
    Body,
    BodyMedium, ///< current tab, names in text
    BodyStrong, ///< at-risk name, value over a limit
    PageTitle,
    CardTitle,
    Small, ///< status bar, table headers, captions
    SmallStrong,
    Tiny,      ///< chart axes, key hints, counts; nothing is smaller
    Code,      ///< editor, terminal
    CodeSmall, ///< ids and paths in lists
};

/// A step of QApplication::font(): tabular figures, and no ligatures in monospace. Fetch it again
/// after QEvent::ApplicationFontChange.
[[nodiscard]] QFont fontFor(FontStep step);
/// The same step of another body font.
[[nodiscard]] QFont fontFor(FontStep step, const QFont &body);

/// What QApplication::setFont should get: the desktop's own font, or where it only names a generic
/// family, Inter 13 px (Noto Sans, DejaVu Sans where that is missing).
[[nodiscard]] QFont bodyFont(const QFont &desktopFont);

/// A height of the visual target (made for Inter 13, 16 px high) that grows with larger text and
/// never shrinks.
[[nodiscard]] int scaledHeight(int pixels, const QFontMetrics &metrics);

} // namespace Sandglass
