// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/transfersmodel.h>
#include <tests/support/printmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mib = 1024L * 1024L;

struct Transfers {
    std::chrono::milliseconds uptime{1'000'000};
    TransfersModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Transfers()
    {
        model.setClock({.now = [] { return Timestamp(); }, .uptime = [this] { return uptime; }});
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void add(quint64 id, qint64 total = -1)
    {
        model.add({.id = id, .name = u"file%1"_s.arg(id), .total = total});
    }
    [[nodiscard]] QVariant data(quint64 id, int role) const { return model.indexOf(id).data(role); }
    [[nodiscard]] QString status(quint64 id) const
    {
        return data(id, TransferStatusRole).toString();
    }
    /// Moves at a steady pace.
    void run(quint64 id, qint64 from, qint64 to, qint64 total, std::chrono::milliseconds time)
    {
        for (int step = 1; step <= 20; ++step) {
            uptime += time / 20;
            model.progress(id, from + (to - from) * step / 20, total);
        }
    }
};

} // namespace

class TestTransfersModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void rowsGoThroughTheirStates();
    void aRunningRowSaysHowMuchHowFastAndHowLong();
    void noRateIsToldBeforeItCanBeJudged();
    void theRateIsSmooth();
    void whatStandsStillSaysSo();
    void anUnknownTotalHasNoTimeLeft();
    void amountsShareAUnit_data();
    void amountsShareAUnit();
    void aFailureKeepsItsWordsAndCanStartOver();
    void whatIsOverTakesNoMoreNews();
    void endedRowsAreClearedAway();
    void theSummaryTakesAllTogether();
    void onlyTheChangedRowIsAnnounced();
    void screenReadersGetASentence();
    void theModelsOwnTimerRenewsTimes();
};

void TestTransfersModel::rowsGoThroughTheirStates()
{
    Transfers transfers;
    for (quint64 id = 1; id <= 4; ++id)
        transfers.add(id, mib);
    transfers.model.start(2);
    transfers.model.finish(3, mib, u"Downloads"_s);
    transfers.model.cancel(4);
    QCOMPARE(printModel(transfers.model, {0}, TransferStatusRole),
             u"Waiting for others\n0.0 of 1 MiB\n1.0 MiB · in Downloads\n"
             "Cancelled, nothing was kept\n"_s);
    QCOMPARE(transfers.data(2, TransferStateRole).toInt(), int(TransferState::Running));
    QCOMPARE(transfers.data(3, TransferDoneRole).toLongLong(), mib);
    transfers.model.remove(2);
    transfers.model.remove(77);
    QCOMPARE(printModel(transfers.model, {0}), u"file1\nfile3\nfile4\n"_s);
}

void TestTransfersModel::aRunningRowSaysHowMuchHowFastAndHowLong()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.start(1);
    transfers.run(1, 0, 20 * mib, 50 * mib, 2s);
    QCOMPARE(transfers.status(1), u"20.0 of 50 MiB · 10 MiB/s · 3s left"_s);
    QCOMPARE(qRound64(transfers.data(1, TransferRateRole).toDouble()), 10 * mib);
    QCOMPARE(transfers.data(1, TransferSecondsLeftRole).toInt(), 3);
}

void TestTransfersModel::noRateIsToldBeforeItCanBeJudged()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.start(1);
    transfers.uptime += 10ms;
    transfers.model.progress(1, 64 * mib, 100 * mib); // what the kernel swallows at once
    QCOMPARE(transfers.status(1), u"64.0 of 100 MiB"_s);
    QVERIFY(!transfers.data(1, TransferRateRole).isValid());
    QVERIFY(!transfers.data(1, TransferSecondsLeftRole).isValid());
}

void TestTransfersModel::theRateIsSmooth()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.start(1);
    transfers.run(1, 0, 100 * mib, 1000 * mib, 10s);
    transfers.run(1, 100 * mib, 105 * mib, 1000 * mib, 250ms); // twice as fast for a moment
    const double rate = transfers.data(1, TransferRateRole).toDouble() / double(mib);
    QVERIFY2(rate > 10 && rate < 12, qPrintable(QString::number(rate)));
}

void TestTransfersModel::whatStandsStillSaysSo()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.start(1);
    transfers.run(1, 0, 20 * mib, 50 * mib, 2s);
    transfers.uptime += 2s;
    QVERIFY(transfers.data(1, TransferRateRole).toDouble() < 7.0 * double(mib));
    transfers.uptime += 3s;
    QCOMPARE(transfers.status(1), u"20.0 of 50 MiB · nothing for 5s"_s);
    transfers.run(1, 20 * mib, 30 * mib, 50 * mib, 1s);
    QVERIFY(transfers.status(1).contains(u"left"_s));
}

void TestTransfersModel::anUnknownTotalHasNoTimeLeft()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.start(1);
    transfers.run(1, 0, 20 * mib, -1, 2s);
    QCOMPARE(transfers.status(1), u"20.0 MiB · 10 MiB/s"_s);
}

void TestTransfersModel::amountsShareAUnit_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64(7) << qint64(900) << u"7 of 900 B"_s;
    QTest::newRow("small part") << qint64(12) << 50 * mib << u"0.0 of 50 MiB"_s;
    QTest::newRow("odd total") << 12 * mib + mib * 4 / 10 << 62 * mib + mib / 2
                               << u"12.4 of 62.5 MiB"_s;
    QTest::newRow("kib") << qint64(2048) << qint64(10240) << u"2 of 10 KiB"_s;
    QTest::newRow("gib") << 1536 * mib << 5120 * mib << u"1.5 of 5 GiB"_s;
    QTest::newRow("nothing") << qint64(0) << qint64(0) << u"0 of 0 B"_s;
    QTest::newRow("more than was said") << 2 * mib << mib << u"2.0 of 1 MiB"_s;
}

void TestTransfersModel::amountsShareAUnit()
{
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    QTEST(TransferText(QLocale::c()).amount(done, total), "text");
}

void TestTransfersModel::aFailureKeepsItsWordsAndCanStartOver()
{
    Transfers transfers;
    transfers.add(1, mib);
    transfers.model.progress(1, 10, mib);
    transfers.model.fail(1, u"The disk is full. 10 bytes arrived, nothing was kept."_s);
    QCOMPARE(transfers.status(1), u"The disk is full. 10 bytes arrived, nothing was kept."_s);
    transfers.add(1, mib);
    QCOMPARE(transfers.model.rowCount(), 1);
    QCOMPARE(transfers.status(1), u"Waiting for others"_s);
}

void TestTransfersModel::whatIsOverTakesNoMoreNews()
{
    Transfers transfers;
    transfers.add(1);
    transfers.model.cancel(1);
    transfers.model.progress(1, 5, 10);
    transfers.model.fail(1, u"late"_s);
    transfers.model.start(1);
    QCOMPARE(transfers.model.find(1)->state, TransferState::Cancelled);
    transfers.model.progress(99, 1, 2);
    transfers.model.finish(99, 1, {});
    QCOMPARE(transfers.model.find(99), nullptr);
}

void TestTransfersModel::endedRowsAreClearedAway()
{
    Transfers transfers;
    for (quint64 id = 1; id <= 5; ++id)
        transfers.add(id);
    transfers.model.start(2);
    transfers.model.cancel(1);
    transfers.model.finish(4, 1, {});
    transfers.model.fail(5, u"x"_s);
    transfers.model.removeEnded();
    QCOMPARE(printModel(transfers.model), u"file2\nfile3\n"_s);
}

void TestTransfersModel::theSummaryTakesAllTogether()
{
    Transfers transfers;
    for (quint64 id = 1; id <= 4; ++id)
        transfers.add(id, 40 * mib);
    transfers.model.start(1);
    transfers.run(1, 0, 20 * mib, 40 * mib, 2s);
    QCOMPARE(transfers.model.summaryText(),
             u"4 transfer(s) · 20.0 of 160 MiB · 10 MiB/s · 14s left"_s);
    transfers.model.fail(2, u"x"_s);
    transfers.model.cancel(3);
    QCOMPARE(transfers.model.summary().active, 2);
    QVERIFY(transfers.model.summaryText().endsWith(u"1 failed"_s));
    QCOMPARE(transfers.model.shortSummaryText(), u"2 transfer(s) · 1 failed"_s);
    transfers.model.progress(4, 1, -1);
    QCOMPARE(transfers.model.summary().total, -1);
    transfers.model.cancel(1);
    transfers.model.cancel(4);
    QCOMPARE(transfers.model.summaryText(), u"4 transfer(s) ended · 1 failed"_s);
}

void TestTransfersModel::onlyTheChangedRowIsAnnounced()
{
    Transfers transfers;
    transfers.add(1);
    transfers.add(2);
    transfers.model.start(2);
    QSignalSpy changed(&transfers.model, &QAbstractItemModel::dataChanged);
    transfers.model.progress(2, 5, 10);
    transfers.model.tick();
    QCOMPARE(changed.size(), 2);
    for (const QVariantList &change : std::as_const(changed))
        QCOMPARE(change.first().toModelIndex().row(), 1);
}

void TestTransfersModel::screenReadersGetASentence()
{
    Transfers transfers;
    transfers.model.add(
        {.id = 1, .name = u"in.csv"_s, .direction = TransferDirection::Upload, .total = 10});
    QCOMPARE(transfers.data(1, Qt::AccessibleTextRole).toString(),
             u"Upload of in.csv, Waiting for others"_s);
    transfers.model.fail(1, u"<b>no</b>"_s);
    QCOMPARE(transfers.data(1, Qt::AccessibleTextRole).toString(),
             u"Upload of in.csv, failed, <b>no</b>"_s);
    QVERIFY(!transfers.data(1, Qt::ToolTipRole).toString().contains(u"<b>"_s));
}

void TestTransfersModel::theModelsOwnTimerRenewsTimes()
{
    Transfers transfers;
    transfers.add(1);
    QSignalSpy changed(&transfers.model, &QAbstractItemModel::dataChanged);
    transfers.model.start(1);
    changed.clear();
    QTRY_VERIFY(!changed.isEmpty()); // by itself
}

QTEST_GUILESS_MAIN(TestTransfersModel)
#include "tst_transfersmodel.moc"
