// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

class QAction;
class QActionGroup;
class QMenuBar;
class QWidget;

namespace Sandglass {

/// Every command of the window, once: menus, tool bars and shortcuts show the same QAction.
/// Children of the window. They only announce; whoever can do the thing connects to it.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    /// What the commands on sandboxes would act on.
    struct Targets {
        int running = 0; ///< live ones among the chosen
        int gone = 0;
        int paused = 0; ///< those among them that can be resumed
    };

    explicit Actions(QWidget *window);

    void addMenus(QMenuBar *bar) const;
    void setTargets(const Targets &targets);
    /// New sandboxes need a connection to be created in.
    void setHasConnections(bool any);

    QAction *const newSandbox;
    QAction *const addConnection;
    QAction *const tryLocal;
    QAction *const quit;
    QAction *const open;
    QAction *const terminal;
    QAction *const editor;
    QAction *const files;
    QAction *const screen;
    QAction *const extend;
    QAction *const resume;
    QAction *const kill;
    QAction *const copyId;
    QAction *const dismiss;
    QAction *const newTerminal;
    QAction *const closeTab;
    QAction *const fleet;
    QAction *const workspace;
    QAction *const sideBar; ///< checkable
    QAction *const find;
    QAction *const refresh;
    QAction *const schemeDesktop; ///< the three are exclusive
    QAction *const schemeLight;
    QAction *const schemeDark;
    QAction *const shortcuts;
    QAction *const about;

private:
    [[nodiscard]] QAction *add(const QString &text, const QString &icon = {},
                               const QString &keys = {});

    [[nodiscard]] QWidget *window() const;
};

} // namespace Sandglass
