// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Sandglass {

/// Why pasting a text asks for a second look.
enum class PasteRisk {
    None,
    SeveralLines,      ///< a shell without bracketed paste would run each line at once
    ControlCharacters, ///< the text holds what a person cannot see
};

[[nodiscard]] PasteRisk pasteRisk(const QString &text, bool bracketed);

/// The text as a keyboard could have typed it: line ends as Enter, no control characters but tabs,
/// so that it cannot end a bracketed paste by itself. Bidirectional overrides, which make a command
/// look like another one, are left out as well.
[[nodiscard]] QString cleanedPaste(const QString &text);

/// A title from outside for one line of ours: at most 120 characters, nothing invisible.
[[nodiscard]] QString cleanedTitle(const QString &text);

} // namespace Sandglass
