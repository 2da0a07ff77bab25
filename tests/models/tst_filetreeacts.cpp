// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/filetreestage.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

/// How people arrange the tree, and what we did in the sandbox ourselves.
class TestFileTreeActs final : public FileTreeStage
{
    Q_OBJECT

private Q_SLOTS:
    void sortingMovesRowsAndKeepsThem();
    void hiddenRowsComeAndGoWithoutAReset();
    void aHiddenFolderForgetsWhatWasOpenInIt();
    void aDraftIsTheFirstRowAndIsNotListed();
    void aConfirmedMoveKeepsItsRow();
    void aConfirmedMoveElsewhereGoesThere();
    void aRenamedFolderStaysOpenUnderItsNewName();
    void confirmedActsShowWithoutAWatch();
};

void TestFileTreeActs::sortingMovesRowsAndKeepsThem()
{
    m_files->file("/w/a", 30);
    m_files->file("/w/b", 10);
    m_files->folder("/w/z").modified = m_files->now;
    m_files->folder("/w/y");
    load("/w");
    const QPersistentModelIndex kept = at("/w/a");
    m_model->sort(int(FileColumn::Size));
    QCOMPARE(tree(), u"/w\n  y\n  z\n  b\n  a\n"_s);
    QCOMPARE(kept, QPersistentModelIndex(at("/w/a")));
    m_model->sort(int(FileColumn::Modified), Qt::DescendingOrder);
    QCOMPARE(tree(), u"/w\n  z\n  y\n  a\n  b\n"_s);
    m_model->sort(int(FileColumn::Name), Qt::DescendingOrder);
    QCOMPARE(tree(), u"/w\n  z\n  y\n  b\n  a\n"_s);
    m_model->sort(int(FileColumn::Permissions));
    m_model->sort(int(FileColumn::Owner));
    QCOMPARE(tree(), u"/w\n  y\n  z\n  a\n  b\n"_s);
}

void TestFileTreeActs::hiddenRowsComeAndGoWithoutAReset()
{
    m_files->file("/w/.a");
    m_files->file("/w/b");
    m_files->file("/w/.c");
    load("/w");
    QCOMPARE(tree(), u"/w\n  b\n"_s);
    QVERIFY(!at("/w/.a").isValid());
    QVERIFY(m_model->hasChild(at("/w"), ".a"));
    m_model->setShowHidden(true);
    QCOMPARE(tree(), u"/w\n  b\n  .a\n  .c\n"_s);
    QVERIFY(at("/w/.a").data(IsHiddenRole).toBool());
    m_files->tellName("/w", FileChange::Remove, ".a");
    QTRY_COMPARE(tree(), u"/w\n  b\n  .c\n"_s);
    m_model->setShowHidden(false);
    m_files->file("/w/.d");
    m_files->tell(FileChange::Create, "/w/.d");
    QTRY_VERIFY(m_model->hasChild(at("/w"), ".d"));
    QCOMPARE(tree(), u"/w\n  b\n"_s);
}

void TestFileTreeActs::aHiddenFolderForgetsWhatWasOpenInIt()
{
    m_files->folder("/w/.git");
    m_files->folder("/w/.git/refs");
    m_files->file("/w/.git/refs/head");
    m_model->setShowHidden(true);
    load("/w");
    load("/w/.git");
    load("/w/.git/refs");
    QCOMPARE(tree(), u"/w\n  .git\n    refs\n      head\n"_s);
    m_model->setShowHidden(false);
    QCOMPARE(tree(), u"/w\n"_s);
    QCOMPARE(m_files->watchCount(), 1);
    m_model->setShowHidden(true);
    QCOMPARE(tree(), u"/w\n  .git\n"_s);
    load("/w/.git");
    QCOMPARE(tree(), u"/w\n  .git\n    refs\n"_s);
}

void TestFileTreeActs::aDraftIsTheFirstRowAndIsNotListed()
{
    m_files->folder("/w/a");
    load("/w");
    const QPersistentModelIndex draft = m_model->addDraft(at("/w"));
    QVERIFY(draft.data(IsDraftRole).toBool());
    QCOMPARE(draft.row(), 0);
    QVERIFY(!m_model->hasChildren(draft));
    m_model->refresh();
    QTRY_COMPARE(m_files->listings["/w"], 2);
    m_model->sort(int(FileColumn::Name), Qt::DescendingOrder);
    QVERIFY(draft.isValid());
    QCOMPARE(draft.row(), 0);
    m_model->removeDraft();
    QVERIFY(!draft.isValid());
    m_model->removeDraft();
    QVERIFY(!m_model->addDraft({}).isValid());
    QVERIFY(m_model->addDraft(at("/w/a")).isValid());
    m_files->tellName("/w", FileChange::Remove, "a"); // and the draft with it
    QTRY_COMPARE(tree(), u"/w\n"_s);
    m_model->removeDraft();
}

void TestFileTreeActs::aConfirmedMoveKeepsItsRow()
{
    m_files->file("/w/a");
    m_files->file("/w/b");
    load("/w");
    const QPersistentModelIndex kept = at("/w/a");
    m_files->remove("/w/a");
    const FileEntry entry = m_files->file("/w/c");
    m_files->tell(FileChange::Rename, "/w/a"); // the watch says so, too
    m_files->tell(FileChange::Create, "/w/c");
    m_model->takeMoved("/w/a", entry);
    QCOMPARE(tree(), u"/w\n  b\n  c\n"_s);
    QCOMPARE(kept.data(PathRole).toByteArray(), "/w/c"_ba);
    m_files->file("/w/d");
    m_files->tell(FileChange::Create, "/w/d");
    QTRY_COMPARE(tree(), u"/w\n  b\n  c\n  d\n"_s);
    QVERIFY(kept.isValid());
    m_model->takeMoved("/w/c", m_files->file("/w/b")); // onto another
    QCOMPARE(tree(), u"/w\n  b\n  d\n"_s);
    m_model->takeMoved("/w/b", m_files->file("/w/.b"));
    QCOMPARE(tree(), u"/w\n  d\n"_s);
}

void TestFileTreeActs::aConfirmedMoveElsewhereGoesThere()
{
    m_files->file("/w/a");
    m_files->folder("/w/dir");
    load("/w");
    load("/w/dir");
    m_model->takeMoved("/w/a", m_files->file("/w/dir/a"));
    QCOMPARE(tree(), u"/w\n  dir\n    a\n"_s);
}

void TestFileTreeActs::aRenamedFolderStaysOpenUnderItsNewName()
{
    m_files->folder("/w/old");
    m_files->file("/w/old/x");
    load("/w");
    load("/w/old");
    m_files->remove("/w/old");
    const FileEntry entry = m_files->folder("/w/new");
    m_files->file("/w/new/x");
    m_files->file("/w/new/y");
    m_model->takeMoved("/w/old", entry);
    QCOMPARE(m_files->watchOf("/w/old"), nullptr);
    QCOMPARE(tree(), u"/w\n  new\n    x\n"_s);
    QTRY_COMPARE(tree(), u"/w\n  new\n    x\n    y\n"_s);
    QVERIFY(m_files->watchOf("/w/new"));
}

void TestFileTreeActs::confirmedActsShowWithoutAWatch()
{
    m_files->watchFails.emplace("/w", Error{.kind = Error::Kind::Protocol});
    m_files->file("/w/a");
    load("/w");
    m_model->takeEntry(m_files->folder("/w/made"));
    m_model->takeEntry(m_files->file("/elsewhere/x"));
    QCOMPARE(tree(), u"/w\n  made\n  a\n"_s);
    m_model->takeRemoved("/w/a");
    m_model->takeRemoved("/w/unknown");
    m_model->takeRemoved("/w");
    QCOMPARE(tree(), u"/w\n  made\n"_s);
}

QTEST_GUILESS_MAIN(TestFileTreeActs)
#include "tst_filetreeacts.moc"
