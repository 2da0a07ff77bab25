// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/filetreestage.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

class TestFileTreeModel final : public FileTreeStage
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedUntilADirectoryIsOpened();
    void aDirectoryIsWatchedBeforeItIsListed();
    void foldersComeFirstThenNamesAsPeopleCount();
    void aDirectoryGoesThroughItsStates();
    void aFailedDirectoryKeepsItsWordsAndCanBeTriedAgain();
    void aKnownDirectoryKeepsItsRowsWhenARefreshFails();
    void onlyFailuresOfTheSandboxItselfAreReported();
    void aSlowWatchDoesNotHoldUpTheListing();
    void aWatchThatFailsIsSaidSoftlyAndTheFolderIsListedAtEveryExpanding();
    void withoutASourceRowsStayAndNothingIsSent();
    void anotherSourceBringsExpandedDirectoriesUpToDate();
    void theSameSourceAgainChangesNothing();
    void revealingOpensTheWay();
    void revealingWhatIsNotThereEndsQuietly();
    void severalRootsStandSideBySide();
    void tooManyWatchesEndTheOldest();
};

void TestFileTreeModel::nothingIsAskedUntilADirectoryIsOpened()
{
    QCOMPARE(printTree(*m_model), u"/w\n"_s);
    QCOMPARE(state("/w"), FileNodeState::NotLoaded);
    QVERIFY(m_model->hasChildren(at("/w")));
    QVERIFY(m_model->canFetchMore(at("/w")));
    QVERIFY(m_files->transport.seen.empty());
    m_model->fetchMore(at("/w"));
    QVERIFY(!m_model->canFetchMore(at("/w")));
    m_model->fetchMore(at("/w"));
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QCOMPARE(m_files->listings["/w"], 1);
    QVERIFY(!m_model->hasChildren(at("/w")));
    QCOMPARE(m_files->transport.mutations(), 0);
}

void TestFileTreeModel::aDirectoryIsWatchedBeforeItIsListed()
{
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QCOMPARE(m_files->transport.line(0), "POST /filesystem.Filesystem/WatchDir");
    QCOMPARE(m_files->transport.line(1), "POST /filesystem.Filesystem/ListDir");
    QCOMPARE(m_files->transport.seen.size(), 2U);
    QVERIFY(m_files->watchOf("/w"));
}

void TestFileTreeModel::foldersComeFirstThenNamesAsPeopleCount()
{
    for (const char *name : {"/w/file10", "/w/file9", "/w/B", "/w/a", "/w/.rc"})
        m_files->file(name);
    m_files->folder("/w/zoo");
    m_files->folder("/w/.cache");
    m_files->file("/w/zoo/x");
    expand("/w");
    QTRY_COMPARE(printTree(*m_model), u"/w\n  zoo\n  a\n  B\n  file9\n  file10\n"_s);
    expand("/w/zoo");
    QTRY_COMPARE(printTree(*m_model), u"/w\n  zoo\n    x\n  a\n  B\n  file9\n  file10\n"_s);
    m_model->setShowHidden(true);
    QCOMPARE(printTree(*m_model),
             u"/w\n  zoo\n    x\n  .cache\n  a\n  B\n  file9\n  file10\n  .rc\n"_s);
}

void TestFileTreeModel::aDirectoryGoesThroughItsStates()
{
    m_files->file("/w/a");
    m_files->isServing = false;
    QSignalSpy changed(m_model.get(), &FileTreeModel::directoryChanged);
    expand("/w");
    QCOMPARE(state("/w"), FileNodeState::Loading);
    QCOMPARE(changed.size(), 1);
    m_files->isServing = true;
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QCOMPARE(state("/w/a"), FileNodeState::Loaded);
    m_model->refresh(at("/w"));
    QCOMPARE(state("/w"), FileNodeState::Loaded); // what is known stays meanwhile
    QTRY_COMPARE(m_files->listings["/w"], 2);
}

void TestFileTreeModel::aFailedDirectoryKeepsItsWordsAndCanBeTriedAgain()
{
    m_model->setErrorText(
        [](const Error &error) { return u"words of "_s + QString::fromStdString(error.detail); });
    m_files->file("/w/a");
    m_files->listFails.emplace("/w", Error{.kind = Error::Kind::Server, .detail = "x"});
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Failed);
    QVERIFY(at("/w").data(ErrorRole).toString().contains(u"words of x"_s));
    QVERIFY(m_model->hasChildren(at("/w")));
    m_files->listFails.clear();
    m_model->refresh(at("/w"));
    QCOMPARE(state("/w"), FileNodeState::Loading);
    QTRY_COMPARE(printTree(*m_model), u"/w\n  a\n"_s);
    QTRY_COMPARE(at("/w").data(ErrorRole).toString(), QString());
}

void TestFileTreeModel::aKnownDirectoryKeepsItsRowsWhenARefreshFails()
{
    m_files->file("/w/a");
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    m_files->listFails.emplace("/w", Error{.kind = Error::Kind::Server, .detail = "x"});
    m_model->refresh(at("/w/a")); // of a file: where it is
    QTRY_VERIFY(!at("/w").data(ErrorRole).toString().isEmpty());
    QCOMPARE(state("/w"), FileNodeState::Loaded);
    QVERIFY(at("/w/a").isValid());
}

void TestFileTreeModel::onlyFailuresOfTheSandboxItselfAreReported()
{
    QSignalSpy failed(m_model.get(), &FileTreeModel::sourceFailed);
    m_files->listFails.emplace("/w", Error{.kind = Error::Kind::NotFound, .httpStatus = 404});
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Failed);
    QCOMPARE(failed.size(), 0);
    m_files->listFails["/w"] = Error{.kind = Error::Kind::Network};
    // Whoever hears of it may take the source away at once.
    connect(m_model.get(), &FileTreeModel::sourceFailed, m_model.get(),
            [this] { m_model->setSource(std::nullopt); });
    m_model->refresh();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!m_model->hasSource());
}

void TestFileTreeModel::aSlowWatchDoesNotHoldUpTheListing()
{
    m_files->file("/w/a");
    m_files->silentWatches.insert("/w");
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    m_files->file("/w/b");
    FakeStream *watch = m_files->watchOf("/w");
    QVERIFY(watch);
    watch->connectHead();
    watch->sendMessage(encodeWatchEvent(WatchStarted()));
    QTRY_VERIFY(at("/w/b").isValid()); // armed late: what came meanwhile was missed
}

void TestFileTreeModel::aWatchThatFailsIsSaidSoftlyAndTheFolderIsListedAtEveryExpanding()
{
    m_files->watchFails.emplace("/w", Error{.kind = Error::Kind::Protocol, .detail = "network"});
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QVERIFY(at("/w").data(NotLiveRole).toString().contains(u"network"_s));
    QCOMPARE(at("/w").data(ErrorRole).toString(), QString());
    m_model->setExpanded(at("/w"), false);
    m_files->file("/w/a");
    m_files->watchFails.clear();
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    QCOMPARE(at("/w").data(NotLiveRole).toString(), QString());
    expand("/w");
    QCOMPARE(m_files->listings["/w"], 2); // watched again: nothing to ask
}

void TestFileTreeModel::withoutASourceRowsStayAndNothingIsSent()
{
    m_files->file("/w/a");
    m_files->folder("/w/dir");
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    QVERIFY(!at("/w/a").data(IsStaleRole).toBool());
    m_files->isServing = false;
    expand("/w/dir");
    QCOMPARE(state("/w/dir"), FileNodeState::Loading);
    QSignalSpy changed(m_model.get(), &FileTreeModel::sourceChanged);
    m_model->setSource(std::nullopt);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(state("/w/dir"), FileNodeState::NotLoaded);
    QVERIFY(at("/w/a").data(IsStaleRole).toBool());
    QCOMPARE(m_model->lastAnswer(), std::optional(m_files->now));
    QCOMPARE(m_files->watchCount(), 0);
    const std::size_t sent = m_files->transport.seen.size();
    expand("/w/dir");
    m_model->refresh();
    m_model->fetchMore(at("/w/dir"));
    m_model->reveal("/w/dir/x");
    QVERIFY(!m_model->canFetchMore(at("/w/dir")));
    QCOMPARE(m_files->transport.seen.size(), sent);
}

void TestFileTreeModel::anotherSourceBringsExpandedDirectoriesUpToDate()
{
    m_files->file("/w/a");
    m_files->folder("/w/dir");
    m_files->file("/w/dir/x");
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    expand("/w/dir");
    QTRY_VERIFY(at("/w/dir/x").isValid());
    m_model->setExpanded(at("/w/dir"), false);
    m_model->setSource(std::nullopt);
    const QPersistentModelIndex kept = at("/w/a");
    m_files->remove("/w/dir/x");
    m_files->file("/w/b");
    m_model->setSource(m_files->api());
    QTRY_VERIFY(at("/w/b").isValid());
    QVERIFY(kept.isValid());
    QCOMPARE(m_files->listings["/w/dir"], 1);
    QVERIFY(at("/w/dir/x").isValid()); // brought up to date when it is opened
    expand("/w/dir");
    QTRY_VERIFY(!at("/w/dir/x").isValid());
}

void TestFileTreeModel::theSameSourceAgainChangesNothing()
{
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QSignalSpy changed(m_model.get(), &FileTreeModel::sourceChanged);
    m_model->setSource(m_files->api());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_files->transport.seen.size(), 2U);
}

void TestFileTreeModel::revealingOpensTheWay()
{
    m_files->folder("/w/a");
    m_files->folder("/w/a/b");
    m_files->file("/w/a/b/c.txt");
    QSignalSpy revealed(m_model.get(), &FileTreeModel::revealed);
    m_model->reveal("/w/a/b/c.txt");
    QTRY_COMPARE(revealed.size(), 1);
    QCOMPARE(revealed.first().first().toModelIndex().data(PathRole).toByteArray(),
             "/w/a/b/c.txt"_ba);
    m_model->reveal("/w/a");
    QCOMPARE(revealed.size(), 2);
}

void TestFileTreeModel::revealingWhatIsNotThereEndsQuietly()
{
    m_files->folder("/w/a");
    m_files->listFails.emplace("/w/a", Error{.kind = Error::Kind::Server});
    QSignalSpy revealed(m_model.get(), &FileTreeModel::revealed);
    m_model->reveal("/elsewhere/x");
    m_model->reveal("/w/nothing/x");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    m_model->reveal("/w/a/x");
    QTRY_COMPARE(state("/w/a"), FileNodeState::Failed);
    QCOMPARE(m_files->listings["/w/a"], 1); // not tried for ever
    QCOMPARE(revealed.size(), 0);
}

void TestFileTreeModel::severalRootsStandSideBySide()
{
    m_files->file("/a");
    m_files->file("/w/x");
    m_model->setRoots({"/w", "/", "/w"});
    m_resets->clear(); // this once it may
    QCOMPARE(m_model->roots(), (QList<QByteArray>{"/w", "/"}));
    expand("/");
    expand("/w");
    QTRY_COMPARE(printTree(*m_model), u"/w\n  x\n/\n  a\n"_s);
    QCOMPARE(at("/w/x").parent(), at("/w")); // below the nearest root
}

void TestFileTreeModel::tooManyWatchesEndTheOldest()
{
    for (int number = 0; number < 70; ++number)
        m_files->folder("/w/d" + std::to_string(number));
    expand("/w");
    QTRY_COMPARE(m_model->rowCount(at("/w")), 70);
    for (int number = 0; number < 70; ++number) {
        const std::string path = "/w/d" + std::to_string(number);
        expand(path.c_str());
        expand("/w"); // wanted again and again
        QTRY_COMPARE(state(path.c_str()), FileNodeState::Loaded);
    }
    QTRY_COMPARE(m_files->watchCount(), 64);
    QVERIFY(m_files->watchOf("/w"));
    QVERIFY(!m_files->watchOf("/w/d0"));
    QVERIFY(at("/w/d0").data(NotLiveRole).toString().contains(u"too many"_s));
    QVERIFY(m_files->watchOf("/w/d69"));
}

QTEST_GUILESS_MAIN(TestFileTreeModel)
#include "tst_filetreemodel.moc"
