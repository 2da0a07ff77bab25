// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorstatusrow.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace Sandglass {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

EditorStatusRow::EditorStatusRow(QWidget *parent)
    : QWidget(parent),
      m_place(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_indent(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_encoding(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_language(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_hidden(new QPushButton),
      m_saved(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_saveKey(new Badge(tr("Ctrl+S"), Badge::Kind::KeyHint))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 1, 10, 0);
    row->setSpacing(16);
    for (Label *label : {m_place, m_indent, m_encoding, m_language})
        row->addWidget(label);
    row->addWidget(m_hidden);
    row->addStretch(1);
    auto *saved = new QHBoxLayout;
    saved->setSpacing(6);
    saved->addWidget(m_saved);
    saved->addWidget(m_saveKey);
    row->addLayout(saved);
    m_saved->setElideMode(Qt::ElideRight);
    setButtonKind(m_hidden, ButtonKind::Link);
    m_hidden->setFont(fontFor(FontStep::Small));
    m_hidden->setToolTip(tr("Go to the next one"));
    m_hidden->hide();
    setFixedHeight(scaledHeight(26, fontMetrics()));
    m_countLater.setSingleShot(true);
    m_countLater.setInterval(200ms);
    connect(&m_countLater, &QTimer::timeout, this, &EditorStatusRow::countHidden);
    connect(m_hidden, &QPushButton::clicked, this, &EditorStatusRow::hiddenCharacterRequested);
}

void EditorStatusRow::setPage(EditorPage *page)
{
    m_page = page;
    refresh();
    countHidden();
}

QString EditorStatusRow::savedText() const
{
    return m_saved->text();
}

void EditorStatusRow::refresh()
{
    for (Label *part : {m_place, m_language, m_saved})
        part->setVisible(m_page != nullptr);
    fit();
    m_saveKey->setVisible(m_page && m_page->isModified() && !m_page->isSaving);
    if (!m_page)
        return;
    const CodeEditor &editor = m_page->editor();
    m_place->setText(tr("Line %L1, column %L2")
                         .arg(editor.currentLine() + 1)
                         .arg(editor.textCursor().positionInBlock() + 1));
    const bool tabs = editor.indentation() == u"\t";
    m_indent->setText(tabs ? tr("Tabs") : tr("Spaces: %1").arg(editor.indentation().size()));
    m_encoding->setText(editor.problem() == CodeTextProblem::NotUtf8 ? tr("not UTF-8")
                                                                     : tr("UTF-8"));
    const bool isPlain = !editor.isColored() && editor.hasRules();
    m_language->setText(
        isPlain
            ? tr("%1, without colours: more than 512 KiB", "language").arg(editor.languageName())
            : editor.languageName());
    showSaved();
    m_countLater.start();
}

void EditorStatusRow::showSaved()
{
    const bool hasFile = !m_page->buffer().path.isEmpty();
    if (m_page->isSaving)
        m_saved->setText(tr("Saving…"));
    else if (m_page->isModified())
        m_saved->setText(tr("%n change(s) not saved to the sandbox", nullptr, m_page->changes()));
    else
        m_saved->setText(hasFile ? tr("Saved") : tr("Not in the sandbox yet"));
}

void EditorStatusRow::countHidden()
{
    const int count = m_page ? m_page->editor().hiddenCharacters() : 0;
    m_hidden->setVisible(count > 0);
    m_hidden->setText(tr("%n character(s) that cannot be seen", nullptr, count));
}

void EditorStatusRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::TopEdge, theme.color(ThemeRole::Line));
}

/// In a narrow view, what changes least goes first.
void EditorStatusRow::fit()
{
    m_encoding->setVisible(m_page && width() >= 600);
    m_indent->setVisible(m_page && width() >= 520);
}

void EditorStatusRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EditorStatusRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setFixedHeight(scaledHeight(26, fontMetrics()));
    m_hidden->setFont(fontFor(FontStep::Small));
}

} // namespace Sandglass
