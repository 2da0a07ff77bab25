// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QLineEdit;

namespace Sandglass {

class CodeEditor;
class Label;

/// The line above an editor that takes the number of a line: Enter goes there, Escape leaves.
class CodeGotoBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeGotoBar)

public:
    /// The editor is borrowed and must outlive the bar.
    explicit CodeGotoBar(CodeEditor &editor, QWidget *parent = nullptr);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void go();
    void leave();

    CodeEditor &m_editor;
    QLineEdit *m_number;
    Label *m_range;
};

} // namespace Sandglass
