// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/connectionsmodel.h>
#include <tests/models/fakefleet.h>
#include <tests/support/printmodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

QString print(const ConnectionsModel &model)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList values;
        for (const int role :
             {int(Qt::DisplayRole), int(ConnectionsModel::SubtitleRole),
              int(ConnectionsModel::CountRole), int(ConnectionsModel::LatencyTextRole)})
            values.append(model.index(row).data(role).toString());
        text += values.join(u" | "_s) + u'\n';
    }
    return text;
}

} // namespace

class TestConnectionsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { QTest::failOnWarning(); }

    void connectionsComeAndGo()
    {
        FakeFleet fleet;
        ConnectionsModel model(fleet.store);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        FakeService local(fleet.clock, u"local"_s);
        fleet.service.add("a");
        fleet.connect();
        fleet.store.addConnection(&local.api, ConnectionKind::ThisComputer);
        QCOMPARE(print(model), u"prod | Service, read and write | 1 | under 1 ms\n"
                               "local | This computer | 0 | \n"_s);
        QCOMPARE(model.indexOf(u"local"_s).row(), 1);
        fleet.store.removeConnection(u"prod"_s);
        QCOMPARE(print(model), u"local | This computer | 0 | \n"_s);
        QVERIFY(!model.indexOf(u"prod"_s).isValid());
    }

    void latencyIsThatOfTheLastPage()
    {
        FakeFleet fleet;
        ConnectionsModel model(fleet.store);
        fleet.store.addConnection(&fleet.service.api);
        fleet.store.runDue();
        fleet.clock.pass(38ms);
        fleet.service.serve();
        QCOMPARE(model.index(0).data(ConnectionsModel::LatencyRole), 38);
        QCOMPARE(model.index(0).data(ConnectionsModel::LatencyTextRole), u"38 ms"_s);
    }

    void missingMetricsAreSaid()
    {
        FakeFleet fleet;
        ConnectionsModel model(fleet.store);
        fleet.service.add("a");
        fleet.service.metricsFail = HttpResponse{.status = 404, .headers = {}, .body = "{}"};
        fleet.connect();
        QCOMPARE(model.index(0).data(ConnectionsModel::SubtitleRole), u"No metrics offered"_s);
    }

    void aRejectedKeyIsSaidWithTheAgeOfTheList()
    {
        FakeFleet fleet;
        ConnectionsModel model(fleet.store);
        fleet.connect();
        fleet.service.listFails = HttpResponse{.status = 401, .headers = {}, .body = "{}"};
        fleet.pass(2min);
        QCOMPARE(model.index(0).data(ConnectionsModel::SubtitleRole), u"Key rejected"_s);
        QCOMPARE(model.index(0).data(ConnectionsModel::HealthRole),
                 int(ConnectionHealth::Unauthorized));
        QCOMPARE(ConnectionsModel::healthText(fleet.status(), english),
                 u"prod rejected the key (401). The list is from 05:00."_s);
        QVERIFY(!model.index(0).data(ConnectionsModel::LatencyRole).isValid());
    }

    void aListThatIsSuddenlyEmptyIsSaidWithWhatWasThere()
    {
        FakeFleet fleet;
        for (int i = 0; i < 80; ++i)
            fleet.service.add("s" + std::to_string(i));
        fleet.connect();
        fleet.service.listed.clear();
        fleet.pass(2s);
        QCOMPARE(ConnectionsModel::healthText(fleet.status(), english),
                 u"prod returned no sandboxes, 80 a moment ago. Keeping the last known."_s);
    }

    void aClockThatIsOffIsInTheToolTip()
    {
        FakeFleet fleet;
        ConnectionsModel model(fleet.store);
        fleet.service.clockAhead = -5min;
        fleet.connect();
        QVERIFY(
            model.index(0).data(Qt::ToolTipRole).toString().contains(u"behind this computer"_s));
        QCOMPARE(ConnectionsModel::healthText(fleet.status(), english), QString());
    }

    void everyHealthHasItsWords()
    {
        using enum ConnectionHealth;
        for (const auto health :
             {Unauthorized, Unreachable, BadAnswer, Failing, RateLimited, EmptiedSuddenly}) {
            ConnectionStatus status{.name = u"prod"_s, .health = health};
            QVERIFY(ConnectionsModel::healthText(status, english).startsWith(u"prod "_s));
        }
        QCOMPARE(ConnectionsModel::healthText({.health = Connecting}, english), QString());
    }
};

QTEST_GUILESS_MAIN(TestConnectionsModel)
#include "tst_connectionsmodel.moc"
