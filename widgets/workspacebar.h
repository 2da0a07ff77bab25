// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QTabBar>

namespace Sandglass {

/// The workspaces of the window, in the order of their keys Ctrl+1…
enum class WorkspaceKind { Fleet, Workspace };

/// The switch between workspaces: the menu bar's corner widget. Holds those that are there; a
/// workspace that is not built is absent.
class WorkspaceBar final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkspaceBar)

public:
    explicit WorkspaceBar(QWidget *parent = nullptr);

    void setWorkspaces(const QList<WorkspaceKind> &workspaces);
    void setCurrent(WorkspaceKind workspace); ///< emits nothing
    [[nodiscard]] WorkspaceKind current() const;

Q_SIGNALS:
    void workspaceChosen(Sandglass::WorkspaceKind workspace);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<WorkspaceKind> m_workspaces;
};

} // namespace Sandglass
