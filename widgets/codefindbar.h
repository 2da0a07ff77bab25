// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/codesearch.h>

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLineEdit;
class QToolButton;

namespace Sandglass {

class CodeEditor;
class Label;

/// The line above an editor in which one looks for text: Enter finds the next place, Shift+Enter
/// the one before, Escape leaves. A second line replaces.
class CodeFindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeFindBar)

public:
    enum class Mode { Find, Replace };
    /// More places than this are neither counted nor marked.
    static constexpr int maximumMatches = 5000;

    /// The editor is borrowed and must outlive the bar.
    explicit CodeFindBar(CodeEditor &editor, QWidget *parent = nullptr);

    /// Shows it with the focus in the field; what is selected within one line is looked for.
    void open(Mode mode);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeRows();
    [[nodiscard]] CodeSearchTerm term() const;
    void search(); ///< after the term or the text changed
    void jumpFrom(int position);
    void go(bool forwards);
    void showCount();
    void replaceOne();
    void replaceEvery();
    void leave();

    CodeEditor &m_editor;
    QLineEdit *m_text;
    QLineEdit *m_with;
    QToolButton *m_case;
    Label *m_count;
    QWidget *m_replaceRow;
    QList<CodeMatch> m_matches;
    QTimer m_searchLater; ///< one search for a burst of edits
};

} // namespace Sandglass
