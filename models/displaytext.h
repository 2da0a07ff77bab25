// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace Sandglass {

/// Text from a service or a sandbox, fit to be shown on one line as plain text: control characters
/// become their pictures (␊), bidirectional and other invisible characters their code point
/// (‹U+202E›), so that a name can neither hide nor reorder anything. Longer text is cut with an
/// ellipsis. Nothing from outside is shown without it.
[[nodiscard]] QString displayText(QStringView text, qsizetype maxLength = 256);
[[nodiscard]] QString displayText(std::string_view utf8, qsizetype maxLength = 256);

/// Text for QToolTip, which guesses whether it is HTML: escaped, so that a name full of tags stays
/// a name. Lines are kept. Takes text that went through displayText line by line.
[[nodiscard]] QString toolTipText(const QString &plain);

/// "i8f2…x07q": the first four and the last four characters; ids of at most twelve stay whole.
[[nodiscard]] QString elidedId(const QString &id);

} // namespace Sandglass
