// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/actions.h>
#include <widgets/icons.h>

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;

namespace Sandglass {

Actions::Actions(QWidget *window)
    : QObject(window),
      newSandbox(add(tr("&New Sandbox…"), u"new"_s, u"Ctrl+N"_s)),
      addConnection(add(tr("Add &Connection…"), u"cloud"_s)),
      tryLocal(add(tr("Open &This Computer"), u"screen"_s)),
      quit(add(tr("&Quit"), {}, u"Ctrl+Q"_s)),
      open(add(tr("&Open"))),
      terminal(add(tr("Open &Terminal"), u"terminal"_s, u"Ctrl+T"_s)),
      editor(add(tr("Open E&ditor"), u"editor"_s)),
      files(add(tr("Open &Files"), u"files"_s)),
      screen(add(tr("Open &Screen"), u"screen"_s, u"Ctrl+Shift+V"_s)),
      extend(add(tr("&Extend by 30 min"), u"extend"_s, u"Ctrl+E"_s)),
      resume(add(tr("&Resume…"), u"resume"_s, u"Ctrl+R"_s)),
      kill(add(tr("&Kill…"), u"kill"_s, u"Shift+Del"_s)),
      copyId(add(tr("Copy &Id"), u"copy"_s)),
      dismiss(add(tr("Dis&miss"))),
      newTerminal(add(tr("New Terminal T&ab"), {}, u"Ctrl+Shift+T"_s)),
      closeTab(add(tr("Close Ta&b"), {}, u"Ctrl+W"_s)),
      fleet(add(tr("&Fleet"), u"fleet"_s, u"Ctrl+1"_s)),
      workspace(add(tr("&Workspace"), u"editor"_s, u"Ctrl+2"_s)),
      sideBar(add(tr("&Side Bar"), {}, u"F9"_s)),
      find(add(tr("&Filter"), u"filter"_s, u"Ctrl+F"_s)),
      refresh(add(tr("&Refresh"), u"refresh"_s, u"F5"_s)),
      schemeDesktop(add(tr("Follow the &Desktop"))),
      schemeLight(add(tr("&Light"))),
      schemeDark(add(tr("Da&rk"))),
      shortcuts(add(tr("&Keyboard Shortcuts"), u"keyboard"_s, u"Ctrl+?"_s)),
      about(add(tr("&About Sandglass")))
{
    sideBar->setCheckable(true);
    sideBar->setChecked(true);
    auto *schemes = new QActionGroup(this);
    for (QAction *scheme : {schemeDesktop, schemeLight, schemeDark}) {
        scheme->setCheckable(true);
        schemes->addAction(scheme);
    }
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    newSandbox->setIconText(tr("New"));
    newSandbox->setToolTip(tr("New sandbox (Ctrl+N)"));
    extend->setIconText(tr("30 min"));
    extend->setToolTip(tr("Each chosen sandbox ends 30 minutes later (Ctrl+E)"));
    resume->setIconText(tr("Resume"));
    resume->setToolTip(tr("Start the paused ones among the chosen sandboxes again (Ctrl+R)"));
    kill->setIconText(tr("Kill"));
    kill->setToolTip(tr("End the chosen sandboxes for good (Shift+Del)"));
    terminal->setIconText(tr("Terminal"));
    setTargets({});
    setHasConnections(false);
}

void Actions::addMenus(QMenuBar *bar) const
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newSandbox, addConnection, tryLocal});
    file->addSeparator();
    file->addActions({closeTab, quit});
    QMenu *sandbox = bar->addMenu(tr("&Sandbox"));
    sandbox->addActions({open, terminal, newTerminal, editor, files, screen});
    sandbox->addSeparator();
    sandbox->addActions({resume, extend, copyId});
    sandbox->addSeparator();
    sandbox->addActions({kill, dismiss});
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({fleet, workspace});
    view->addSeparator();
    view->addActions({sideBar, find, refresh});
    view->addSeparator();
    QMenu *scheme = view->addMenu(tr("&Colours"));
    scheme->addActions({schemeDesktop, schemeLight, schemeDark});
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

void Actions::setTargets(const Targets &targets)
{
    const bool one = targets.running + targets.gone > 0;
    open->setEnabled(one);
    copyId->setEnabled(one);
    dismiss->setEnabled(targets.gone > 0);
    resume->setEnabled(targets.paused > 0);
    for (QAction *action : {terminal, newTerminal, editor, files, screen, extend, kill})
        action->setEnabled(targets.running > 0);
}

void Actions::setHasConnections(bool any)
{
    newSandbox->setEnabled(any);
    find->setEnabled(any);
    refresh->setEnabled(any);
}

QAction *Actions::add(const QString &text, const QString &icon, const QString &keys)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    if (!keys.isEmpty())
        action->setShortcut(QKeySequence(keys));
    // Shortcuts work wherever the focus is, and without a menu bar, too.
    window()->addAction(action);
    return action;
}

QWidget *Actions::window() const
{
    return qobject_cast<QWidget *>(parent());
}

} // namespace Sandglass
