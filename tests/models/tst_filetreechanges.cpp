// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/filetreestage.h>

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

/// What happens in the sandbox, row by row.
class TestFileTreeChanges final : public FileTreeStage
{
    Q_OBJECT

private Q_SLOTS:
    void newFilesComeWhereTheyBelong();
    void removedFilesGoAndOthersStay();
    void aRenameIsOneRowAwayAndOneRowThere();
    void aGrowingFileChangesItsCellsOnly();
    void aChangedFileMovesWhereTheOrderPutsIt();
    void aBurstForOneNameIsAppliedOnce();
    void aFileThatBecomesAFolderIsAnotherRow();
    void aFolderThatCameAgainHasForgottenItsContent();
    void anEventThatSaysTooLittleListsTheFolder();
    void droppedEventsListTheFolder();
    void aWatchThatBreaksIsReported();
    void eventsDuringTheListingAreNotLost();
    void randomChangesLeaveTheTreeAsTheSandboxIs();
};

void TestFileTreeChanges::newFilesComeWhereTheyBelong()
{
    m_files->file("/w/b");
    load("/w");
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    for (const char *path : {"/w/d", "/w/a", "/w/c"}) {
        m_files->file(path);
        m_files->tell(FileChange::Create, path);
    }
    m_files->folder("/w/z");
    m_files->tell(FileChange::Create, "/w/z");
    QTRY_COMPARE(tree(), u"/w\n  z\n  a\n  b\n  c\n  d\n"_s);
    QCOMPARE(inserted.size(), 2); // z and a together, c and d together
    QCOMPARE(m_files->listings["/w"], 1);
}

void TestFileTreeChanges::removedFilesGoAndOthersStay()
{
    for (const char *path : {"/w/a", "/w/b", "/w/c"})
        m_files->file(path);
    load("/w");
    const QPersistentModelIndex kept = at("/w/c");
    m_files->tellName("/w", FileChange::Remove, "b");
    m_files->tellName("/w", FileChange::Remove, "never-there");
    QTRY_COMPARE(tree(), u"/w\n  a\n  c\n"_s);
    QCOMPARE(kept.row(), 1);
    QVERIFY(!at("/w/b").isValid());
}

void TestFileTreeChanges::aRenameIsOneRowAwayAndOneRowThere()
{
    m_files->file("/w/a");
    load("/w");
    m_files->remove("/w/a");
    m_files->file("/w/b", 2048);
    m_files->tell(FileChange::Rename, "/w/a");
    m_files->tell(FileChange::Create, "/w/b");
    QTRY_COMPARE(tree({0, 1}), u"/w | 1 item(s)\n  b | 2 KiB\n"_s);
}

void TestFileTreeChanges::aGrowingFileChangesItsCellsOnly()
{
    m_files->file("/w/a");
    m_files->file("/w/b");
    load("/w");
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    m_files->file("/w/b", 4096);
    m_files->tell(FileChange::Write, "/w/b");
    QTRY_COMPARE(tree({0, 1}), u"/w | 2 item(s)\n  a | 1,000 B\n  b | 4 KiB\n"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(moved.size(), 0);
}

void TestFileTreeChanges::aChangedFileMovesWhereTheOrderPutsIt()
{
    m_model->sort(int(FileColumn::Size), Qt::DescendingOrder);
    m_files->file("/w/a", 10);
    m_files->file("/w/b", 20);
    m_files->file("/w/c", 30);
    load("/w");
    QCOMPARE(tree(), u"/w\n  c\n  b\n  a\n"_s);
    const QPersistentModelIndex kept = at("/w/a");
    m_files->file("/w/a", 25);
    m_files->tell(FileChange::Write, "/w/a");
    QTRY_COMPARE(tree(), u"/w\n  c\n  a\n  b\n"_s);
    QCOMPARE(kept.row(), 1);
    m_files->file("/w/c", 1);
    m_files->tell(FileChange::Write, "/w/c");
    QTRY_COMPARE(tree(), u"/w\n  a\n  b\n  c\n"_s);
}

void TestFileTreeChanges::aBurstForOneNameIsAppliedOnce()
{
    load("/w");
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    for (int size = 0; size < 5000; ++size) {
        m_files->file("/w/log", size);
        m_files->tell(size == 0 ? FileChange::Create : FileChange::Write, "/w/log");
    }
    QTRY_COMPARE(tree({0, 1}), u"/w | 1 item(s)\n  log | 5 KiB\n"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 1); // how many /w holds
}

void TestFileTreeChanges::aFileThatBecomesAFolderIsAnotherRow()
{
    m_files->file("/w/x");
    load("/w");
    m_files->folder("/w/x");
    m_files->tell(FileChange::Chmod, "/w/x"); // even when nobody said that it went away
    QTRY_VERIFY(at("/w/x").data(IsDirectoryRole).toBool());
    QCOMPARE(m_model->rowCount(at("/w")), 1);
}

void TestFileTreeChanges::aFolderThatCameAgainHasForgottenItsContent()
{
    m_files->folder("/w/x");
    m_files->file("/w/x/old");
    load("/w");
    load("/w/x");
    m_files->remove("/w/x/old");
    m_files->tell(FileChange::Remove, "/w/x");
    m_files->tell(FileChange::Create, "/w/x");
    QTRY_COMPARE(tree(), u"/w\n  x\n"_s);
    QCOMPARE(m_files->watchOf("/w/x"), nullptr);
}

void TestFileTreeChanges::anEventThatSaysTooLittleListsTheFolder()
{
    load("/w");
    m_files->file("/w/a");
    m_files->tellName("/w", FileChange::Create, "a");
    QTRY_COMPARE(tree(), u"/w\n  a\n"_s);
    QCOMPARE(m_files->listings["/w"], 2);
}

void TestFileTreeChanges::droppedEventsListTheFolder()
{
    m_files->file("/w/a");
    load("/w");
    m_files->remove("/w/a");
    m_files->file("/w/b");
    m_files->watchOf("/w")->skip(1000);
    QTRY_COMPARE(tree(), u"/w\n  b\n"_s);
}

void TestFileTreeChanges::aWatchThatBreaksIsReported()
{
    load("/w");
    QSignalSpy failed(m_model.get(), &FileTreeModel::sourceFailed);
    m_files->watchOf("/w")->end(failure(Error::Kind::Network, "gone"));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!at("/w").data(NotLiveRole).toString().isEmpty());
    QCOMPARE(m_files->watchCount(), 0); // not started again by itself
}

void TestFileTreeChanges::eventsDuringTheListingAreNotLost()
{
    for (int number = 0; number < 1000; ++number)
        m_files->file("/w/f" + std::to_string(number));
    connect(
        m_model.get(), &QAbstractItemModel::rowsInserted, this,
        [this] {
            m_files->tellName("/w", FileChange::Remove, "f999");
            m_files->file("/w/new");
            m_files->tell(FileChange::Create, "/w/new");
        },
        Qt::SingleShotConnection);
    expand("/w");
    QTRY_VERIFY(at("/w/new").isValid());
    QCOMPARE(m_model->rowCount(at("/w")), 1000);
    QVERIFY(!at("/w/f999").isValid());
}

void TestFileTreeChanges::randomChangesLeaveTheTreeAsTheSandboxIs()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    load("/w");
    for (int step = 0; step < 400; ++step) {
        const std::string path = "/w/n" + std::to_string(random.bounded(40));
        if (m_files->entries.contains(path) && random.bounded(3) == 0) {
            m_files->remove(path);
            m_files->tell(random.bounded(2) ? FileChange::Remove : FileChange::Rename, path);
        } else {
            const bool isFolder = random.bounded(5) == 0;
            (isFolder ? m_files->folder(path) : m_files->file(path, random.bounded(100)));
            m_files->tell(FileChange::Write, path);
        }
        if (step % 50 == 0)
            m_model->sort(random.bounded(fileColumnCount), Qt::SortOrder(random.bounded(2)));
        if (step == 200)
            m_model->refresh();
    }
    m_files->file("/w/last");
    m_files->tell(FileChange::Create, "/w/last");
    QTRY_VERIFY2(at("/w/last").isValid(), qPrintable(QString::number(seed)));
    const QString live = tree({0, 1, 2, 3});
    FileTreeModel fresh;
    m_files->supply(fresh);
    fresh.sort(int(FileColumn::Name));
    m_model->sort(int(FileColumn::Name));
    fresh.setExpanded(fresh.index(0, 0), true);
    QTRY_VERIFY(fresh.indexOf("/w/last").isValid());
    QVERIFY2(tree({0, 1, 2, 3}) == printTree(fresh, {0, 1, 2, 3}),
             qPrintable(QString::number(seed)));
    QVERIFY(!live.isEmpty());
}

QTEST_GUILESS_MAIN(TestFileTreeChanges)
#include "tst_filetreechanges.moc"
