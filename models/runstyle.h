// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runtext.h>

#include <QByteArray>

namespace Sandglass {

/// A RunStyle in one byte, as RunText keeps it for each character of the line that is written to.
using PackedRunStyle = quint8;

[[nodiscard]] RunStyle unpacked(PackedRunStyle style);
/// The style after the parameters of one SGR sequence ("1;31"). Colours of 256 and of 24 bits
/// become the nearest of the sixteen; grounds are left out.
[[nodiscard]] PackedRunStyle styleAfter(PackedRunStyle style, QStringView parameters);
/// Stretches of one style, those without any left out.
[[nodiscard]] QList<RunSpan> spansOf(const QByteArray &styles);

} // namespace Sandglass
