// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalsearch.h>

#include <QtWidgets/QFrame>

class QLineEdit;

namespace Sandglass {

/// The line above a terminal in which one looks for text: Enter finds the one before, Shift+Enter
/// the one after, Escape leaves.
class TerminalFindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalFindBar)

public:
    explicit TerminalFindBar(QWidget *parent = nullptr);

    /// Shows it with the focus in the field and its text selected.
    void open();
    /// What came of the last search: nothing found turns the field's border.
    void setFound(bool found);

Q_SIGNALS:
    void findRequested(const QString &text, Sandglass::SearchDirection direction);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(SearchDirection direction);
    void leave();

    QLineEdit *m_text;
};

} // namespace Sandglass
