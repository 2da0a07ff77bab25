// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/pages/sidebarfeed.h>
#include <client/platformapi.h>
#include <models/fleetcounts.h>
#include <models/fleetmodel.h>
#include <models/fleetstore.h>
#include <tests/support/faketransport.h>
#include <widgets/sidebar.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QListView>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class SideBarFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void thisComputerCannotBeEdited()
    {
        FakeTransport transport;
        PlatformApi local(transport, {.id = Connections::localId, .name = u"This computer"_s}, {});
        PlatformApi service(transport, {.id = u"prod"_s, .name = u"prod"_s}, "key");
        FleetStore fleet;
        FleetModel model(fleet);
        FleetCounts counts(model);
        SideBar bar;
        const SideBarFeed feed(bar, counts, fleet);
        QSignalSpy edited(&bar, &SideBar::editConnectionRequested);
        fleet.addConnection(&local, ConnectionKind::ThisComputer);
        fleet.addConnection(&service);
        auto *list = bar.findChildren<QListView *>().at(1);
        QCOMPARE(list->model()->rowCount(), 2);
        for (int row = 0; row < 2; ++row)
            Q_EMIT list->activated(list->model()->index(row, 0));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().first().toString(), u"prod"_s);
    }
};

QTEST_MAIN(SideBarFeedTest)
#include "tst_sidebarfeed.moc"
