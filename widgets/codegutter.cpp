// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/codeeditor.h>
#include <widgets/codegutter.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int padding = 10;
constexpr int fewestDigits = 3; // no jump at line 10 and 100

} // namespace

CodeGutter::CodeGutter(CodeEditor &editor) : QWidget(&editor), m_editor(editor)
{
    setCursor(Qt::ArrowCursor);
}

int CodeGutter::wantedWidth() const
{
    const auto digits = int(QString::number(m_editor.blockCount()).size());
    const int digit = m_editor.fontMetrics().horizontalAdvance(u'0');
    return 2 * padding + std::max(digits, fewestDigits) * digit;
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        m_editor.showToolTip(help->globalPos(), {-1, help->pos().y()});
        return true;
    }
    return QWidget::event(event);
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_editor.paintGutter(painter, event->rect());
}

void CodeGutter::mousePressEvent(QMouseEvent *event)
{
    // A click takes the whole line, as in other editors.
    QTextCursor cursor = m_editor.cursorForPosition({0, event->pos().y()});
    cursor.movePosition(QTextCursor::StartOfBlock);
    if (!cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor))
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    m_editor.setFocus(Qt::MouseFocusReason);
}

void CodeGutter::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void CodeGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor.viewport(), event);
}

void CodeLayout::setLineHeight(qreal height)
{
    m_height = height;
    requestUpdate();
}

QRectF CodeLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (rect.height() > 0)
        rect.setHeight(std::max(m_height, rect.height()));
    return rect;
}

} // namespace Sandglass
