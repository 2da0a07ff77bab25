// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DesktopView that listens: keys, input methods, the pointer, focus, changes of the
// surroundings. What it sends goes through RfbInput, which lets nothing pass in view only.
#include <vnc/rfbsession.h>
#include <widgets/desktopview.h>

#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

namespace Sandglass {

namespace {

bool isPlain(const QKeyEvent &event, Qt::Key key)
{
    constexpr auto any =
        Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return event.key() == key && !(event.modifiers() & any);
}

} // namespace

bool DesktopView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Driving, no shortcut of ours is one, and the menu bar does not open on Alt either.
        if (isDriving()) {
            event->accept();
            return true;
        }
        break;
    case QEvent::DevicePixelRatioChange:
        layOut();
        break;
    case QEvent::Leave:
        updateCursor(std::nullopt);
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void DesktopView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void DesktopView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setSeen(true);
    layOut();
}

void DesktopView::hideEvent(QHideEvent *event)
{
    letGo();
    QWidget::hideEvent(event);
    setSeen(false);
}

void DesktopView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        layOut();
}

void DesktopView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason ||
                   event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    update();
}

void DesktopView::focusOutEvent(QFocusEvent *event)
{
    letGo();
    m_preedit.clear();
    m_showsFocus = false;
    QWidget::focusOutEvent(event);
    update();
}

// Driving, Tab is a key like any other.
bool DesktopView::focusNextPrevChild(bool next)
{
    return !isDriving() && QWidget::focusNextPrevChild(next);
}

void DesktopView::keyPressEvent(QKeyEvent *event)
{
    if (isPlain(*event, Qt::Key_F12)) {
        m_chord.press(*event);
        if (!event->isAutoRepeat())
            Q_EMIT screenshotRequested();
        return;
    }
    if (!isDriving()) {
        if (isPlain(*event, Qt::Key_C) && !event->isAutoRepeat())
            Q_EMIT takeControlRequested();
        else
            event->ignore();
        return;
    }
    m_chord.press(*event);
    if (m_session->input().pressed().buttons != 0)
        m_chord.spoil();
    const quint32 physical = physicalKeyOf(*event);
    // Held since before it was the desktop's, as the C that took control: not meant for it.
    if (event->isAutoRepeat() && !m_session->input().isDown(physical))
        return;
    if (const quint32 keysym = keysymOf(*event, m_nativeKeys))
        m_session->input().pressKey(physical, keysym);
    else if (!event->text().isEmpty())
        m_session->input().typeText(event->text()); // a key that writes more than one character
}

void DesktopView::keyReleaseEvent(QKeyEvent *event)
{
    if (!isDriving()) {
        event->ignore();
        return;
    }
    if (event->isAutoRepeat())
        return; // the key is still down
    m_session->input().releaseKey(physicalKeyOf(*event));
    if (m_chord.release(*event))
        Q_EMIT handBackRequested();
}

void DesktopView::inputMethodEvent(QInputMethodEvent *event)
{
    if (!isDriving()) {
        event->ignore();
        return;
    }
    const QRegion before = preeditArea();
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty()) {
        m_chord.spoil();
        m_session->input().typeText(event->commitString());
    }
    update(before + preeditArea());
    event->accept();
}

QVariant DesktopView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return isDriving();
    case Qt::ImCursorRectangle: {
        const QPointF caret = m_geometry.deviceAt(m_caret) / m_geometry.ratio();
        return QRectF(caret, QSizeF(1, fontMetrics().height()));
    }
    case Qt::ImHints:
        return int(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    default:
        return QWidget::inputMethodQuery(query);
    }
}

void DesktopView::mousePressEvent(QMouseEvent *event)
{
    const bool canPan = !m_geometry.range().isNull();
    if (!isDriving()) {
        if (event->button() == Qt::MiddleButton && canPan) {
            m_pan = event->position().toPoint();
            setCursor(Qt::ClosedHandCursor);
        } else {
            event->ignore();
        }
        return;
    }
    m_chord.spoil();
    if (!m_geometry.holds(event->position()))
        return;
    m_caret = m_geometry.remoteAt(event->position());
    if (m_preedit.isEmpty())
        QGuiApplication::inputMethod()->update(Qt::ImCursorRectangle);
    m_session->input().movePointer(m_caret);
    m_session->input().pressButton(event->button());
}

void DesktopView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pan) {
        const QPoint position = event->position().toPoint();
        scrollBy((*m_pan - position) * m_geometry.ratio());
        m_pan = position;
        return;
    }
    updateCursor(event->position());
    if (!isDriving()) {
        event->ignore();
        return;
    }
    if (event->buttons() != Qt::NoButton)
        m_chord.spoil();
    m_session->input().movePointer(m_geometry.remoteAt(event->position()));
}

void DesktopView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pan && event->button() == Qt::MiddleButton) {
        m_pan.reset();
        updateCursor(event->position());
        return;
    }
    if (!isDriving()) {
        event->ignore();
        return;
    }
    m_chord.spoil();
    m_session->input().movePointer(m_geometry.remoteAt(event->position()));
    m_session->input().releaseButton(event->button());
}

// The desktop tells double clicks by itself.
void DesktopView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void DesktopView::wheelEvent(QWheelEvent *event)
{
    // With Alt, Qt turns the wheel on its side; the desktop gets the key and decides by itself.
    const bool isTurned = event->modifiers().testFlag(Qt::AltModifier);
    const QPoint delta = isTurned ? event->angleDelta().transposed() : event->angleDelta();
    if (isDriving()) {
        m_chord.spoil();
        if (m_geometry.holds(event->position())) {
            m_session->input().movePointer(m_geometry.remoteAt(event->position()));
            m_session->input().scroll(delta);
        }
        event->accept();
    } else if (!m_geometry.range().isNull()) {
        const QPoint pixels = event->pixelDelta();
        scrollBy((pixels.isNull() ? -delta / 2 : -pixels) * m_geometry.ratio());
        event->accept();
    } else {
        event->ignore();
    }
}

void DesktopView::contextMenuEvent(QContextMenuEvent *event)
{
    event->setAccepted(isDriving());
}

} // namespace Sandglass
