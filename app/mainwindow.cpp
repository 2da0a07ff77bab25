// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/actions.h>
#include <app/actions/closeaction.h>
#include <app/actions/connectionaction.h>
#include <app/actions/killaction.h>
#include <app/actions/newsandboxaction.h>
#include <app/actions/resumeaction.h>
#include <app/appcontext.h>
#include <app/mainwindow.h>
#include <app/notices.h>
#include <app/operations/resumetext.h>
#include <app/pages/connectionbanners.h>
#include <app/pages/fleetpage.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <app/pages/workspacepage.h>
#include <app/statusfeed.h>
#include <widgets/firstrunpage.h>
#include <widgets/fleetstatusbar.h>
#include <widgets/fleetview.h>
#include <widgets/sidebar.h>
#include <widgets/workspacebar.h>

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

MainWindow::MainWindow(AppContext &context)
    : m_context(context),
      m_actions(new Actions(this)),
      m_workspaceBar(new WorkspaceBar),
      m_pages(new QStackedWidget),
      m_area(new SandboxArea(context)),
      m_fleet(new FleetPage(context, *m_actions)),
      m_workspace(new WorkspacePage(context, *m_area)),
      m_statusBar(new FleetStatusBar),
      m_newSandbox(new NewSandboxAction(context, this)),
      m_connection(new ConnectionAction(context, this)),
      m_kill(new KillAction(context, this)),
      m_resume(new ResumeAction(context, this)),
      m_close(new CloseAction(*m_area, this))
{
    layOut();
    m_notices = std::make_unique<Notices>(context, m_pages);
    m_statusFeed = std::make_unique<StatusFeed>(context, m_fleet->filter(), *m_statusBar);
    wireFleet();
    wireArea();
    wireActions();
    wirePaneActions();
    wireWindowActions();
    wireSchemes();
    wireLocalHost();
    restore();
    updateTargets();
}

MainWindow::~MainWindow()
{
    // A screen that is driven hands back, and this window is told of it.
    m_area->clear();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_close->mayQuit()) {
        event->ignore();
        return;
    }
    m_context.settings.setLayout(u"window"_s, saveGeometry());
    m_context.settings.setLayout(u"fleet"_s, m_fleet->saveState());
    m_context.settings.setLayout(u"columns"_s, m_fleet->view()->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::layOut()
{
    setWindowTitle(u"Sandglass"_s);
    resize(1440, 900);
    m_actions->addMenus(menuBar());
    m_workspaceBar->setWorkspaces({WorkspaceKind::Fleet, WorkspaceKind::Workspace});
    menuBar()->setCornerWidget(m_workspaceBar);
    m_pages->addWidget(m_fleet);
    m_pages->addWidget(m_workspace);
    setCentralWidget(m_pages);
    setStatusBar(m_statusBar);
    m_fleet->takeArea(m_area);
}

void MainWindow::wireFleet()
{
    FleetView *view = m_fleet->view();
    connect(view, &FleetView::currentKeyChanged, this, &MainWindow::showGlanced);
    connect(view, &FleetView::selectedKeysChanged, this, &MainWindow::updateTargets);
    connect(view, &FleetView::openRequested, this, &MainWindow::openSandbox);
    connect(view, &FleetView::terminalRequested, this, &MainWindow::openTerminal);
    connect(view, &FleetView::extendRequested, this,
            [this](const QStringList &keys) { m_context.calls.extend(keys, 30min); });
    connect(view, &FleetView::resumeRequested, m_resume, &ResumeAction::ask);
    connect(view, &FleetView::killRequested, m_kill, &KillAction::ask);
    connect(view, &FleetView::dismissRequested, this,
            [this](const QStringList &keys) { m_context.fleet.dismiss(keys); });
    connect(view, &FleetView::copyIdRequested, this,
            [](const QStringList &ids) { QGuiApplication::clipboard()->setText(ids.join(u'\n')); });
    connect(&m_context.fleet, &FleetStore::rowsChanged, this, &MainWindow::updateTargets);
    connect(m_newSandbox, &NewSandboxAction::rowAdded, this, [this, view](const QString &key) {
        view->selectKey(key);
        showGlanced(key);
    });
    connect(m_newSandbox, &NewSandboxAction::failed, this,
            [this](const QString &title, const QString &detail) {
                m_notices->tell(u"risk"_s, tr("Nothing was created"), title + u". "_s + detail);
            });
    SideBar *bar = m_fleet->sideBar();
    connect(bar, &SideBar::addConnectionRequested, m_connection, &ConnectionAction::add);
    connect(bar, &SideBar::editConnectionRequested, m_connection, &ConnectionAction::edit);
    connect(bar, &SideBar::removeConnectionRequested, &m_context.connections, &Connections::remove);
    connect(bar, &SideBar::refreshConnectionRequested, &m_context.fleet,
            qOverload<const QString &>(&FleetStore::refresh));
    connect(m_fleet->banners(), &ConnectionBanners::keyRequested, m_connection,
            &ConnectionAction::edit);
    connect(m_workspace, &WorkspacePage::fleetRequested, m_actions->fleet, &QAction::trigger);
}

void MainWindow::wireArea()
{
    connect(m_area, &SandboxArea::closeRequested, m_close, &CloseAction::closeSandbox);
    connect(m_area, &SandboxArea::killRequested, this,
            [this](const QString &key, const QRect &anchor) { m_kill->ask({key}, anchor); });
    connect(m_area, &SandboxArea::currentKeyChanged, this, [this](const QString &key) {
        if (m_workspaceBar->current() == WorkspaceKind::Fleet)
            m_area->setVisible(!key.isEmpty());
        updateTargets();
    });
    connect(m_area, &SandboxArea::newSandboxRequested, m_newSandbox,
            &NewSandboxAction::askForTemplate);
    connect(m_area, &SandboxArea::told, m_notices.get(), &Notices::tell);
    connect(m_area, &SandboxArea::screenshotSaved, m_notices.get(), &Notices::tellScreenshot);
    connect(m_area, &SandboxArea::drivingChanged, this,
            [this] { m_statusBar->setDriven(m_area->driven()); });
    connect(m_close, &CloseAction::quitConfirmed, this, &QWidget::close);
}

void MainWindow::wireLocalHost()
{
    LocalHost &host = m_context.localHost;
    FirstRunPage *firstRun = m_fleet->firstRun();
    connect(firstRun, &FirstRunPage::tryLocalRequested, this, &MainWindow::tryLocal);
    connect(firstRun, &FirstRunPage::connectRequested, m_connection, &ConnectionAction::add);
    connect(m_fleet->banners(), &ConnectionBanners::localRestartRequested, &host, &LocalHost::open);
    connect(&host, &LocalHost::progressed, firstRun, &FirstRunPage::setBusy);
    connect(&host, &LocalHost::failed, this, &MainWindow::showLocalFailure);
    connect(&host, &LocalHost::ready, this, [this, firstRun] {
        firstRun->setBusy({});
        firstRun->setError({});
        m_fleet->banners()->clearLocalFailure();
        if (std::exchange(m_createWhenReady, false))
            m_newSandbox->createFirstLocal();
    });
    connect(&m_context.connections, &Connections::opened, this, [this] { updateTargets(); });
    connect(&m_context.connections, &Connections::removed, this, [this] { updateTargets(); });
}

void MainWindow::showWorkspace(WorkspaceKind kind)
{
    m_workspaceBar->setCurrent(kind);
    if (kind ==
        (m_pages->currentWidget() == m_fleet ? WorkspaceKind::Fleet : WorkspaceKind::Workspace))
        return;
    // What moves to another page loses the focus to whatever comes next, a message's button even.
    QWidget *const focus = QApplication::focusWidget();
    const QPointer<QWidget> inArea = m_area->isAncestorOf(focus) ? focus : nullptr;
    if (kind == WorkspaceKind::Fleet) {
        m_fleet->takeArea(m_area);
        m_pages->setCurrentWidget(m_fleet);
    } else {
        m_fleet->rememberArea();
        m_workspace->takeArea();
        m_area->show();
        m_pages->setCurrentWidget(m_workspace);
    }
    QWidget *const page = kind == WorkspaceKind::Fleet ? static_cast<QWidget *>(m_fleet->view())
                                                       : m_area->currentPane();
    if (inArea && inArea->isVisible())
        inArea->setFocus();
    else if (page != nullptr)
        page->setFocus();
    m_actions->sideBar->setEnabled(kind == WorkspaceKind::Fleet);
    updateTargets();
}

void MainWindow::openSandbox(const QString &key)
{
    if (SandboxPane *pane = m_area->open(key))
        pane->setFocus();
}

void MainWindow::openTerminal(const QString &key)
{
    if (SandboxPane *pane = m_area->open(key))
        pane->activateTerminal();
}

void MainWindow::showGlanced(const QString &key)
{
    if (!key.isEmpty())
        m_area->glance(key);
}

QStringList MainWindow::chosenKeys() const
{
    if (m_workspaceBar->current() == WorkspaceKind::Workspace)
        return m_area->currentKey().isEmpty() ? QStringList() : QStringList(m_area->currentKey());
    return m_fleet->view()->selectedKeys();
}

QString MainWindow::targetKey() const
{
    // From within a pane its own sandbox; in the list the row with the focus, if it is chosen.
    const QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && m_area->isAncestorOf(focus))
        return m_area->currentKey();
    const QStringList chosen = chosenKeys();
    const QString current = m_fleet->view()->currentKey();
    return chosen.contains(current) ? current : chosen.value(0);
}

void MainWindow::updateTargets()
{
    Actions::Targets targets;
    for (const QString &key : chosenKeys()) {
        const FleetEntry *entry = m_context.fleet.find(key);
        if (entry == nullptr)
            continue;
        ++(entry->isGone() ? targets.gone : targets.running);
        targets.paused += mayResume(*entry) ? 1 : 0;
    }
    m_actions->setTargets(targets);
    m_actions->setHasConnections(!m_context.connections.isEmpty());
}

void MainWindow::tryLocal()
{
    m_createWhenReady = true;
    m_context.localHost.open();
}

void MainWindow::showLocalFailure(const LocalHostFailure &failure)
{
    m_createWhenReady = false;
    // Both: which of the two can be seen may change while connections open and close.
    m_fleet->firstRun()->setError(tr("This computer cannot hold sandboxes yet"), failure.message,
                                  failure.cure);
    m_fleet->banners()->showLocalFailure(failure.message, failure.cure);
}

void MainWindow::restore()
{
    restoreGeometry(m_context.settings.layout(u"window"_s));
    m_fleet->restoreState(m_context.settings.layout(u"fleet"_s));
    m_fleet->view()->restoreState(m_context.settings.layout(u"columns"_s));
    m_context.connections.openSaved();
    if (m_context.settings.usesLocalHost())
        m_context.localHost.open();
}

} // namespace Sandglass
