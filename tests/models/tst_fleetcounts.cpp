// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetcounts.h>
#include <models/fleetmodel.h>
#include <tests/models/fakefleet.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

QString print(const FleetCounts &counts)
{
    using enum FleetViewFilter;
    QStringList numbers;
    for (const FleetViewFilter view : {All, Running, Paused, Gone, AtRisk})
        numbers.append(QString::number(counts.count(view)));
    return numbers.join(u' ');
}

} // namespace

class TestFleetCounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyViewIsCountedAndSaidOnce()
    {
        FakeFleet fleet;
        FleetModel model(fleet.store);
        FleetCounts counts(model);
        QCOMPARE(print(counts), u"0 0 0 0 0"_s);
        QSignalSpy changed(&counts, &FleetCounts::countsChanged);
        for (const char *id : {"a", "b", "c", "d"})
            fleet.service.add(id);
        fleet.service.listed[1].state = SandboxState::Paused;
        fleet.connect();
        QTRY_COMPARE(print(counts), u"4 3 1 0 0"_s);
        QCOMPARE(changed.size(), 1);
        fleet.service.remove("c");
        fleet.service.sample("d", 1, 100);
        fleet.pass(5s);
        QTRY_COMPARE(print(counts), u"4 2 1 1 1"_s);
        fleet.store.dismiss(fleet.store.keys());
        QTRY_COMPARE(print(counts), u"3 2 1 0 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetCounts)
#include "tst_fleetcounts.moc"
