// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/terminalview.h>
#include <widgets/terminalviewpainter.h>
#include <widgets/theme.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtGui/QStyleHints>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms;
constexpr int horizontalPadding = 8;
constexpr int verticalPadding = 6;
constexpr int smallestZoom = -6;
constexpr int largestZoom = 24;

// The cells begin here, in device pixels from the corner of the viewport.
QPoint paddingFor(qreal ratio)
{
    return {qRound(horizontalPadding * ratio), qRound(verticalPadding * ratio)};
}

} // namespace

TerminalView::TerminalView(TerminalSurface &surface, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_surface(surface)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhMultiLine);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Terminal"));
    setAccessibleDescription(
        tr("A shell in the sandbox. Plain keys go to it; Ctrl+Tab leaves it."));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    for (QTimer *timer : {&m_fitTimer, &m_frameTimer})
        timer->setSingleShot(true);
    connect(&m_fitTimer, &QTimer::timeout, this, &TerminalView::fitSurface);
    connect(&m_frameTimer, &QTimer::timeout, this, &TerminalView::paintNow);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { extendSelection(m_dragPosition); });
    connect(&m_blinkTimer, &QTimer::timeout, this, [this] {
        m_blinkedOff = !m_blinkedOff;
        updateCursor();
    });
    connect(&surface, &TerminalSurface::damaged, this, &TerminalView::takeDamage);
    connect(&surface, &TerminalSurface::selectionChanged, this,
            [this] { schedule(viewport()->rect()); });
    updateFont();
    updateColors();
}

TerminalView::~TerminalView() = default;

void TerminalView::updateFont()
{
    QFont font = fontFor(FontStep::Code);
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(4, font.pixelSize() + m_zoom));
    else
        font.setPointSizeF(std::max(3.0, font.pointSizeF() + m_zoom * 0.75));
    m_font = std::make_unique<TerminalViewFont>(font, devicePixelRatioF());
    updateGeometry();
    m_fitTimer.start();
    schedule(viewport()->rect());
}

void TerminalView::updateColors()
{
    m_colors = std::make_unique<TerminalViewColors>(themeOf(this));
    m_surface.setDefaultColors(m_colors->text() & 0xffffffu, m_colors->base() & 0xffffffu);
    schedule(viewport()->rect());
}

void TerminalView::setZoom(int steps)
{
    steps = std::clamp(steps, smallestZoom, largestZoom);
    if (steps == m_zoom)
        return;
    m_zoom = steps;
    updateFont();
    Q_EMIT zoomChanged(steps);
}

QSize TerminalView::sizeHint() const
{
    const QSizeF cells = QSizeF(m_font->cell().width() * 80, m_font->cell().height() * 24);
    return (cells / devicePixelRatioF()).toSize() +
           QSize(2 * horizontalPadding + verticalScrollBar()->sizeHint().width(),
                 2 * verticalPadding);
}

QSize TerminalView::minimumSizeHint() const
{
    const QSizeF cells = QSizeF(m_font->cell().width() * 20, m_font->cell().height() * 3);
    return (cells / devicePixelRatioF()).toSize() +
           QSize(2 * horizontalPadding + verticalScrollBar()->sizeHint().width(),
                 2 * verticalPadding);
}

// Waits for the event loop, so that a window that is being resized asks for the last size only.
void TerminalView::resizeEvent(QResizeEvent *)
{
    m_fitTimer.start();
}

void TerminalView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_fitTimer.start();
}

void TerminalView::fitSurface()
{
    if (!isVisible())
        return;
    const qreal ratio = devicePixelRatioF();
    const QPoint padding = paddingFor(ratio);
    const int width = int(viewport()->width() * ratio) - 2 * padding.x();
    const int height = int(viewport()->height() * ratio) - 2 * padding.y();
    m_surface.resize({width / m_font->cell().width(), height / m_font->cell().height()});
    updateScrollBar();
    schedule(viewport()->rect());
}

void TerminalView::updateScrollBar()
{
    const TerminalGrid &grid = m_surface.grid();
    const QSignalBlocker blocker(verticalScrollBar());
    if (m_following)
        m_top = grid.screenTop();
    m_top = std::clamp(m_top, grid.firstRow(), grid.screenTop());
    verticalScrollBar()->setRange(0, int(grid.screenTop() - grid.firstRow()));
    verticalScrollBar()->setPageStep(grid.rows());
    verticalScrollBar()->setValue(int(m_top - grid.firstRow()));
}

void TerminalView::scrollContentsBy(int, int)
{
    const TerminalGrid &grid = m_surface.grid();
    m_top = grid.firstRow() + verticalScrollBar()->value();
    m_following = m_top >= grid.screenTop();
    schedule(viewport()->rect());
}

void TerminalView::scrollToEnd()
{
    m_following = true;
    updateScrollBar();
    if (m_top != m_paintedTop)
        schedule(viewport()->rect());
}

void TerminalView::takeDamage()
{
    const std::vector<TerminalRowRange> ranges = m_surface.takeDamage();
    updateScrollBar();
    if (m_top != m_paintedTop) {
        schedule(viewport()->rect());
    } else {
        const qint64 top = m_surface.grid().screenTop();
        for (const TerminalRowRange &range : ranges)
            updateRows(top + range.first, top + range.last);
    }
    startBlinking();
}

void TerminalView::updateRows(qint64 first, qint64 last)
{
    schedule(rowRect(first).united(rowRect(last)));
}

void TerminalView::updateCursor()
{
    schedule(rowRect(m_surface.grid().screenTop() + m_surface.cursor().row));
}

// At most one picture for each frame of the display, however often output comes.
void TerminalView::schedule(const QRegion &region)
{
    m_dirty += region;
    if (m_frameTimer.isActive())
        return;
    const auto since = m_lastFrame.isValid() ? m_lastFrame.durationElapsed() : frame;
    if (since >= frame)
        paintNow();
    else
        m_frameTimer.start(std::chrono::ceil<std::chrono::milliseconds>(frame - since));
}

void TerminalView::paintNow()
{
    m_lastFrame.start();
    viewport()->update(std::exchange(m_dirty, {}));
}

QRect TerminalView::rowRect(qint64 row) const
{
    const qreal ratio = devicePixelRatioF();
    const int height = m_font->cell().height();
    const qreal y = qreal(paddingFor(ratio).y() + (row - m_top) * height);
    const int top = int(std::floor(y / ratio));
    const int bottom = int(std::ceil((y + height) / ratio));
    return QRect(0, top, viewport()->width(), bottom - top).intersected(viewport()->rect());
}

QRect TerminalView::cursorRect() const
{
    const QPoint center = cellCenter(m_surface.cursor());
    const QSize cell = (QSizeF(m_font->cell()) / devicePixelRatioF()).toSize();
    return {center - QPoint(cell.width() / 2, cell.height() / 2), cell};
}

QPoint TerminalView::cellCenter(TerminalPosition cell) const
{
    const qreal ratio = devicePixelRatioF();
    const qint64 row = m_surface.grid().screenTop() + cell.row - m_top;
    const QPoint padding = paddingFor(ratio);
    return QPointF((padding.x() + (cell.column + 0.5) * m_font->cell().width()) / ratio,
                   (padding.y() + (qreal(row) + 0.5) * m_font->cell().height()) / ratio)
        .toPoint();
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const qreal ratio = devicePixelRatioF();
    painter.fillRect(event->rect(), QColor(m_colors->emptyGround(m_surface.modes().reversed)));
    // Device pixels from here on, also where the corner of the viewport lies between two.
    painter.scale(1 / ratio, 1 / ratio);
    const QPointF corner = painter.deviceTransform().map(QPointF());
    painter.translate(corner.toPoint() - corner);
    const QRect dirty(qRound(event->rect().x() * ratio), qRound(event->rect().y() * ratio),
                      int(std::ceil(event->rect().width() * ratio)),
                      int(std::ceil(event->rect().height() * ratio)));
    paintRows(painter, dirty);
    m_paintedTop = m_top;
}

void TerminalView::paintRows(QPainter &painter, const QRect &dirty)
{
    const TerminalGrid &grid = m_surface.grid();
    const QPoint padding = paddingFor(devicePixelRatioF());
    const QSize cell = m_font->cell();
    TerminalViewPainter rows(grid.clusters(), *m_font, *m_colors);
    TerminalViewPainter::RowLook look;
    look.columns = grid.columns();
    look.active = hasFocus();
    look.reversed = m_surface.modes().reversed;
    const int first = std::max(0, (dirty.top() - padding.y()) / cell.height());
    const int last = std::min(grid.rows() - 1, (dirty.bottom() - padding.y()) / cell.height());
    for (int row = first; row <= last; ++row) {
        look.selected = m_surface.selection().columnsOf(m_top + row);
        rows.paintRow(painter, padding + QPoint(0, row * cell.height()), grid.row(m_top + row),
                      look);
    }
    const TerminalPosition cursor = m_surface.cursor();
    const qint64 cursorRow = grid.screenTop() + cursor.row - m_top;
    if (cursorRow < first || cursorRow > last)
        return;
    const QPoint place =
        padding + QPoint(cursor.column * cell.width(), int(cursorRow) * cell.height());
    const auto cells = grid.row(grid.screenTop() + cursor.row).cells;
    const TerminalCell under =
        cursor.column < int(cells.size()) ? cells[std::size_t(cursor.column)] : TerminalCell();
    if (!m_preedit.isEmpty())
        rows.paintPreedit(painter, place, m_preedit);
    else if (isCursorShown())
        rows.paintCursor(painter, place, under, m_surface.modes().cursorShape, !hasFocus(),
                         look.reversed);
}

bool TerminalView::isCursorShown() const
{
    return m_surface.modes().cursorVisible && (!m_blinkedOff || !hasFocus());
}

// A cursor that just moved or has been typed at is shown for a whole period.
void TerminalView::startBlinking()
{
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    m_blinkedOff = false;
    if (hasFocus() && m_surface.modes().cursorBlinks && period > 1 && !still)
        m_blinkTimer.start(period / 2);
    else
        m_blinkTimer.stop();
}

} // namespace Sandglass
