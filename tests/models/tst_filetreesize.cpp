// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filetreemodel.h>
#include <tests/models/fakefiles.h>

#include <QAbstractEventDispatcher>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr int entryCount = 10'000;

/// Counts rows between two turns of the event loop: what one slot takes at most.
struct RowsPerTurn {
    int now = 0;
    int most = 0;
    int signalCount = 0;

    explicit RowsPerTurn(FileTreeModel &model)
    {
        QObject::connect(
            &model, &QAbstractItemModel::rowsInserted, &model,
            [this](const QModelIndex &, int first, int last) { add(last - first + 1); });
        QObject::connect(
            &model, &QAbstractItemModel::rowsRemoved, &model,
            [this](const QModelIndex &, int first, int last) { add(last - first + 1); });
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         &model, [this] { now = 0; });
        QObject::connect(QAbstractEventDispatcher::instance(),
                         &QAbstractEventDispatcher::aboutToBlock, &model, [this] { now = 0; });
    }
    void add(int rows)
    {
        now += rows;
        most = std::max(most, now);
        ++signalCount;
    }
};

} // namespace

/// Ten thousand entries in one folder: in portions, none lost, none twice.
class TestFileTreeSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aLargeFolderComesInPortionsAndInOrder();
    void aLargeFolderIsRefreshedWithoutTouchingWhatStays();
    void aLargeFolderEmptiesInPortions();
    void aFloodOfEventsIsBounded();

private:
    static void fill(FakeFiles &files);
};

void TestFileTreeSize::fill(FakeFiles &files)
{
    for (int number = 0; number < entryCount; ++number)
        files.file("/w/f" + std::to_string(number));
}

void TestFileTreeSize::aLargeFolderComesInPortionsAndInOrder()
{
    FakeFiles files;
    fill(files);
    FileTreeModel model;
    files.supply(model);
    RowsPerTurn rows(model);
    model.fetchMore(model.indexOf("/w"));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.indexOf("/w")), entryCount, 30'000);
    QVERIFY2(rows.most <= int(FileTreeModel::portion), qPrintable(QString::number(rows.most)));
    // From the top downwards: nothing moves under the reader's eyes.
    QCOMPARE(rows.signalCount, (entryCount + 255) / 256);
    for (int row : {0, 1, 2, 5000, entryCount - 1})
        QCOMPARE(model.index(row, 0, model.indexOf("/w")).data().toString(), u"f%1"_s.arg(row));
}

void TestFileTreeSize::aLargeFolderIsRefreshedWithoutTouchingWhatStays()
{
    FakeFiles files;
    fill(files);
    FileTreeModel model;
    files.supply(model);
    model.fetchMore(model.indexOf("/w"));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.indexOf("/w")), entryCount, 30'000);
    for (int number = 0; number < entryCount; number += 10)
        files.remove("/w/f" + std::to_string(number));
    for (int number = 0; number < 500; ++number)
        files.file("/w/g" + std::to_string(number));
    const QPersistentModelIndex kept = model.indexOf("/w/f5001");
    RowsPerTurn rows(model);
    model.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(model.indexOf("/w/g499").isValid(), 30'000);
    QCOMPARE(model.rowCount(model.indexOf("/w")), entryCount - 1000 + 500);
    QVERIFY(rows.most <= 2 * int(FileTreeModel::portion));
    QCOMPARE(kept.data().toString(), u"f5001"_s);
    QCOMPARE(kept.row(), 4500);
}

void TestFileTreeSize::aLargeFolderEmptiesInPortions()
{
    FakeFiles files;
    fill(files);
    FileTreeModel model;
    files.supply(model);
    model.fetchMore(model.indexOf("/w"));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.indexOf("/w")), entryCount, 30'000);
    files.entries.clear();
    RowsPerTurn rows(model);
    model.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.indexOf("/w")), 0, 30'000);
    // Two slots may share a turn.
    QVERIFY2(rows.most <= 2 * int(FileTreeModel::portion), qPrintable(QString::number(rows.most)));
}

void TestFileTreeSize::aFloodOfEventsIsBounded()
{
    FakeFiles files;
    FileTreeModel model;
    files.supply(model);
    model.fetchMore(model.indexOf("/w"));
    QTRY_COMPARE(model.indexOf("/w").data(StateRole).toInt(), int(FileNodeState::Loaded));
    fill(files);
    RowsPerTurn rows(model);
    for (int number = 0; number < entryCount; ++number)
        files.tell(FileChange::Create, "/w/f" + std::to_string(number));
    // More names than are kept: the folder is listed once more instead.
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.indexOf("/w")), entryCount, 30'000);
    QCOMPARE(files.listings["/w"], 2);
    QVERIFY2(rows.most <= int(FileTreeModel::portion), qPrintable(QString::number(rows.most)));
}

QTEST_GUILESS_MAIN(TestFileTreeSize)
#include "tst_filetreesize.moc"
