// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/picturewindows.h>
#include <widgets/banner.h>
#include <widgets/detailheader.h>
#include <widgets/emptypage.h>
#include <widgets/filterfield.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>
#include <widgets/statemark.h>
#include <widgets/workspacebar.h>

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace Sandglass {

using namespace Qt::StringLiterals;

std::unique_ptr<QMainWindow> makePictureWindow()
{
    auto window = std::make_unique<QMainWindow>();
    for (const char *name : {"&File", "&Sandbox", "&View", "&Help"})
        window->menuBar()->addMenu(QString::fromLatin1(name))->addAction(u"One"_s);
    auto *workspaces = new WorkspaceBar;
    workspaces->setWorkspaces({WorkspaceKind::Fleet, WorkspaceKind::Workspace});
    window->menuBar()->setCornerWidget(workspaces);
    auto *bar = window->addToolBar(u"Tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *add = new QToolButton;
    add->setText(u"New"_s);
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::MenuButtonPopup);
    setButtonKind(add, ButtonKind::Primary, u"new");
    bar->addWidget(add);
    bar->addSeparator();
    bar->addAction(themedIcon(u"extend"), u"30 min"_s);
    QAction *kill = bar->addAction(themedIcon(u"kill"), u"Kill…"_s);
    kill->setEnabled(false);
    bar->addSeparator();
    auto *filter = new FilterField;
    filter->setPlaceholder(u"cpu>80, owner:ana, free text"_s);
    filter->setMatches(79, 143);
    bar->addWidget(filter);
    return window;
}

QTableWidget *makePictureTable()
{
    auto *table = new QTableWidget(6, 4);
    table->setHorizontalHeaderLabels({u"Name"_s, u"ID"_s, u"State"_s, u"CPU, 60 min"_s});
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(22);
    table->setShowGrid(false);
    table->setSelectionBehavior(QTableWidget::SelectRows);
    table->setFrameShape(QFrame::NoFrame);
    for (int row = 0; row < 6; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(u"scraper-%1"_s.arg(row)));
        table->setItem(row, 1, new QTableWidgetItem(u"i8f2…x07q"_s));
        table->setItem(row, 2, new QTableWidgetItem(stateIcon(FleetState(row)), u"Running"_s));
        table->setItem(row, 3, new QTableWidgetItem(u"%1 %"_s.arg(row * 14)));
    }
    table->setSortingEnabled(true);
    table->selectRow(1);
    return table;
}

QList<ConnectionRow> makePictureConnections()
{
    return {{.id = u"a"_s,
             .name = u"prod"_s,
             .subtitle = u"Cloud"_s,
             .latency = u"38 ms"_s,
             .colorRole = 0,
             .count = 74},
            {.id = u"b"_s,
             .name = u"dev"_s,
             .subtitle = u"Key rejected"_s,
             .colorRole = 1,
             .count = 14,
             .problem = true},
            {.id = u"local"_s,
             .name = u"local"_s,
             .subtitle = u"This computer"_s,
             .latency = u"under 1 ms"_s,
             .colorRole = 2,
             .count = 5,
             .editable = false},
            {.id = u"c"_s,
             .name = u"a connection with quite a long name"_s,
             .subtitle = u"No metrics offered"_s,
             .latency = u"142 ms"_s,
             .colorRole = 3,
             .count = 1284}};
}

QWidget *makePictureList(QTableWidget *table)
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *banner = new Banner(Banner::Kind::Warning);
    banner->setText(u"prod returned no sandboxes."_s, u"80 a moment ago. Keeping last known."_s);
    banner->addButton(u"Recheck"_s);
    auto *danger = new Banner(Banner::Kind::Danger);
    danger->setIcon(u"key"_s);
    danger->setText(u"dev: key rejected (401)."_s, u"List is from 13:58"_s);
    danger->addButton(u"Re-enter key…"_s);
    auto *offline = new Banner(Banner::Kind::Offline);
    offline->setText(u"Offline since 09:14."_s, u"Last known, 6 min old"_s);
    offline->addButton(u"Reconnect"_s);
    for (Banner *each : {banner, danger, offline})
        column->addWidget(each);
    column->addWidget(table, 1);
    return list;
}

QWidget *makePictureDetail()
{
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    auto *header = new DetailHeader;
    header->setSubject({.key = u"a/i8f2abcdefghijklx07q"_s,
                        .name = u"scraper-7"_s,
                        .id = u"i8f2abcdefghijklx07q"_s,
                        .stateText = u"Running"_s,
                        .state = FleetState::Running,
                        .colorRole = 0,
                        .connection = u"prod"_s});
    header->setTabs({u"Overview"_s, u"Terminal"_s});
    header->setTabCount(1, 2);
    auto *risk = new Banner(Banner::Kind::Danger);
    risk->setText(
        u"At risk"_s,
        u"CPU above 95 % for 14 min · no output for 14 min · 4 min left, then it pauses"_s);
    risk->addButton(u"Extend 30 min"_s, u"extend"_s);
    risk->addDangerButton(u"Kill…"_s, u"kill"_s);
    auto *empty = new EmptyPage;
    empty->setIcon(u"fleet"_s);
    empty->setText(u"Nothing is running, and nothing is costing money"_s,
                   u"41 paused sandboxes are kept · 12 templates are ready"_s);
    empty->setAction(u"New sandbox"_s, u"new"_s);
    empty->setSecondAction(u"Show paused"_s, u"pause"_s);
    column->addWidget(header);
    column->addWidget(risk);
    column->addWidget(empty, 1);
    return detail;
}

} // namespace Sandglass
