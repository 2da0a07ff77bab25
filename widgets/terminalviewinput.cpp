// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TerminalView that listens: keys, input methods, focus, changes of the surroundings.
#include <widgets/terminalview.h>
#include <widgets/terminalviewfont.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace Sandglass {

namespace {

constexpr qsizetype previewLength = 600;
constexpr Qt::KeyboardModifiers named = Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier;

} // namespace

bool TerminalView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!isForApplication(*static_cast<QKeyEvent *>(event)))
            event->accept();
        return true;
    case QEvent::DevicePixelRatioChange:
        updateFont();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::DevicePixelRatioChange)
        updateFont();
    return QAbstractScrollArea::viewportEvent(event);
}

void TerminalView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ThemeChange)
        updateColors();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateFont();
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_surface.sendFocus(true);
    startBlinking();
    schedule(viewport()->rect());
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_surface.sendFocus(false);
    startBlinking();
    schedule(viewport()->rect());
}

// Tab is a key like any other here.
bool TerminalView::focusNextPrevChild(bool)
{
    return false;
}

bool TerminalView::isForApplication(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & named;
    const int key = event.key();
    if (key == Qt::Key_F11)
        return true;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
        return modifiers & Qt::ControlModifier;
    if (modifiers != (Qt::ControlModifier | Qt::ShiftModifier))
        return event.modifiers() & Qt::MetaModifier;
    switch (key) {
    case Qt::Key_C:
    case Qt::Key_V:
    case Qt::Key_A:
    case Qt::Key_F:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return false;
    default:
        return true;
    }
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    if (handleOwnKey(*event) || handleScrollKey(*event))
        return;
    if (isForApplication(*event) ||
        !m_surface.sendKey(event->key(), event->modifiers(), event->text())) {
        event->ignore();
        return;
    }
    scrollToEnd();
    startBlinking();
    updateCursor();
}

bool TerminalView::handleOwnKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & named;
    const bool control = modifiers & Qt::ControlModifier && !(modifiers & Qt::AltModifier);
    const bool both = modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_C:
        return both && (copy(), true);
    case Qt::Key_V:
        return both && (paste(), true);
    case Qt::Key_A:
        return both && (selectAll(), true);
    case Qt::Key_F:
        if (both)
            Q_EMIT findRequested();
        return both;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return control && (setZoom(m_zoom + 1), true);
    case Qt::Key_Minus:
        return control && (setZoom(m_zoom - 1), true);
    case Qt::Key_0:
        return modifiers == Qt::ControlModifier && (setZoom(0), true);
    case Qt::Key_Insert:
        if (modifiers != Qt::ShiftModifier)
            return false;
        pasteText(QGuiApplication::clipboard()->text(QClipboard::Selection));
        return true;
    default:
        return false;
    }
}

bool TerminalView::handleScrollKey(const QKeyEvent &event)
{
    if ((event.modifiers() & named) != Qt::ShiftModifier || m_surface.grid().isAlternate())
        return false;
    QScrollBar *bar = verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return true;
    case Qt::Key_End:
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        return true;
    default:
        return false;
    }
}

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty()) {
        m_surface.sendText(event->commitString());
        scrollToEnd();
    }
    updateCursor();
    event->accept();
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImCursorRectangle:
        return cursorRect();
    case Qt::ImCurrentSelection:
        return QString();
    default:
        return QAbstractScrollArea::inputMethodQuery(query);
    }
}

void TerminalView::copy()
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(m_surface.selectedText());
}

void TerminalView::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void TerminalView::pasteText(const QString &text)
{
    if (text.isEmpty())
        return;
    const PasteRisk risk = m_surface.pasteNeedsConfirmation(text);
    if (risk != PasteRisk::None) {
        askBeforePaste(text, risk);
        return;
    }
    m_surface.paste(text);
    scrollToEnd();
}

void TerminalView::askBeforePaste(const QString &text, PasteRisk risk)
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Paste into the terminal"));
    box->setTextFormat(Qt::PlainText);
    const int lines = int(cleanedPaste(text).trimmed().count(u'\r')) + 1;
    if (risk == PasteRisk::ControlCharacters) {
        box->setText(tr("The text holds characters that cannot be seen."));
        box->setInformativeText(
            tr("They are left out. Check that what remains is what you meant to paste."));
    } else {
        box->setText(tr("Paste %n line(s) into the terminal?", nullptr, lines));
        box->setInformativeText(tr("The program there runs each line as soon as it arrives."));
    }
    QString preview = cleanedPaste(text).replace(u'\r', u'\n');
    if (preview.size() > previewLength)
        preview = preview.first(previewLength) + u'…';
    box->setDetailedText(preview);
    QPushButton *accept = box->addButton(tr("Paste"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(accept, &QPushButton::clicked, this, [this, text] {
        m_surface.paste(text);
        scrollToEnd();
    });
    box->open();
}

void TerminalView::selectAll()
{
    m_surface.selection().selectAll();
    selectionWasChanged();
}

bool TerminalView::find(const QString &text, SearchDirection direction)
{
    if (!m_surface.find(text, direction))
        return false;
    const TerminalGrid &grid = m_surface.grid();
    const qint64 row = m_surface.selection().span().begin.row;
    if (row < m_top || row >= m_top + grid.rows())
        verticalScrollBar()->setValue(int(row - grid.firstRow()) - grid.rows() / 2);
    return true;
}

} // namespace Sandglass
