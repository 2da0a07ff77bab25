// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Sandglass {

class Connections;
class EmptyPage;
class FleetStore;

/// The terminals of one sandbox as tabs. The first opens when it is asked for; closing a tab ends
/// its shell and no other. Borrows connections and fleet.
class TerminalTabs final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalTabs)

public:
    TerminalTabs(QString key, Connections &connections, FleetStore &fleet,
                 QWidget *parent = nullptr);
    ~TerminalTabs() override;

    [[nodiscard]] int count() const;
    /// One more, with the focus in it.
    void openTerminal();
    /// The current one, or a first one.
    void activate();
    void closeCurrent();
    void setKey(const QString &key) { m_key = key; }

Q_SIGNALS:
    void countChanged(int count);
    /// The sandbox is paused and is to run again.
    void resumeRequested();

private:
    void close(int index);
    void nameTab(QWidget *pane, const QString &title);
    void showCurrent();

    QString m_key;
    Connections &m_connections;
    FleetStore &m_fleet;
    int m_opened = 0;
    QTabBar *m_bar;
    QToolButton *m_add;
    QStackedWidget *m_panes;
    EmptyPage *m_empty;
};

} // namespace Sandglass
