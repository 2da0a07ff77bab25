// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QImage>

namespace Sandglass {

/// Fills `area` of `target` with `source` at `percent` of its size. Below 100 each pixel is the
/// mean of those that it covers; at whole hundreds it is one of them. What a pixel becomes depends
/// on its place alone, so a part that is scaled anew fits what is around it without a seam. Both
/// are Format_RGB32; the target has the size that scaledSize() tells.
void scaleInto(QImage &target, const QImage &source, const QRect &area, int percent);

/// A picture that is not alive: a quarter of its colour, 60 % of its brightness.
void dim(QImage &image, const QRect &area);

} // namespace Sandglass
