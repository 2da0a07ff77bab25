// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/codeeditor.h>
#include <widgets/codegotobar.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

namespace Sandglass {

CodeGotoBar::CodeGotoBar(CodeEditor &editor, QWidget *parent)
    : QFrame(parent),
      m_editor(editor),
      m_number(new QLineEdit),
      m_range(new Label(FontStep::Small, ThemeRole::TextMuted))
{
    m_number->setAccessibleName(tr("Go to line"));
    m_number->setMaximumWidth(96);
    m_number->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 5);
    row->addWidget(new Label(tr("Go to line"), FontStep::Body));
    row->addWidget(m_number);
    row->addWidget(m_range);
    row->addStretch(1);
    connect(m_number, &QLineEdit::textEdited, this, [this] { setFieldInvalid(m_number, false); });
    hide();
}

void CodeGotoBar::open()
{
    m_range->setText(tr("of %L1").arg(m_editor.blockCount()));
    m_number->setText(QString::number(m_editor.currentLine() + 1));
    setFieldInvalid(m_number, false);
    show();
    m_number->setFocus();
    m_number->selectAll();
}

void CodeGotoBar::go()
{
    bool ok = false;
    const int line = m_number->text().trimmed().toInt(&ok);
    if (!ok || line < 1 || line > m_editor.blockCount()) {
        setFieldInvalid(m_number, true);
        return;
    }
    m_editor.goToLine(line - 1);
    leave();
}

bool CodeGotoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape)
        leave();
    else if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
             key->modifiers() == Qt::NoModifier)
        go();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void CodeGotoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Line));
}

void CodeGotoBar::leave()
{
    hide();
    m_editor.setFocus();
}

} // namespace Sandglass
