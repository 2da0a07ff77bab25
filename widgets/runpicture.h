// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

namespace Sandglass {

/// A picture from a sandbox and how large it is wanted.
struct RunPictureRequest {
    QByteArray bytes;
    QString
        mimeType; ///< "image/png", "image/jpeg", "image/svg+xml"; what the bytes say is not asked
    QSize box;    ///< device pixels it has to fit in; invalid: as large as it is
    qreal scale = 1; ///< device pixels for each pixel of a drawing
};

struct RunPicture {
    QImage image;
    QSize natural;   ///< in pixels of its own, also where it was not drawn
    QString problem; ///< in words; empty where it was drawn
};

inline constexpr int maximumPictureSide = 32768;
inline constexpr qint64 maximumPicturePixels = 50LL * 1000 * 1000;

/// What the head of a PNG or JPEG says; invalid for others. Quick.
[[nodiscard]] QSize pictureSize(const QByteArray &bytes, const QString &mimeType);
/// Decodes or draws, within limits. Takes its time: meant for another thread than that of the
/// widgets.
[[nodiscard]] RunPicture drawnPicture(const RunPictureRequest &request);

} // namespace Sandglass
