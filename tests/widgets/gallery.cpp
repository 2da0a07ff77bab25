// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/gallery.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QtEnvironmentVariables>
#include <QtWidgets/QWidget>

namespace Sandglass {

using namespace Qt::StringLiterals;

Gallery::Gallery() : m_folder(qEnvironmentVariable("SANDGLASS_PICTURES", m_scratch.path()))
{
    QDir().mkpath(m_folder);
}

QImage Gallery::keep(QWidget &widget, const QString &name, qreal scale) const
{
    QCoreApplication::sendPostedEvents(nullptr,
                                       QEvent::LayoutRequest); // what was just hidden takes no room
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    keep(image, name);
    return image;
}

void Gallery::keep(const QImage &image, const QString &name) const
{
    image.save(QDir(m_folder).filePath(name + u".png"_s));
}

int paintedPixels(const QImage &image)
{
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    int count = 0;
    for (int y = 0; y < plain.height(); ++y) {
        for (int x = 0; x < plain.width(); ++x)
            count += plain.pixel(x, y) != plain.pixel(0, 0);
    }
    return count;
}

} // namespace Sandglass
