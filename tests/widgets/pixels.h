// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace Sandglass {

/// What a widget shows, asked by place and colour. Coordinates are the widget's own.
class Pixels final
{
public:
    explicit Pixels(QWidget *widget)
        : m_image(widget->grab().toImage()),
          m_scale(widget->devicePixelRatioF())
    {
    }

    [[nodiscard]] QColor at(QPoint point) const { return m_image.pixelColor(device(point)); }

    /// Pixels of nearly the colour: text and curves mix with their ground at the edges.
    [[nodiscard]] int count(const QRect &area, const QColor &color) const
    {
        int found = 0;
        eachPixel(area,
                  [&](QPoint, const QColor &pixel) { found += isLike(pixel, color) ? 1 : 0; });
        return found;
    }

    /// The rightmost pixel that is not the ground.
    [[nodiscard]] std::optional<int> rightmost(const QRect &area, const QColor &ground) const
    {
        std::optional<int> x;
        eachPixel(area, [&](QPoint point, const QColor &pixel) {
            if (!isLike(pixel, ground))
                x = std::max(x.value_or(point.x()), point.x());
        });
        return x;
    }

    [[nodiscard]] QImage part(const QRect &area) const
    {
        return m_image.copy(QRect(device(area.topLeft()), device(area.bottomRight())));
    }

    [[nodiscard]] static bool isLike(const QColor &one, const QColor &two)
    {
        return std::abs(one.red() - two.red()) + std::abs(one.green() - two.green()) +
                   std::abs(one.blue() - two.blue()) <=
               48;
    }

private:
    template<typename Visit>
    void eachPixel(const QRect &area, Visit visit) const
    {
        const QRect box = area.intersected(QRect(QPoint(), m_image.size() / m_scale));
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                visit(QPoint(x, y), at({x, y}));
        }
    }
    [[nodiscard]] QPoint device(QPoint point) const
    {
        return {int(point.x() * m_scale), int(point.y() * m_scale)};
    }

    QImage m_image;
    qreal m_scale;
};

} // namespace Sandglass
