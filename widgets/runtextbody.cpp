// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/runtextbody.h>
#include <widgets/sandglassstyle.h>
#include <widgets/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Sandglass {

RunTextBody::RunTextBody(QWidget *parent)
    : RunBody(parent),
      m_view(new QPlainTextEdit(this)),
      m_more(new QPushButton(this))
{
    m_view->setReadOnly(true);
    m_view->setUndoRedoEnabled(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setWordWrapMode(QTextOption::WrapAnywhere);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Output"));
    m_view->document()->setDocumentMargin(0);
    m_view->viewport()->setAutoFillBackground(false);
    setButtonKind(m_more, ButtonKind::Link);
    m_more->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    updateFont();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        fitHeight();
    });
}

void RunTextBody::setText(const RunText &text)
{
    qint64 end = text.endLine();
    if (end - text.firstLine() > 1 && text.line(end - 1).text.isEmpty())
        --end; // behind the last "\n"
    const bool dark = themeOf(this).isDark();
    if (text.firstLine() >= m_end || end < m_end || dark != m_isDark) {
        m_view->clear();
        m_first = m_end = text.firstLine();
        m_isDark = dark;
    }
    dropBefore(text.firstLine());
    QScrollBar *bar = m_view->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    QTextCursor cursor(m_view->document());
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::End);
    if (m_end > m_first && m_last != text.line(m_end - 1)) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        append(cursor, text.line(m_end - 1));
    }
    for (; m_end < end; ++m_end) {
        if (m_end > m_first)
            cursor.insertBlock();
        append(cursor, text.line(m_end));
    }
    cursor.endEditBlock();
    if (m_end > m_first)
        m_last = text.line(m_end - 1);
    fitHeight();
    if (atEnd)
        bar->setValue(bar->maximum());
}

QString RunTextBody::shownText() const
{
    return m_view->toPlainText();
}

void RunTextBody::dropBefore(qint64 first)
{
    if (first <= m_first)
        return;
    QTextCursor cursor(m_view->document());
    const QTextBlock kept = m_view->document()->findBlockByNumber(int(first - m_first));
    cursor.setPosition(kept.position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_first = first;
}

void RunTextBody::append(QTextCursor &cursor, const RunLine &line) const
{
    const Theme &theme = themeOf(this);
    QTextCharFormat plain;
    qsizetype at = 0;
    for (const RunSpan &span : line.spans) {
        cursor.insertText(line.text.sliced(at, span.start - at), plain);
        QTextCharFormat look;
        if (span.style.color >= 0)
            look.setForeground(theme.ansi(span.style.color));
        if (span.style.bold)
            look.setFontWeight(QFont::Bold);
        look.setFontItalic(span.style.italic);
        look.setFontUnderline(span.style.underline);
        cursor.insertText(line.text.sliced(span.start, span.length), look);
        at = span.start + span.length;
    }
    cursor.insertText(line.text.sliced(at), plain);
}

void RunTextBody::fitHeight()
{
    const int wanted = m_isOpen ? openLines : closedLines;
    const qreal line = QFontMetricsF(m_view->font()).lineSpacing();
    const qreal most = std::ceil(line * wanted);
    qreal height = 0;
    int seen = 0;
    // No more blocks are laid out than are needed to know that there are too many.
    QTextBlock block = m_view->document()->begin();
    for (; block.isValid() && height <= most; block = block.next(), ++seen)
        height += m_view->document()->documentLayout()->blockBoundingRect(block).height();
    const bool isLong = height > most;
    m_view->setVerticalScrollBarPolicy(isLong ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_view->setFixedHeight(int(std::min(std::ceil(std::max(line, height)), most)) + 1);
    m_more->setVisible(isLong || m_isOpen);
    m_more->setText(m_isOpen ? tr("Show less")
                             : tr("Show all %n line(s)", nullptr, m_view->blockCount()));
    updateGeometry();
}

void RunTextBody::updateFont()
{
    m_view->setFont(fontFor(FontStep::CodeSmall));
    m_view->setTabStopDistance(8 * QFontMetricsF(m_view->font()).horizontalAdvance(u' '));
}

void RunTextBody::resizeEvent(QResizeEvent *event)
{
    RunBody::resizeEvent(event);
    fitHeight();
}

void RunTextBody::changeEvent(QEvent *event)
{
    RunBody::changeEvent(event);
    if (event->type() != QEvent::ApplicationFontChange)
        return;
    updateFont();
    fitHeight();
}

} // namespace Sandglass
