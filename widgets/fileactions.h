// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>

class QAction;
class QKeyEvent;

namespace Sandglass {

enum class FileAct {
    Open,
    Up,
    NewFolder,
    Upload,
    Download,
    Rename,
    Remove,
    CopyPath,
    Refresh,
    ShowHidden,
};

/// What can be done with files: one QAction each, for tool bar, menu and keys alike. Their keys
/// work where the files have the focus and nowhere else, even when the window uses them for
/// something of its own.
class FileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileActions)

public:
    explicit FileActions(QObject *parent);

    [[nodiscard]] QAction *action(FileAct act) const { return m_actions.at(int(act)); }
    /// Turns it on or off; off with the reason in its tooltip.
    void setEnabled(FileAct act, bool enabled, const QString &reason = {});
    /// Whether an action has this key.
    [[nodiscard]] bool hasKey(const QKeyEvent &event) const;
    /// Does what the key stands for. False when it stands for nothing.
    bool press(const QKeyEvent &event) const;

private:
    [[nodiscard]] QAction *withKey(const QKeyEvent &event) const;

    QList<QAction *> m_actions; ///< in the order of FileAct
};

} // namespace Sandglass
