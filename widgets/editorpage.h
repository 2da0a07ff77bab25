// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runmodel.h>
#include <widgets/editorbuffer.h>

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace Sandglass {

class Banner;
class CodeEditor;
class CodeFindBar;
class CodeGotoBar;
class CodeLanguages;

/// One buffer: its editor, the lines for finding, and banners above it that ask or tell.
class EditorPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorPage)

public:
    /// The languages are borrowed and must outlive the page.
    EditorPage(const EditorBuffer &buffer, const CodeLanguages &languages);

    [[nodiscard]] quint64 id() const { return m_buffer.id; }
    [[nodiscard]] const EditorBuffer &buffer() const { return m_buffer; } ///< without its text
    [[nodiscard]] CodeEditor &editor() const { return *m_editor; }
    void setFile(const QString &title, const QByteArray &path);
    void setText(const QByteArray &bytes); ///< keeps the place of the cursor
    void openFind(bool replace);
    void openGoto();

    [[nodiscard]] bool isModified() const;
    [[nodiscard]] int changes() const; ///< not saved; about, as steps that can be undone
    [[nodiscard]] int revision() const;
    void setSaved(int revision);

    /// Banners; what was asked is told by signals.
    void setConflict(bool conflict);
    void setSaveFailed(const QString &words); ///< empty: no longer
    void askToClose();
    [[nodiscard]] bool isAskingToClose() const { return m_closing != nullptr; }

    // How it stands, kept for the view that shows one page at a time.
    RunState runState = RunState::Idle;
    QString context;
    bool isSaving = false;

Q_SIGNALS:
    void saveRequested();
    void saveAndCloseRequested();
    void closeConfirmed(); ///< without saving
    void overwriteRequested();
    void reloadRequested();
    void keepEditingChosen();
    void changed(); ///< cursor, text, saved or not

private:
    void showProblem();
    void showNote(const QString &words);
    Banner *addBanner(int kind);
    void drop(Banner *&banner);

    EditorBuffer m_buffer;
    const CodeLanguages &m_languages;
    QVBoxLayout *m_banners;
    CodeEditor *m_editor;
    CodeFindBar *m_find;
    CodeGotoBar *m_goto;
    Banner *m_problem = nullptr;
    Banner *m_conflict = nullptr;
    Banner *m_failed = nullptr;
    Banner *m_closing = nullptr;
    Banner *m_note = nullptr;
    int m_savedSteps = 0;
};

} // namespace Sandglass
