// SPDX-License-Identifier: GPL-3.0-or-later
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

struct ModelFleet : FakeFleet {
    ModelFleet() { model.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    FleetModel model{store};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    [[nodiscard]] QVariant data(const char *id, FleetColumn column, int role) const
    {
        return model.indexOf(u"prod/"_s + QLatin1String(id), column).data(role);
    }
};

QString columnsOf(const QSignalSpy &changes)
{
    QStringList cells;
    for (const QVariantList &change : changes) {
        const auto from = change.at(0).toModelIndex();
        const auto to = change.at(1).toModelIndex();
        cells.append(
            u"%1-%2:%3-%4"_s.arg(from.row()).arg(to.row()).arg(from.column()).arg(to.column()));
    }
    return cells.join(u' ');
}

} // namespace

class TestFleetModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { QTest::failOnWarning(); }

    void everyColumnHasItsText()
    {
        ModelFleet fleet;
        SandboxInfo &first = fleet.service.add("i7k2m9qx4v1t8z3bw6c0d", 3840s);
        first.metadata = {{"name", "scraper-7"}, {"tenant", "acme"}};
        fleet.service.add("b", -1min).state = SandboxState::Paused;
        fleet.service.add("c", 4min + 30s).alias.clear();
        fleet.service.sample("i7k2m9qx4v1t8z3bw6c0d", 99.4, 81);
        fleet.connect();
        QCOMPARE(
            printModel(fleet.model),
            u"scraper-7 | i7k2…6c0d | Running | 99 % | 81 % | 1h 04m | base | tenant=acme | 10m | "
            u"\n"
            "base | b | Paused | · | · | kept | base |  | 10m | \n"
            "c | c | Running | no sample yet | no sample yet | 4m | tpl |  | 10m | 4 min left\n"_s);
    }

    void headersNameTheColumns()
    {
        ModelFleet fleet;
        QStringList headers;
        for (int column = 0; column < fleet.model.columnCount(); ++column)
            headers.append(fleet.model.headerData(column, Qt::Horizontal).toString());
        QCOMPARE(
            headers.join(u'|'),
            u"Name|ID|State|CPU, 60 min|Memory, 60 min|Time left|Template|Metadata|Age|Attention"_s);
    }

    void everyRoleIsAnswered()
    {
        ModelFleet fleet;
        SandboxInfo &info = fleet.service.add("a", 20min);
        info.metadata = {{"k", "v\n"}};
        info.lifecycle = SandboxLifecycle{.autoResume = false, .pauseOnTimeout = true};
        fleet.service.add("b");
        fleet.service.sample("a", 96, 25);
        fleet.connect();
        const auto name = FleetColumn::Name;
        QCOMPARE(fleet.data("a", name, SandboxKeyRole), u"prod/a"_s);
        QCOMPARE(fleet.data("a", name, SandboxIdRole), u"a"_s);
        QCOMPARE(fleet.data("a", name, ConnectionIdRole), u"prod"_s);
        QCOMPARE(fleet.data("a", name, ConnectionNameRole), u"prod"_s);
        QCOMPARE(fleet.data("a", name, ConnectionColorRole), 0);
        QCOMPARE(fleet.data("a", name, FleetStateRole), int(FleetState::Running));
        QCOMPARE(fleet.data("a", name, StaleSecondsRole), 0);
        QCOMPARE(fleet.data("a", name, AttentionRole), int(Attention::None));
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, NoValueRole), int(NoValue::None));
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, ValueRole), 96.0);
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, OverLimitRole), true);
        QCOMPARE(fleet.data("a", FleetColumn::Memory, ValueRole), 25.0);
        QCOMPARE(fleet.data("a", FleetColumn::Memory, OverLimitRole), false);
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, SeriesRole).value<QList<float>>().size(), 60);
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, SeriesRole).value<QList<float>>().constLast(),
                 96.0F);
        QCOMPARE(fleet.data("a", name, SecondsLeftRole), 1200);
        QCOMPARE(fleet.data("a", name, FractionLeftRole).toDouble(), 2.0 / 3);
        QCOMPARE(fleet.data("a", name, EndAtRole).toDateTime(),
                 toDateTime(fleet.clock.now + 20min));
        QCOMPARE(fleet.data("a", name, StartedAtRole).toDateTime(),
                 toDateTime(fleet.clock.now - 10min));
        QCOMPARE(fleet.data("a", name, PauseOnTimeoutRole), true);
        QCOMPARE((fleet.data("a", name, MetadataRole).value<QMap<QString, QString>>()),
                 (QMap<QString, QString>{{u"k"_s, u"v␊"_s}}));
        QVERIFY(!fleet.data("a", name, ValueRole).isValid());
        QVERIFY(!fleet.data("b", name, PauseOnTimeoutRole).isValid()); // nobody has said it
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, Qt::AccessibleTextRole),
                 u"CPU, 60 min: 96 %, over the limit"_s);
    }

    void hostileNamesStayText()
    {
        ModelFleet fleet;
        fleet.service.add("a").metadata = {{"name", "<img src=x>\u202E"}};
        fleet.connect();
        QCOMPARE(fleet.data("a", FleetColumn::Name, Qt::DisplayRole), u"<img src=x>‹U+202E›"_s);
        QVERIFY(
            !fleet.data("a", FleetColumn::Name, Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void aPausedRowHasNoEnd()
    {
        ModelFleet fleet;
        fleet.service.add("a", 20min).state = SandboxState::Paused;
        fleet.connect();
        QCOMPARE(fleet.data("a", FleetColumn::TimeLeft, SecondsLeftRole), -1);
        QVERIFY(!fleet.data("a", FleetColumn::TimeLeft, EndAtRole).isValid());
        QCOMPARE(fleet.data("a", FleetColumn::Cpu, NoValueRole), int(NoValue::Paused));
        QVERIFY(!fleet.data("a", FleetColumn::Cpu, ValueRole).isValid());
    }

    void rowsOfOneAnswerComeTogether()
    {
        ModelFleet fleet;
        QSignalSpy inserted(&fleet.model, &QAbstractItemModel::rowsInserted);
        for (const char *id : {"a", "b", "c"})
            fleet.service.add(id);
        fleet.connect();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(fleet.model.rowCount(), 3);
        QCOMPARE(fleet.model.indexOf(u"prod/c"_s).row(), 2);
    }

    void rowsThatAreThereBeforeTheModelAreShown()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        const FleetModel model(fleet.store);
        QCOMPARE(model.rowCount(), 1);
    }

    void dismissedRowsLeaveAndTheOthersKeepTheirKeys()
    {
        ModelFleet fleet;
        for (const char *id : {"a", "b", "c", "d"})
            fleet.service.add(id);
        fleet.connect();
        fleet.service.remove("a");
        fleet.service.remove("c");
        fleet.pass(2s);
        QCOMPARE(printModel(fleet.model, {1, 2}),
                 u"a | Gone\nb | Running\nc | Gone\nd | Running\n"_s);
        fleet.store.dismiss(fleet.store.keys());
        QCOMPARE(printModel(fleet.model, {1, 2}), u"b | Running\nd | Running\n"_s);
        QCOMPARE(fleet.model.keyAt(1), u"prod/d"_s);
        QCOMPARE(fleet.model.indexOf(u"prod/d"_s).row(), 1);
        QVERIFY(!fleet.model.indexOf(u"prod/a"_s).isValid());
    }

    void aStartingRowStaysOneRowThroughItsChangeOfKey()
    {
        ModelFleet fleet;
        fleet.connect();
        const QString pending = fleet.store.markStarting(
            u"prod"_s, {.templateId = "base", .metadata = {{"name", "mine"}}});
        const QPersistentModelIndex row = fleet.model.indexOf(pending);
        QCOMPARE(printModel(fleet.model),
                 u"mine |  | Starting | – | – | 5m | base |  | 0s | First sample in about 5 s\n"_s);
        const QString key =
            fleet.store.confirmStarting(pending, {.id = "new1", .templateId = "tpl"});
        QVERIFY(row.isValid());
        QCOMPARE(row.data(SandboxKeyRole), key);
        QCOMPARE(fleet.model.indexOf(key), QModelIndex(row));
        QVERIFY(!fleet.model.indexOf(pending).isValid());
    }

    void aSecondThatChangesNoTextIsNotAnnounced()
    {
        ModelFleet fleet;
        fleet.service.add("a", 30min + 30s);
        fleet.service.sample("a", 5);
        fleet.connect();
        QSignalSpy changed(&fleet.model, &QAbstractItemModel::dataChanged);
        fleet.clock.pass(1s);
        fleet.model.tick();
        QCOMPARE(changed.size(), 0);
    }

    void onlyTheCellsWhoseTextTheTimeChangesAreAnnounced()
    {
        ModelFleet fleet;
        fleet.service.add("a", 30min);
        fleet.service.add("b", 30min + 30s);
        fleet.service.listed[0].startedAt = fleet.clock.now - 10min - 30s;
        fleet.connect();
        QSignalSpy changed(&fleet.model, &QAbstractItemModel::dataChanged);
        fleet.clock.pass(1s);
        fleet.model.tick(); // 29m left of a
        QCOMPARE(columnsOf(changed), u"0-0:5-5"_s);
        changed.clear();
        fleet.clock.pass(3s);
        fleet.model.tick();
        QCOMPARE(columnsOf(changed), QString());
        fleet.clock.pass(27s);
        fleet.store.runDue();
        fleet.service.serve(); // still fresh
        changed.clear();
        fleet.model.tick(); // a is 11m old, and 29m are left of b
        QCOMPARE(columnsOf(changed), u"1-1:5-5 0-0:8-8"_s);
    }

    void rowsGrowStaleAndFreshAgain()
    {
        ModelFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.service.listFails = Error{.kind = Error::Kind::Network};
        fleet.pass(7s);
        QSignalSpy changed(&fleet.model, &QAbstractItemModel::dataChanged);
        fleet.model.tick();
        QCOMPARE(columnsOf(changed), u"0-0:0-9"_s);
        QCOMPARE(fleet.data("a", FleetColumn::Name, StaleSecondsRole), 7);
        QCOMPARE(fleet.data("a", FleetColumn::Attention, Qt::DisplayRole),
                 u"Last answer 7 s ago"_s);
        fleet.pass(3min);
        fleet.model.tick();
        QCOMPARE(fleet.data("a", FleetColumn::Attention, Qt::DisplayRole),
                 u"Last answer 3 min ago"_s);
        fleet.service.listFails.reset();
        fleet.pass(30s);
        changed.clear();
        fleet.model.tick();
        QCOMPARE(columnsOf(changed), u"0-0:0-9"_s);
        QCOMPARE(fleet.data("a", FleetColumn::Name, StaleSecondsRole), 0);
        QCOMPARE(fleet.data("a", FleetColumn::Attention, Qt::DisplayRole), QString());
    }

    void theModelsOwnTimerTicks()
    {
        ModelFleet fleet;
        fleet.service.add("a", 30s);
        fleet.connect();
        QSignalSpy changed(&fleet.model, &QAbstractItemModel::dataChanged);
        fleet.clock.pass(2s);
        QTRY_VERIFY(changed.size() > 0);
    }
};

QTEST_GUILESS_MAIN(TestFleetModel)
#include "tst_fleetmodel.moc"
