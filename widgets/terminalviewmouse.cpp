// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TerminalView that follows the mouse: selecting, or telling the program that asked for
// it.
#include <widgets/terminalview.h>
#include <widgets/terminalviewfont.h>

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto dragScrollPause = 40ms;
constexpr int linesPerNotch = 3;
constexpr int notch = 120; // of QWheelEvent::angleDelta

int buttonNumber(Qt::MouseButton button)
{
    switch (button) {
    case Qt::LeftButton:
        return 1;
    case Qt::MiddleButton:
        return 2;
    case Qt::RightButton:
        return 3;
    default:
        return 0;
    }
}

} // namespace

TerminalPoint TerminalView::pointAt(QPointF position, bool betweenCells) const
{
    const qreal ratio = devicePixelRatioF();
    const QPointF inside = (QPointF(position) - QPointF(cellCenter({0, 0}))) * ratio;
    const QSize cell = m_font->cell();
    // cellCenter() is the middle of the first cell of the screen.
    const qreal column = inside.x() / cell.width() + (betweenCells ? 1.0 : 0.5);
    const qreal row = inside.y() / cell.height() + 0.5;
    const TerminalGrid &grid = m_surface.grid();
    return {std::clamp(grid.screenTop() + qint64(std::floor(row)), m_top, m_top + grid.rows() - 1),
            std::clamp(int(std::floor(column)), 0, grid.columns() - (betweenCells ? 0 : 1))};
}

TerminalPosition TerminalView::screenCellAt(QPointF position) const
{
    const TerminalPoint point = pointAt(position, false);
    return {int(point.row - m_surface.grid().screenTop()), point.column};
}

bool TerminalView::reportsMouse(Qt::KeyboardModifiers modifiers) const
{
    return m_surface.modes().mouse != TerminalMouseMode::None && !(modifiers & Qt::ShiftModifier);
}

void TerminalView::sendMouse(TerminalMouseEvent::Kind kind, int button, const QMouseEvent &event)
{
    m_surface.sendMouse({kind, button, screenCellAt(event.position()), event.modifiers()});
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    if (reportsMouse(event->modifiers())) {
        sendMouse(TerminalMouseEvent::Kind::Press, buttonNumber(event->button()), *event);
        return;
    }
    if (event->button() == Qt::MiddleButton) {
        pasteText(QGuiApplication::clipboard()->text(QClipboard::Selection));
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const QStyleHints *hints = QGuiApplication::styleHints();
    const bool third =
        m_lastDoubleClick.isValid() &&
        m_lastDoubleClick.elapsed() < hints->mouseDoubleClickInterval() &&
        (event->position() - m_doubleClickPosition).manhattanLength() < hints->startDragDistance();
    m_lastDoubleClick.invalidate();
    if (event->modifiers() & Qt::ShiftModifier && hasSelection()) {
        m_selecting = true;
        extendSelection(event->position());
    } else {
        startSelection(*event, third ? SelectionUnit::Line : SelectionUnit::Character);
    }
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || reportsMouse(event->modifiers())) {
        mousePressEvent(event);
        return;
    }
    startSelection(*event, SelectionUnit::Word);
    m_lastDoubleClick.start();
    m_doubleClickPosition = event->position();
}

void TerminalView::startSelection(const QMouseEvent &event, SelectionUnit unit)
{
    m_selecting = true;
    m_surface.selection().start(pointAt(event.position(), unit == SelectionUnit::Character), unit);
    schedule(viewport()->rect());
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting) {
        if (reportsMouse(event->modifiers()))
            sendMouse(TerminalMouseEvent::Kind::Move, 0, *event);
        return;
    }
    m_dragPosition = event->position();
    if (viewport()->rect().contains(event->position().toPoint()))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(dragScrollPause);
    extendSelection(event->position());
}

// Beyond the edge the view scrolls on, faster the further the mouse is.
void TerminalView::extendSelection(QPointF position)
{
    const qreal height = m_font->cell().height() / devicePixelRatioF();
    const qreal beyond = position.y() < 0 ? position.y() : position.y() - viewport()->height();
    if (position.y() < 0 || beyond > 0) {
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + int(beyond / height) + (beyond > 0 ? 1 : -1));
    }
    m_surface.selection().extendTo(pointAt(position, true));
    schedule(viewport()->rect());
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_selecting && event->button() == Qt::LeftButton) {
        m_selecting = false;
        m_dragTimer.stop();
        if (m_surface.selection().isEmpty())
            m_surface.selection().clear();
        selectionWasChanged();
        return;
    }
    if (reportsMouse(event->modifiers()))
        sendMouse(TerminalMouseEvent::Kind::Release, buttonNumber(event->button()), *event);
}

void TerminalView::selectionWasChanged()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (hasSelection() && clipboard->supportsSelection())
        clipboard->setText(m_surface.selectedText(), QClipboard::Selection);
    schedule(viewport()->rect());
    m_surface.noteSelectionChange();
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    const bool reports = reportsMouse(event->modifiers());
    if (!reports && !m_surface.grid().isAlternate()) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / notch;
    m_wheelRest -= notches * notch;
    const bool up = notches > 0;
    for (int step = 0; step < std::abs(notches); ++step) {
        if (reports) {
            m_surface.sendMouse({TerminalMouseEvent::Kind::Wheel, up ? 4 : 5,
                                 screenCellAt(event->position()), event->modifiers()});
            continue;
        }
        for (int line = 0; line < linesPerNotch; ++line)
            m_surface.sendKey(up ? Qt::Key_Up : Qt::Key_Down, Qt::NoModifier, {});
    }
    event->accept();
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && reportsMouse(event->modifiers()))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("&Copy\tCtrl+Shift+C"), this, &TerminalView::copy);
    copyAction->setEnabled(hasSelection());
    menu->addAction(tr("&Paste\tCtrl+Shift+V"), this, &TerminalView::paste);
    menu->addSeparator();
    menu->addAction(tr("Select &All\tCtrl+Shift+A"), this, &TerminalView::selectAll);
    menu->addAction(tr("&Find…\tCtrl+Shift+F"), this, &TerminalView::findRequested);
    menu->addSeparator();
    menu->addAction(tr("C&lear Scrollback"), this, [this] { m_surface.clearScrollback(); });
    menu->popup(event->globalPos());
}

} // namespace Sandglass
