// SPDX-License-Identifier: GPL-3.0-or-later
// FleetView: what is painted under and over the cells, and the row under the pointer.
#include <widgets/fleetview.h>

#include <QtCore/QEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QHoverEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

namespace Sandglass {

void FleetView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintGrounds(&painter, event->rect());
    }
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    paintOverlay(&painter, event->rect());
}

void FleetView::paintGrounds(QPainter *painter, const QRect &dirty)
{
    const Theme &theme = *m_look.theme;
    const QColor selected =
        theme.color(hasFocus() ? ThemeRole::Selection : ThemeRole::SelectionInactive);
    for (int row = rowAt(dirty.top()); row >= 0; ++row) {
        const int top = rowViewportPosition(row);
        if (top < 0 && row > 0 && rowHeight(row) == 0)
            break;
        if (top > dirty.bottom() || row >= model()->rowCount())
            break;
        const QRect ground(0, top, viewport()->width(), rowHeight(row));
        if (selectionModel()->isSelected(keyIndex(row)))
            painter->fillRect(ground, selected);
        else if (row == m_hoverRow)
            painter->fillRect(ground, theme.color(ThemeRole::Hover));
    }
}

void FleetView::paintOverlay(QPainter *painter, const QRect &dirty)
{
    const int width = viewport()->width();
    const int barLeft = isRightToLeft() ? width - connectionBarWidth : 0;
    for (int row = rowAt(dirty.top()); row >= 0 && row < model()->rowCount(); ++row) {
        const int top = rowViewportPosition(row);
        if (top > dirty.bottom())
            break;
        const int role = keyIndex(row).data(ConnectionColorRole).toInt();
        painter->fillRect(QRect(barLeft, top, connectionBarWidth, rowHeight(row)),
                          m_look.theme->connectionBar(role));
    }
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid())
        return;
    const QRect row(0, rowViewportPosition(current.row()), width, rowHeight(current.row()));
    const QColor accent = m_look.theme->color(ThemeRole::Accent);
    painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), accent);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), accent);
    painter->fillRect(QRect(row.left(), row.top(), 1, row.height()), accent);
    painter->fillRect(QRect(row.right(), row.top(), 1, row.height()), accent);
}

void FleetView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

bool FleetView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        m_pointer = static_cast<const QHoverEvent *>(event)->position().toPoint();
        // A popup that opened on the press has taken the release.
        m_pressed = m_pressed && QGuiApplication::mouseButtons() != Qt::NoButton;
        followPointer();
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
    case QEvent::Hide:
        m_pointer.reset();
        followPointer();
        break;
    case QEvent::MouseButtonPress:
        m_pressed = true;
        updateOrderHold();
        break;
    case QEvent::MouseButtonRelease:
        m_pressed = static_cast<const QMouseEvent *>(event)->buttons() != Qt::NoButton;
        break;
    default:
        break;
    }
    const bool done = QTableView::viewportEvent(event);
    updateOrderHold();
    return done;
}

void FleetView::followPointer()
{
    setHoverRow(m_pointer && viewport()->rect().contains(*m_pointer) ? rowAt(m_pointer->y()) : -1);
}

void FleetView::setHoverRow(int row)
{
    if (row != m_hoverRow) {
        updateRow(m_hoverRow);
        m_hoverRow = row;
        updateRow(m_hoverRow);
    }
    updateOrderHold();
}

void FleetView::updateOrderHold()
{
    const bool held = m_hoverRow >= 0 || m_pressed || m_menuOpen;
    if (held == m_orderHeld)
        return;
    m_orderHeld = held;
    Q_EMIT orderHoldChanged(held);
}

void FleetView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    // The bar at the far left and the frame of the current row stay where they are.
    if (dx != 0)
        viewport()->update();
    followPointer();
}

void FleetView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void FleetView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace Sandglass
