// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QMainWindow>

#include <memory>

class QStackedWidget;

namespace Sandglass {

class Actions;
class CloseAction;
class ConnectionAction;
class FleetPage;
class FleetStatusBar;
class KillAction;
class NewSandboxAction;
class Notices;
class ResumeAction;
class SandboxArea;
class StatusFeed;
class WorkspaceBar;
class WorkspacePage;
enum class WorkspaceKind;
struct AppContext;
struct LocalHostFailure;

/// The window: menus, the switch between workspaces, the workspaces, the status bar. Joins intents
/// of views to the operations that carry them out. Borrows the context.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(AppContext &context);
    ~MainWindow() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void wireFleet();
    void wireArea();
    void wireActions();
    void wirePaneActions();
    void wireWindowActions();
    void wireSchemes();
    void wireLocalHost();
    void showWorkspace(WorkspaceKind kind);
    void openSandbox(const QString &key);
    void openTerminal(const QString &key);
    void showGlanced(const QString &key);
    void updateTargets();
    [[nodiscard]] QStringList chosenKeys() const;
    /// The one sandbox that a command for one acts on.
    [[nodiscard]] QString targetKey() const;
    void tryLocal();
    void showLocalFailure(const LocalHostFailure &failure);
    void restore();

    AppContext &m_context;
    Actions *m_actions;
    WorkspaceBar *m_workspaceBar;
    QStackedWidget *m_pages;
    SandboxArea *m_area;
    FleetPage *m_fleet;
    WorkspacePage *m_workspace;
    FleetStatusBar *m_statusBar;
    NewSandboxAction *m_newSandbox;
    ConnectionAction *m_connection;
    KillAction *m_kill;
    ResumeAction *m_resume;
    CloseAction *m_close;
    std::unique_ptr<Notices> m_notices;
    std::unique_ptr<StatusFeed> m_statusFeed;
    bool m_createWhenReady = false; ///< the first-run page promised a sandbox
};

} // namespace Sandglass
