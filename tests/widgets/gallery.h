// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

class QWidget;

namespace Sandglass {

/// Keeps pictures of widgets for people to look at: in $SANDGLASS_PICTURES where that is set, else
/// in a folder that goes with the test.
class Gallery final
{
public:
    Gallery();

    /// Shows the widget's picture at scale 1 or 2 as NAME.png and returns it.
    QImage keep(QWidget &widget, const QString &name, qreal scale = 1) const;
    void keep(const QImage &image, const QString &name) const;

private:
    QTemporaryDir m_scratch;
    QString m_folder;
};

/// How many pixels differ from the first one: 0 for an empty picture.
[[nodiscard]] int paintedPixels(const QImage &image);

} // namespace Sandglass
