// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of menus, tool bars and shortcuts do.
#include <app/actions/actions.h>
#include <app/actions/closeaction.h>
#include <app/actions/connectionaction.h>
#include <app/actions/killaction.h>
#include <app/actions/newsandboxaction.h>
#include <app/actions/resumeaction.h>
#include <app/appcontext.h>
#include <app/helpdialogs.h>
#include <app/mainwindow.h>
#include <app/pages/fleetpage.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <widgets/appearance.h>
#include <widgets/fleetview.h>
#include <widgets/sidebar.h>
#include <widgets/workspacebar.h>

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace std::chrono_literals;

namespace Sandglass {

void MainWindow::wireActions()
{
    const Actions &actions = *m_actions;
    connect(actions.newSandbox, &QAction::triggered, m_newSandbox, &NewSandboxAction::ask);
    connect(actions.addConnection, &QAction::triggered, m_connection, &ConnectionAction::add);
    connect(actions.tryLocal, &QAction::triggered, &m_context.localHost, &LocalHost::open);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.extend, &QAction::triggered, this,
            [this] { m_context.calls.extend(chosenKeys(), 30min); });
    connect(actions.resume, &QAction::triggered, this, [this] { m_resume->ask(chosenKeys()); });
    connect(actions.kill, &QAction::triggered, this, [this] {
        const QStringList keys = chosenKeys();
        const QRect row = m_fleet->view()->rowRect(keys.value(0));
        m_kill->ask(keys,
                    row.isValid() && m_fleet->isVisible()
                        ? row
                        : QRect(m_area->mapToGlobal(QPoint(0, 0)), QSize(m_area->width(), 30)));
    });
    connect(actions.copyId, &QAction::triggered, this, [this] {
        QStringList ids;
        for (const QString &key : chosenKeys())
            ids.append(key.section(u'/', 1));
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    });
    connect(actions.dismiss, &QAction::triggered, this,
            [this] { m_context.fleet.dismiss(chosenKeys()); });
}

void MainWindow::wirePaneActions()
{
    const Actions &actions = *m_actions;
    connect(actions.open, &QAction::triggered, this, [this] { openSandbox(targetKey()); });
    connect(actions.terminal, &QAction::triggered, this, [this] { openTerminal(targetKey()); });
    connect(actions.editor, &QAction::triggered, this, [this] {
        if (SandboxPane *pane = m_area->open(targetKey()))
            pane->activateEditor();
    });
    connect(actions.files, &QAction::triggered, this, [this] {
        if (SandboxPane *pane = m_area->open(targetKey()))
            pane->activateFiles();
    });
    connect(actions.screen, &QAction::triggered, this, [this] {
        if (SandboxPane *pane = m_area->open(targetKey()))
            pane->activateScreen();
    });
    connect(actions.newTerminal, &QAction::triggered, this, [this] {
        if (SandboxPane *pane = m_area->open(targetKey()))
            pane->openAnotherTerminal();
    });
    connect(actions.closeTab, &QAction::triggered, this, [this] {
        SandboxPane *pane = m_area->currentPane();
        if (pane != nullptr && !pane->closeInner())
            m_close->closeSandbox(pane->key());
    });
}

void MainWindow::wireWindowActions()
{
    const Actions &actions = *m_actions;
    connect(actions.fleet, &QAction::triggered, this,
            [this] { showWorkspace(WorkspaceKind::Fleet); });
    connect(actions.workspace, &QAction::triggered, this,
            [this] { showWorkspace(WorkspaceKind::Workspace); });
    connect(m_workspaceBar, &WorkspaceBar::workspaceChosen, this, &MainWindow::showWorkspace);
    connect(actions.sideBar, &QAction::toggled, m_fleet->sideBar(), &QWidget::setVisible);
    connect(actions.find, &QAction::triggered, this, [this] {
        showWorkspace(WorkspaceKind::Fleet);
        m_fleet->focusFilter();
    });
    connect(actions.refresh, &QAction::triggered, this, [this] { m_context.fleet.refresh(); });
    connect(actions.shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(this, m_actions); });
    connect(actions.about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::wireSchemes()
{
    using Scheme = Settings::ColorScheme;
    const auto wire = [this](QAction *action, Scheme scheme, Qt::ColorScheme shown) {
        action->setChecked(m_context.settings.colorScheme() == scheme);
        connect(action, &QAction::triggered, this, [this, scheme, shown] {
            m_context.settings.setColorScheme(scheme);
            Sandglass::setColorScheme(shown);
        });
    };
    wire(m_actions->schemeDesktop, Scheme::Desktop, Qt::ColorScheme::Unknown);
    wire(m_actions->schemeLight, Scheme::Light, Qt::ColorScheme::Light);
    wire(m_actions->schemeDark, Scheme::Dark, Qt::ColorScheme::Dark);
}

} // namespace Sandglass
