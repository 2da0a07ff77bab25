// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/cards.h>
#include <widgets/codeeditor.h>
#include <widgets/codegutter.h>
#include <widgets/fonts.h>

#include <QtCore/QEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

/// What CodeEditor draws besides its text.
namespace Sandglass {

using Role = ThemeRole;

namespace {

constexpr int currentBar = 2;

/// A wavy line as under a misspelt word.
void paintWave(QPainter &painter, qreal left, qreal right, qreal y, const QColor &color)
{
    QPainterPath wave(QPointF(left, y));
    bool up = true;
    for (qreal x = left + 2; x <= right; x += 2, up = !up)
        wave.lineTo(x, up ? y - 2 : y);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.25));
    painter.drawPath(wave);
    painter.restore();
}

/// Where characters of a line stand, from the left of its layout.
qreal xOf(const QTextBlock &block, int column)
{
    const QTextLine line = block.layout()->lineForTextPosition(column);
    return line.isValid() ? line.cursorToX(column) : 0;
}

} // namespace

QRectF CodeEditor::lineRect(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line);
    QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    rect.setLeft(0);
    rect.setRight(viewport()->width());
    // The text stands at the top of its line; with the rest shared it is in the middle.
    const qreal spare = rect.height() - QFontMetricsF(font()).height();
    return rect.translated(0, -std::floor(spare / 2));
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    QPainter ground(viewport());
    paintGround(ground);
    ground.end();
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintMarks(painter);
}

void CodeEditor::paintGround(QPainter &painter)
{
    const Theme &theme = Theme::of(palette());
    const QRectF current = lineRect(currentLine());
    painter.fillRect(current, theme.color(Role::Alternate));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = lineRect(block.blockNumber());
        if (rect.top() > viewport()->height())
            break;
        if (textCursor().hasSelection())
            paintSelection(painter, block, rect);
        if (block.blockNumber() > 0 && startsCell(block, m_language.comment))
            painter.fillRect(QRectF(0, std::floor(rect.top()) - 1, viewport()->width(), 1),
                             theme.color(Role::Line));
    }
}

/// QTextLayout selects as high as the text; lines are higher, and stripes would stay between them.
void CodeEditor::paintSelection(QPainter &painter, const QTextBlock &block, const QRectF &rect)
{
    const QTextCursor cursor = textCursor();
    const int from = cursor.selectionStart() - block.position();
    const int to = cursor.selectionEnd() - block.position();
    if (to <= 0 || from >= block.length() || !block.isVisible())
        return;
    const qreal left = contentOffset().x();
    const qreal start = left + xOf(block, std::max(0, from));
    const bool goesOn = to >= block.length();
    const qreal end =
        goesOn ? left + xOf(block, block.length() - 1) + fontMetrics().horizontalAdvance(u' ')
               : left + xOf(block, to);
    painter.fillRect(QRectF(start, rect.top(), end - start, rect.height()),
                     palette().brush(QPalette::Highlight));
}

void CodeEditor::paintMarks(QPainter &painter)
{
    const Theme &theme = Theme::of(palette());
    const QRectF current = lineRect(currentLine());
    painter.fillRect(QRectF(0, current.top(), currentBar, current.height()),
                     theme.color(hasFocus() ? Role::Accent : Role::LineStrong));
    if (m_isSearching && textCursor().hasSelection())
        paintFound(painter, current);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = lineRect(block.blockNumber());
        if (rect.top() > viewport()->height())
            break;
        if (std::ranges::any_of(block.text(), isStandIn))
            paintStandIns(painter, block, rect);
        if (block.blockNumber() != errorLine())
            continue;
        const qreal left = contentOffset().x();
        const QString text = block.text();
        int first = 0;
        while (first < text.size() && text.at(first).isSpace())
            ++first;
        const qreal right = std::max(left + xOf(block, int(text.size())), left + 24);
        paintWave(painter, left + xOf(block, first), right, rect.bottom() - 1,
                  theme.color(Role::Danger));
    }
}

/// The match that one is at, also while the focus is in the field above.
void CodeEditor::paintFound(QPainter &painter, const QRectF &line)
{
    const QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    if (cursor.selectionStart() < block.position())
        return;
    const qreal left = contentOffset().x() + xOf(block, cursor.selectionStart() - block.position());
    const qreal right = contentOffset().x() + xOf(block, cursor.selectionEnd() - block.position());
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(&painter, QRectF(left - 1, line.top() + 1, right - left + 2, line.height() - 2), 2,
                 QColor(), Theme::of(palette()).color(Role::Accent));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void CodeEditor::paintStandIns(QPainter &painter, const QTextBlock &block, const QRectF &rect)
{
    const Theme &theme = Theme::of(palette());
    const QString text = block.text();
    painter.save();
    painter.setFont(font());
    for (int at = 0; at < text.size(); ++at) {
        if (!isStandIn(text.at(at)))
            continue;
        const qreal left = contentOffset().x() + xOf(block, at);
        const qreal right = contentOffset().x() + xOf(block, at + 1);
        const QRectF box = QRectF(left, rect.top(), std::max(6.0, right - left), rect.height())
                               .adjusted(0.5, 2.5, -0.5, -2.5);
        paintRounded(&painter, box, badgeRadius, theme.color(Role::WarnGround),
                     theme.color(Role::Warn));
        painter.setPen(theme.color(Role::Warn));
        painter.drawText(box, Qt::AlignCenter, QString(u'?'));
    }
    painter.restore();
}

void CodeEditor::paintGutter(QPainter &painter, const QRect &area)
{
    const Theme &theme = Theme::of(palette());
    painter.fillRect(area, theme.color(Role::Alternate));
    paintHairline(&painter, m_gutter->rect(),
                  layoutDirection() == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge,
                  theme.color(Role::Line));
    const int error = errorLine();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const int number = block.blockNumber();
        const QRectF rect = lineRect(number);
        if (rect.top() > area.bottom())
            break;
        QFont look = font();
        const bool isCurrent = number == currentLine();
        look.setWeight(isCurrent || number == error ? QFont::Bold : QFont::Normal);
        painter.setFont(look);
        painter.setPen(theme.color(number == error ? Role::Danger
                                   : isCurrent     ? Role::Text
                                                   : Role::TextMuted));
        if (number == error)
            painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), theme.color(Role::Danger));
        painter.drawText(QRectF(0, rect.top(), m_gutter->width() - 10, rect.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(number + 1).remove(locale().groupSeparator()));
    }
}

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->globalPos(), help->pos());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

void CodeEditor::showToolTip(const QPoint &global, const QPoint &position)
{
    const int error = errorLine();
    QString text = standInAt(position);
    if (text.isEmpty() && error >= 0 && lineRect(error).contains(QPointF(1, position.y())))
        text = m_errorText;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, toolTipText(text), this);
}

QString CodeEditor::standInAt(const QPoint &position) const
{
    if (position.x() < 0)
        return {};
    const QTextCursor cursor = cursorForPosition(position);
    const QString text = cursor.block().text();
    const int at = cursor.positionInBlock();
    for (const int column : {at - 1, at}) { // the cursor may be on either side
        if (column < 0 || column >= text.size() || !isStandIn(text.at(column)))
            continue;
        const qreal left = contentOffset().x() + xOf(cursor.block(), column);
        const qreal right = contentOffset().x() + xOf(cursor.block(), column + 1);
        if (position.x() >= left - 1 && position.x() <= right + 1)
            return tr("%1, a character that cannot be seen").arg(standInName(text.at(column)));
    }
    return {};
}

} // namespace Sandglass
