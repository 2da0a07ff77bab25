// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/statemark.h>

#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>

#include <algorithm>

namespace Sandglass {

namespace {

class StateIconEngine final : public QIconEngine
{
public:
    explicit StateIconEngine(FleetState state) : m_state(state) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintStateMark(painter, rect, m_state, Theme::of(QGuiApplication::palette()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        QPixmap pixmap((QSizeF(size) * scale).toSize());
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new StateIconEngine(m_state); }
    bool isNull() override { return false; }

private:
    FleetState m_state;
};

void paintMark(QPainter *painter, StateMark mark, const QColor &color)
{
    QPen pen(color, 1.5, Qt::SolidLine, Qt::RoundCap);
    switch (mark) {
    case StateMark::Disc:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(QPointF(), 4, 4);
        break;
    case StateMark::HalfDisc:
        painter->setPen(pen);
        painter->drawEllipse(QPointF(), 4, 4);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(QRectF(-4, -4, 8, 8), 90 * 16, -180 * 16);
        break;
    case StateMark::Bars:
        painter->fillRect(QRectF(-3, -4, 2, 8), color);
        painter->fillRect(QRectF(1, -4, 2, 8), color);
        break;
    case StateMark::Cross:
        painter->setPen(pen);
        painter->drawLine(QLineF(-3.5, -3.5, 3.5, 3.5));
        painter->drawLine(QLineF(3.5, -3.5, -3.5, 3.5));
        break;
    case StateMark::DashedRing:
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.5, 1.3}); // nine dashes around
        painter->setPen(pen);
        painter->drawEllipse(QPointF(), 4, 4);
        break;
    }
}

} // namespace

StateMark markOf(FleetState state)
{
    switch (state) {
    case FleetState::Running:
        return StateMark::Disc;
    case FleetState::Paused:
        return StateMark::Bars;
    case FleetState::Starting:
    case FleetState::Pausing:
    case FleetState::Resuming:
    case FleetState::Killing:
        return StateMark::HalfDisc;
    case FleetState::Gone:
        return StateMark::Cross;
    case FleetState::Unknown:
        break;
    }
    return StateMark::DashedRing;
}

ThemeRole colorRoleOf(FleetState state)
{
    switch (markOf(state)) {
    case StateMark::Disc:
        return ThemeRole::Ok;
    case StateMark::Bars:
        return ThemeRole::Paused;
    case StateMark::HalfDisc:
        return ThemeRole::Link;
    case StateMark::Cross:
    case StateMark::DashedRing:
        break;
    }
    return ThemeRole::TextMuted;
}

void paintStateMark(QPainter *painter, const QRectF &box, FleetState state, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal side = std::min({box.width(), box.height(), qreal(16)});
    painter->translate(box.x() + box.width() / 2, box.y() + box.height() / 2);
    painter->scale(side / 16, side / 16);
    painter->setBrush(Qt::NoBrush);
    paintMark(painter, markOf(state), theme.color(colorRoleOf(state)));
    painter->restore();
}

QIcon stateIcon(FleetState state)
{
    return QIcon(new StateIconEngine(state));
}

} // namespace Sandglass
