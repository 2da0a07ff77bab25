// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand rows: work is counted in signals and calls, never in time.
#include <models/fleetfiltermodel.h>
#include <models/fleetmodel.h>
#include <tests/models/fakefleet.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

constexpr int fleetSize = 10'000;

std::string idOf(int number)
{
    return "s" + std::to_string(number);
}

/// The rows of a page at a time, as a service would answer them.
void fill(FakeFleet &fleet)
{
    for (int i = 0; i < fleetSize; ++i) {
        SandboxInfo &info = fleet.service.add(idOf(i), 1h + std::chrono::seconds(i % 60));
        info.state = SandboxState::Paused; // neither metrics nor histories: this is about the list
        info.endAt = fleet.clock.now - 2h;
    }
    fleet.store.addConnection(&fleet.service.api);
    fleet.store.runDue();
    fleet.service.serve();
}

} // namespace

class TestFleetSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_model = std::make_unique<FleetModel>(m_fleet->store);
        m_filter = std::make_unique<FleetFilterModel>(*m_model);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        fill(*m_fleet);
        QCOMPARE(inserted.size(), fleetSize / 100);
    }
    void init() { QTest::failOnWarning(); }
    void cleanupTestCase()
    {
        m_filter.reset();
        m_model.reset();
        m_fleet.reset();
    }

    void sweepsSayOnlyWhatDiffers()
    {
        QCOMPARE(m_fleet->store.keys().size(), fleetSize);
        QCOMPARE(m_filter->rowCount(), fleetSize);
        QVERIFY(m_fleet->service.calls("GET /sandboxes/") <=
                500); // no call for each of ten thousand
        QSignalSpy rows(&m_fleet->store, &FleetStore::rowsChanged);
        QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
        sweep();
        QCOMPARE(rows.size(), 0);
        QCOMPARE(cells.size(), 0);

        m_fleet->service.listed[5000].metadata = {{"name", "changed"}};
        for (int i = 100; i < 200; ++i)
            m_fleet->service.listed[std::size_t(i)].alias = "other";
        sweep();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(cells.size(), 2); // a page of neighbours, and one row
        QCOMPARE(cells.at(0).at(0).toModelIndex().row(), 100);
        QCOMPARE(cells.at(0).at(1).toModelIndex().row(), 199);
        QCOMPARE(cells.at(1).at(0).toModelIndex().data(), u"changed"_s);
        QCOMPARE(cells.at(1).at(1).toModelIndex().row(), cells.at(1).at(0).toModelIndex().row());
    }

    void rowsTickFilterAndLeaveTogether()
    {
        m_model->tick();
        QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
        m_fleet->clock.pass(1s);
        m_model->tick(); // no minute turns
        QCOMPARE(cells.size(), 0);

        m_filter->setQuery(u"s777"_s);
        QCOMPARE(m_filter->rowCount(), 11);
        m_filter->setQuery({});
        QCOMPARE(m_filter->rowCount(), fleetSize);

        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_fleet->store.removeConnection(u"prod"_s);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(m_filter->rowCount(), 0);
    }

private:
    void sweep()
    {
        m_fleet->clock.pass(2s);
        const auto complete = m_fleet->status().lastAnswer;
        m_fleet->store.runDue();
        m_fleet->service.serve();
        QVERIFY(m_fleet->status().lastAnswer != complete);
    }

    std::unique_ptr<FakeFleet> m_fleet;
    std::unique_ptr<FleetModel> m_model;
    std::unique_ptr<FleetFilterModel> m_filter;
};

QTEST_GUILESS_MAIN(TestFleetSize)
#include "tst_fleetsize.moc"
