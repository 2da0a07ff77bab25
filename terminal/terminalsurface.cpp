// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalkeys.h>
#include <terminal/terminalmachine.h>
#include <terminal/terminalsurface.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QLocale>

#include <algorithm>

namespace Sandglass {

namespace {

using namespace std::chrono_literals;

constexpr auto slice = 3ms;
constexpr qsizetype piece = 4096;

QSize clipped(QSize cells)
{
    return {std::clamp(cells.width(), 2, TerminalSurface::maximumColumns),
            std::clamp(cells.height(), 1, TerminalSurface::maximumRows)};
}

TerminalModifier toModifiers(Qt::KeyboardModifiers modifiers)
{
    TerminalModifier result = TerminalModifier::None;
    if (modifiers & Qt::ShiftModifier)
        result = result | TerminalModifier::Shift;
    if (modifiers & Qt::AltModifier)
        result = result | TerminalModifier::Alt;
    if (modifiers & Qt::ControlModifier)
        result = result | TerminalModifier::Control;
    return result;
}

} // namespace

TerminalSurface::TerminalSurface(QSize cells, TerminalLimits limits, QObject *parent)
    : QObject(parent),
      m_machine(std::make_unique<TerminalMachine>(clipped(cells).height(), clipped(cells).width(),
                                                  limits)),
      m_selection(m_machine->grid())
{
    // A timer, because posted events that post the next one leave no turn to timers, sockets and
    // painting.
    m_workTimer.setSingleShot(true);
    m_workTimer.setInterval(0);
    connect(&m_workTimer, &QTimer::timeout, this, &TerminalSurface::work);
}

TerminalSurface::~TerminalSurface() = default;

void TerminalSurface::setOutput(std::function<void(QByteArrayView)> output)
{
    m_output = std::move(output);
}

QSize TerminalSurface::size() const
{
    return {m_machine->grid().columns(), m_machine->grid().rows()};
}

const TerminalGrid &TerminalSurface::grid() const
{
    return m_machine->grid();
}

const TerminalModes &TerminalSurface::modes() const
{
    return m_machine->modes();
}

TerminalPosition TerminalSurface::cursor() const
{
    return m_machine->cursor();
}

std::vector<TerminalRowRange> TerminalSurface::takeDamage()
{
    return m_machine->grid().takeDamage();
}

void TerminalSurface::receive(QByteArrayView bytes)
{
    if (queuedBytes() == 0)
        bytes = bytes.sliced(takeIn(bytes));
    enqueue(bytes);
    updateBusy();
}

// Takes in what one slice allows; gives how much that was.
qsizetype TerminalSurface::takeIn(QByteArrayView bytes)
{
    const QDeadlineTimer deadline(slice);
    qsizetype taken = 0;
    while (taken < bytes.size()) {
        taken += m_machine->feed(bytes.sliced(taken, std::min(piece, bytes.size() - taken)));
        if (deadline.hasExpired())
            break;
    }
    flushOutput();
    scheduleAnnounce();
    return taken;
}

void TerminalSurface::enqueue(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const qsizetype room = std::max<qsizetype>(0, maximumQueue - queuedBytes());
    // Once something is missing the rest of the flood goes too, so that one gap is left and not
    // many.
    const qsizetype kept = m_skipped > 0 ? 0 : std::min(room, bytes.size());
    m_skipped += bytes.size() - kept;
    m_queue.append(bytes.first(kept));
    if (!m_workTimer.isActive())
        m_workTimer.start();
}

void TerminalSurface::work()
{
    m_queueStart += takeIn(QByteArrayView(m_queue).sliced(m_queueStart));
    if (queuedBytes() == 0) {
        m_queue.clear();
        m_queueStart = 0;
        sayWhatWasSkipped();
    } else {
        if (m_queueStart > m_queue.size() / 2) {
            m_queue.remove(0, m_queueStart);
            m_queueStart = 0;
        }
        m_workTimer.start();
    }
    updateBusy();
}

void TerminalSurface::sayWhatWasSkipped()
{
    const qint64 missing = std::exchange(m_skipped, 0);
    if (missing == 0)
        return;
    const QString size = QLocale().formattedDataSize(missing);
    const QString text = tr("%1 of output came too fast and is not shown").arg(size);
    m_machine->feed("\x18\x1b[0m\r\n[" + text.toUtf8() + "]\r\n");
    scheduleAnnounce();
    Q_EMIT skipped(missing);
}

void TerminalSurface::updateBusy()
{
    const bool busy = queuedBytes() > (m_busy ? idleBelow : busyAbove);
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void TerminalSurface::scheduleAnnounce()
{
    if (!std::exchange(m_announcePending, true))
        QMetaObject::invokeMethod(this, &TerminalSurface::announce, Qt::QueuedConnection);
}

void TerminalSurface::announce()
{
    m_announcePending = false;
    TerminalGrid &grid = m_machine->grid();
    if (grid.isWatchBroken()) {
        m_selection.clear();
        grid.markAllDamaged();
        Q_EMIT selectionChanged();
    }
    if (m_machine->cursor() != m_announcedCursor || m_machine->modes() != m_announcedModes) {
        grid.markDamaged(m_announcedCursor.row);
        m_announcedCursor = m_machine->cursor();
        m_announcedModes = m_machine->modes();
        grid.markDamaged(m_announcedCursor.row);
    }
    if (m_machine->title() != m_rawTitle) {
        m_rawTitle = m_machine->title();
        m_title = cleanedTitle(QString::fromUtf8(m_rawTitle));
        Q_EMIT titleChanged(m_title);
    }
    if (m_machine->takeBell())
        Q_EMIT bell();
    Q_EMIT damaged();
}

void TerminalSurface::flushOutput()
{
    const QByteArray bytes = m_machine->takeOutput();
    if (!bytes.isEmpty() && m_output)
        m_output(bytes);
}

void TerminalSurface::resize(QSize cells)
{
    cells = clipped(cells);
    if (cells == size())
        return;
    m_machine->resize(cells.height(), cells.width());
    flushOutput();
    scheduleAnnounce();
    Q_EMIT resized(cells);
}

bool TerminalSurface::sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const bool handled = sendTerminalKey(*m_machine, key, modifiers, text);
    flushOutput();
    return handled;
}

void TerminalSurface::sendText(const QString &text)
{
    m_machine->send(text.toUtf8());
    flushOutput();
}

PasteRisk TerminalSurface::pasteNeedsConfirmation(const QString &text) const
{
    return pasteRisk(text, m_machine->hasBracketedPaste());
}

void TerminalSurface::paste(const QString &text)
{
    const bool bracketed = m_machine->hasBracketedPaste();
    const QByteArray bytes = cleanedPaste(text).toUtf8();
    m_machine->send(bracketed ? "\x1b[200~" + bytes + "\x1b[201~" : bytes);
    flushOutput();
}

void TerminalSurface::sendMouse(const TerminalMouseEvent &event)
{
    const TerminalModifier modifiers = toModifiers(event.modifiers);
    m_machine->moveMouse({std::clamp(event.cell.row, 0, grid().rows() - 1),
                          std::clamp(event.cell.column, 0, grid().columns() - 1)},
                         modifiers);
    if (event.kind != TerminalMouseEvent::Kind::Move)
        m_machine->pressMouse(event.button, event.kind != TerminalMouseEvent::Kind::Release,
                              modifiers);
    flushOutput();
}

void TerminalSurface::sendFocus(bool focused)
{
    m_machine->reportFocus(focused);
    flushOutput();
}

void TerminalSurface::setDefaultColors(quint32 foreground, quint32 background)
{
    m_machine->setDefaultColors(foreground, background);
}

bool TerminalSurface::find(const QString &text, SearchDirection direction)
{
    TerminalSpan from = m_selection.span();
    if (m_selection.isEmpty())
        from.begin = from.end = {grid().endRow() - 1, grid().columns()};
    const auto found = findTerminalText(grid(), text, from, direction);
    if (!found)
        return false;
    m_selection.select(*found);
    m_machine->grid().markAllDamaged();
    scheduleAnnounce();
    Q_EMIT selectionChanged();
    return true;
}

void TerminalSurface::clearScrollback()
{
    m_machine->grid().clearHistory();
    scheduleAnnounce();
}

} // namespace Sandglass
