// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/banner.h>
#include <widgets/codeeditor.h>
#include <widgets/codefindbar.h>
#include <widgets/codegotobar.h>
#include <widgets/editorpage.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cstdlib>

namespace Sandglass {

EditorPage::EditorPage(const EditorBuffer &buffer, const CodeLanguages &languages)
    : m_buffer(buffer),
      m_languages(languages),
      m_banners(new QVBoxLayout),
      m_editor(new CodeEditor(this)),
      m_find(new CodeFindBar(*m_editor, this)),
      m_goto(new CodeGotoBar(*m_editor, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banners->setSpacing(0);
    column->addLayout(m_banners);
    column->addWidget(m_find);
    column->addWidget(m_goto);
    column->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    setFile(buffer.title, buffer.path);
    m_editor->setBytes(buffer.text);
    m_buffer.text.clear();
    showProblem();
    connect(m_editor, &CodeEditor::cursorPositionChanged, this, &EditorPage::changed);
    connect(m_editor, &CodeEditor::textChanged, this, &EditorPage::changed);
    connect(m_editor->document(), &QTextDocument::modificationChanged, this, &EditorPage::changed);
    connect(m_editor, &CodeEditor::refused, this, &EditorPage::showNote);
}

void EditorPage::setFile(const QString &title, const QByteArray &path)
{
    m_buffer.title = title;
    m_buffer.path = path;
    CodeLanguage language = m_languages.forFile(title);
    if (!language.definition.isValid() && !m_buffer.language.isEmpty())
        language = m_languages.forKernel(m_buffer.language);
    m_editor->setLanguage(language);
    Q_EMIT changed();
}

void EditorPage::setText(const QByteArray &bytes)
{
    const int line = m_editor->currentLine();
    const int column = m_editor->textCursor().positionInBlock();
    m_editor->setBytes(bytes);
    m_editor->goToLine(line, column);
    m_savedSteps = 0;
    showProblem();
    setConflict(false);
    Q_EMIT changed();
}

void EditorPage::openFind(bool replace)
{
    m_goto->hide();
    m_find->open(replace ? CodeFindBar::Mode::Replace : CodeFindBar::Mode::Find);
}

void EditorPage::openGoto()
{
    m_find->hide();
    m_editor->setMatches({});
    m_goto->open();
}

bool EditorPage::isModified() const
{
    return m_editor->document()->isModified();
}

int EditorPage::changes() const
{
    const int steps = m_editor->document()->availableUndoSteps() - m_savedSteps;
    return isModified() ? std::max(1, std::abs(steps)) : 0;
}

int EditorPage::revision() const
{
    return m_editor->document()->revision();
}

void EditorPage::setSaved(int revision)
{
    isSaving = false;
    setSaveFailed({});
    setConflict(false);
    if (revision == m_editor->document()->revision()) { // else it was edited while it was saved
        m_editor->document()->setModified(false);
        m_savedSteps = m_editor->document()->availableUndoSteps();
    }
    Q_EMIT changed();
}

Banner *EditorPage::addBanner(int kind)
{
    auto *banner = new Banner(Banner::Kind(kind), this);
    m_banners->addWidget(banner);
    banner->show(); // at once, not with the next layout
    return banner;
}

void EditorPage::drop(Banner *&banner)
{
    if (!banner)
        return;
    banner->hide();
    banner->deleteLater(); // its own button may have asked for this
    banner = nullptr;
}

void EditorPage::showProblem()
{
    drop(m_problem);
    QString words;
    switch (m_editor->problem()) {
    case CodeTextProblem::None:
        return;
    case CodeTextProblem::NotUtf8:
        words = tr("It is not UTF-8 text: saving it from here would damage it.");
        break;
    case CodeTextProblem::Characters:
        words = tr("It holds characters that the editor cannot keep.");
        break;
    case CodeTextProblem::LongLines:
        words =
            tr("Lines of more than %L1 characters are shown shortened.").arg(CodeText::maximumLine);
        break;
    }
    m_problem = addBanner(int(Banner::Kind::Info));
    m_problem->setText(tr("Read only."), words);
}

void EditorPage::showNote(const QString &words)
{
    drop(m_note);
    m_note = addBanner(int(Banner::Kind::Info));
    m_note->setText(words);
    QPushButton *dismiss = m_note->addButton(tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, this, [this] { drop(m_note); });
}

void EditorPage::setConflict(bool conflict)
{
    if (conflict == (m_conflict != nullptr))
        return;
    if (!conflict) {
        drop(m_conflict);
        return;
    }
    isSaving = false;
    m_conflict = addBanner(int(Banner::Kind::Warning));
    m_conflict->setText(tr("Changed in the sandbox."), tr("Nothing was saved."));
    QPushButton *keep = m_conflict->addButton(tr("Keep editing"));
    QPushButton *reload = m_conflict->addButton(tr("Reload"));
    reload->setToolTip(tr("Takes the sandbox's version; your changes are gone"));
    QPushButton *overwrite = m_conflict->addDangerButton(tr("Overwrite"));
    overwrite->setToolTip(tr("Saves your version; that of the sandbox is gone"));
    connect(keep, &QPushButton::clicked, this, [this] {
        setConflict(false);
        m_editor->setFocus();
        Q_EMIT keepEditingChosen();
    });
    connect(reload, &QPushButton::clicked, this, &EditorPage::reloadRequested);
    connect(overwrite, &QPushButton::clicked, this, &EditorPage::overwriteRequested);
    Q_EMIT changed();
}

void EditorPage::setSaveFailed(const QString &words)
{
    drop(m_failed);
    if (words.isEmpty())
        return;
    isSaving = false;
    m_failed = addBanner(int(Banner::Kind::Danger));
    m_failed->setText(tr("Not saved."), words);
    QPushButton *again = m_failed->addButton(tr("Try again"));
    connect(again, &QPushButton::clicked, this, &EditorPage::saveRequested);
    Q_EMIT changed();
}

void EditorPage::askToClose()
{
    if (m_closing)
        return;
    m_closing = addBanner(int(Banner::Kind::Warning));
    m_closing->setText(tr("%1 is not saved.", "name of a text").arg(m_buffer.title));
    QPushButton *cancel = m_closing->addButton(tr("Cancel"));
    QPushButton *save = m_closing->addButton(tr("Save and close"));
    QPushButton *leave = m_closing->addDangerButton(tr("Close without saving"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        drop(m_closing);
        m_editor->setFocus();
    });
    connect(save, &QPushButton::clicked, this, [this] {
        drop(m_closing);
        Q_EMIT saveAndCloseRequested();
    });
    connect(leave, &QPushButton::clicked, this, [this] {
        drop(m_closing);
        Q_EMIT closeConfirmed();
    });
    save->setFocus();
}

} // namespace Sandglass
