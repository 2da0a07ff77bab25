// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/fileactions.h>

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QToolButton;

namespace Sandglass {

class Label;

/// The row above the files: a tool bar with the folder that things go to, or, compact, the title
/// row of a dock.
class FilesToolBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesToolBar)

public:
    FilesToolBar(const FileActions &actions, QWidget *parent);

    void setCompact(bool compact);
    /// Fit to be shown; cut at its start where there is no room.
    void setPlace(const QString &path);
    /// Compact, the title says when the files were like this; empty while they are live.
    void setDate(const QString &time);
    /// Adds a button of the dock (close, detach) at the end of the title row.
    void addButton(QToolButton *button);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QToolButton *add(FileAct act);
    void fitTexts();
    void updateHeight();

    const FileActions &m_actions;
    QHBoxLayout *m_row;
    Label *m_title;
    Label *m_place;
    QList<QToolButton *> m_full;    ///< of the tool bar alone
    QList<QToolButton *> m_buttons; ///< in both forms
    QList<QToolButton *> m_texts;   ///< that have words beside their icon where there is room
    bool m_isCompact = false;
};

} // namespace Sandglass
