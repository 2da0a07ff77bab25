// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetfiltermodel.h>
#include <models/fleetmodel.h>
#include <tests/models/fakefleet.h>
#include <tests/support/printmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

struct FilterFleet : FakeFleet {
    FleetModel model{store};
    FleetFilterModel filter{model};
    QAbstractItemModelTester tester{&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};

    void add(const char *id, double cpu)
    {
        service.add(id).metadata = {{"name", id}};
        if (cpu >= 0)
            service.sample(id, cpu);
    }
    void resample(const char *id, double cpu)
    {
        clock.pass(5s);
        service.sample(id, cpu);
        turn();
    }
    [[nodiscard]] QString names() const
    {
        return printModel(filter, {int(FleetColumn::Name)}).trimmed().replace(u'\n', u' ');
    }
};

} // namespace

class TestFleetFilterModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void namesAreInNaturalOrder()
    {
        FilterFleet fleet;
        for (const char *id : {"run-10", "run-9", "alpha", "Beta"})
            fleet.add(id, 1);
        fleet.connect();
        QCOMPARE(fleet.names(), u"alpha Beta run-9 run-10"_s);
        fleet.filter.sort(int(FleetColumn::Name), Qt::DescendingOrder);
        QCOMPARE(fleet.names(), u"run-10 run-9 Beta alpha"_s);
    }

    void equalRowsKeepTheirOrderBothWays()
    {
        FilterFleet fleet;
        fleet.add("c", 5);
        fleet.add("a", 5);
        fleet.add("b", 9);
        fleet.connect();
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::AscendingOrder);
        QCOMPARE(fleet.names(), u"a c b"_s);
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::DescendingOrder);
        QCOMPARE(fleet.names(), u"b a c"_s);
    }

    void rowsWithNothingToOrderByAreLastBothWays()
    {
        FilterFleet fleet;
        fleet.add("none2", -1);
        fleet.add("none1", -1);
        fleet.add("zero", 0);
        fleet.add("full", 100);
        fleet.connect();
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::AscendingOrder);
        QCOMPARE(fleet.names(), u"zero full none1 none2"_s);
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::DescendingOrder);
        QCOMPARE(fleet.names(), u"full zero none1 none2"_s);
    }

    void everyColumnCanBeOrdered()
    {
        FilterFleet fleet;
        for (const char *id : {"b", "a", "c"})
            fleet.add(id, 7);
        fleet.connect();
        for (int column = 0; column < fleetColumnCount; ++column) {
            fleet.filter.sort(column, Qt::AscendingOrder);
            QCOMPARE(fleet.names(), u"a b c"_s);
        }
    }

    void rowsFollowTheirValues()
    {
        FilterFleet fleet;
        fleet.add("a", 10);
        fleet.add("b", 20);
        fleet.connect();
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::DescendingOrder);
        QCOMPARE(fleet.names(), u"b a"_s);
        fleet.resample("a", 30);
        QCOMPARE(fleet.names(), u"a b"_s);
    }

    void aHeldOrderWaits()
    {
        FilterFleet fleet;
        fleet.add("a", 10);
        fleet.add("b", 20);
        fleet.connect();
        fleet.filter.sort(int(FleetColumn::Cpu), Qt::DescendingOrder);
        fleet.filter.setQuery(u"cpu>5"_s);
        QSignalSpy held(&fleet.filter, &FleetFilterModel::orderHeldChanged);
        fleet.filter.setOrderHeld(true);
        QVERIFY(fleet.filter.isOrderHeld());
        fleet.resample("a", 30);
        fleet.resample("b", 1); // does not match any more, but stays where it is
        QCOMPARE(fleet.names(), u"b a"_s);
        fleet.service.add("0first").metadata = {{"name", "first"}};
        fleet.pass(2s);
        fleet.resample("0first", 99);
        QCOMPARE(fleet.filter.viewCount(), 3);
        fleet.filter.setOrderHeld(false);
        QCOMPARE(fleet.names(), u"first a"_s);
        QCOMPARE(held.size(), 2);
        QCOMPARE(fleet.filter.orderAge(), 0);
    }

    void newRowsGoToTheEndOfAHeldOrder()
    {
        FilterFleet fleet;
        fleet.add("b", 10);
        fleet.add("c", 20);
        fleet.connect();
        fleet.filter.setOrderHeld(true);
        fleet.add("a", 1);
        fleet.pass(2s);
        QCOMPARE(fleet.names(), u"b c a"_s);
        fleet.filter.setOrderHeld(false);
        QCOMPARE(fleet.names(), u"a b c"_s);
    }

    void viewsHoldTheirRows()
    {
        FilterFleet fleet;
        fleet.add("runs", 1);
        fleet.add("paused", -1);
        fleet.service.listed.back().state = SandboxState::Paused;
        fleet.add("gone", -1);
        fleet.add("risk", 1);
        fleet.service.sample("risk", 1, 99);
        fleet.connect();
        fleet.service.remove("gone");
        fleet.pass(2s);
        const auto names = [&fleet](FleetViewFilter view) {
            fleet.filter.setView(view);
            return fleet.names();
        };
        QCOMPARE(names(FleetViewFilter::Running), u"risk runs"_s);
        QCOMPARE(names(FleetViewFilter::Paused), u"paused"_s);
        QCOMPARE(names(FleetViewFilter::Gone), u"gone"_s);
        QCOMPARE(names(FleetViewFilter::AtRisk), u"risk"_s);
        QCOMPARE(names(FleetViewFilter::All), u"gone paused risk runs"_s);
    }

    void aRowThatChangesItsStateChangesTheView()
    {
        FilterFleet fleet;
        fleet.add("a", -1);
        fleet.connect();
        fleet.filter.setView(FleetViewFilter::Paused);
        QCOMPARE(fleet.names(), QString());
        fleet.service.listed[0].state = SandboxState::Paused;
        fleet.pass(2s);
        QCOMPARE(fleet.names(), u"a"_s);
    }

    void eachTermKnowsItsOwnMatches()
    {
        FilterFleet fleet;
        fleet.add("a", 10);
        fleet.add("b", 90);
        fleet.connect();
        QSignalSpy changed(&fleet.filter, &FleetFilterModel::filterChanged);
        fleet.filter.setQuery(u"cpu>80 id:a cpu>"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(fleet.filter.rowCount(), 0);
        QCOMPARE(fleet.filter.matchesPerTerm(), (QList<int>{1, 1, 0}));
        QCOMPARE(fleet.filter.viewCount(), 2);
        fleet.filter.setQuery(fleet.filter.query().without(0));
        QCOMPARE(fleet.filter.query().text(), u"id:a cpu>"_s);
        QCOMPARE(fleet.names(), u"a"_s);
    }

    void keysLeadToRowsAndBack()
    {
        FilterFleet fleet;
        fleet.add("b", 1);
        fleet.add("a", 1);
        fleet.connect();
        QCOMPARE(fleet.filter.keyAt(0), u"prod/a"_s);
        QCOMPARE(fleet.filter.indexOf(u"prod/b"_s).row(), 1);
        fleet.filter.setQuery(u"name-that-no-row-has"_s);
        QVERIFY(!fleet.filter.indexOf(u"prod/b"_s).isValid());
        QVERIFY(!fleet.filter.indexOf(u"prod/none"_s).isValid());
    }
};

QTEST_GUILESS_MAIN(TestFleetFilterModel)
#include "tst_fleetfiltermodel.moc"
