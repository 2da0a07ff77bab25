// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>
#include <widgets/workspacebar.h>

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>

namespace Sandglass {

WorkspaceBar::WorkspaceBar(QWidget *parent) : QTabBar(parent)
{
    setTabHeight(this, 32);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setAccessibleName(tr("Workspaces"));
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT workspaceChosen(m_workspaces.at(index));
    });
}

void WorkspaceBar::setWorkspaces(const QList<WorkspaceKind> &workspaces)
{
    const QSignalBlocker quiet(this);
    while (count() > 0)
        removeTab(0);
    m_workspaces = workspaces;
    for (const WorkspaceKind workspace : workspaces) {
        const int at = workspace == WorkspaceKind::Fleet
                           ? addTab(iconForTab(u"fleet"), tr("Fleet"))
                           : addTab(iconForTab(u"editor"), tr("Workspace"));
        setTabToolTip(at, tr("Ctrl+%1").arg(int(workspace) + 1));
    }
    updateGeometry();
}

void WorkspaceBar::setCurrent(WorkspaceKind workspace)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(int(m_workspaces.indexOf(workspace)));
}

WorkspaceKind WorkspaceBar::current() const
{
    return m_workspaces.value(currentIndex(), WorkspaceKind::Fleet);
}

void WorkspaceBar::paintEvent(QPaintEvent *event)
{
    // The menu bar's hairline goes on below the switch; the accent line covers it.
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Line));
    painter.end();
    QTabBar::paintEvent(event);
}

} // namespace Sandglass
