// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/sidebar.h>

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TestSideBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void tellsWhichViewWasChosen();
    void aConnectionNarrowsAndWidensTheList();
    void newRowsKeepTheChosenConnection();
    void editIsOfferedOnlyWhereThereIsSomethingToEdit();
};

void TestSideBar::tellsWhichViewWasChosen()
{
    SideBar bar;
    bar.setCounts({143, 96, 41, 4, 3});
    QSignalSpy chosen(&bar, &SideBar::viewChosen);
    QVERIFY(showActive(bar));
    auto *views = bar.findChildren<QListView *>().first();
    views->setFocus();
    QTest::keyClick(views, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<SideBarView>(), SideBarView::Running);
    bar.setCurrentView(SideBarView::AtRisk);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(bar.currentView(), SideBarView::AtRisk);
    QCOMPARE(views->model()->index(4, 0).data(Qt::AccessibleTextRole).toString(), u"At risk, 3"_s);
}

void TestSideBar::aConnectionNarrowsAndWidensTheList()
{
    SideBar bar;
    bar.setConnections({{.id = u"a"_s, .name = u"prod"_s}, {.id = u"b"_s, .name = u"dev"_s}});
    bar.resize(208, 600);
    QSignalSpy chosen(&bar, &SideBar::connectionChosen);
    QVERIFY(showActive(bar));
    auto *list = bar.findChildren<QListView *>().at(1);
    const QPoint second = list->visualRect(list->model()->index(1, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).first().toString(), u"b"_s);
    QVERIFY(chosen.at(1).first().toString().isEmpty());
    QSignalSpy added(&bar, &SideBar::addConnectionRequested);
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(added.size(), 1);
}

void TestSideBar::newRowsKeepTheChosenConnection()
{
    SideBar bar;
    bar.setConnections({{.id = u"a"_s, .name = u"prod"_s}, {.id = u"b"_s, .name = u"dev"_s}});
    bar.setCurrentConnection(u"b"_s);
    bar.setConnections({{.id = u"b"_s, .name = u"dev"_s, .count = 3}});
    QCOMPARE(bar.currentConnection(), u"b"_s);
    bar.setConnections({});
    QVERIFY(bar.currentConnection().isEmpty());
}

void TestSideBar::editIsOfferedOnlyWhereThereIsSomethingToEdit()
{
    SideBar bar;
    bar.setConnections({{.id = u"local"_s, .name = u"This computer"_s, .editable = false},
                        {.id = u"b"_s, .name = u"dev"_s}});
    bar.resize(208, 600);
    QVERIFY(showActive(bar));
    QSignalSpy edited(&bar, &SideBar::editConnectionRequested);
    auto *list = bar.findChildren<QListView *>().at(1);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        Q_EMIT list->activated(index);
        Q_EMIT list->customContextMenuRequested(list->visualRect(index).center());
        auto *menu = bar.findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().at(1)->text(), u"Edit…"_s);
        QCOMPARE(menu->actions().at(1)->isEnabled(), row == 1);
        delete menu;
    }
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().toString(), u"b"_s);
}

QTEST_MAIN(TestSideBar)
#include "tst_sidebar.moc"
