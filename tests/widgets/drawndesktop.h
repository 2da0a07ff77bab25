// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

namespace Sandglass {

/// 1920x1080 pixels of a desktop that is only drawn: a panel, icons, a browser with a form, a
/// terminal.
[[nodiscard]] QImage drawnDesktop();

} // namespace Sandglass
