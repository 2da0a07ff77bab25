// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// The next message of a watch but keepalives.
WatchEvent next(AgentCall &watch)
{
    while (const auto message = watch.nextMessage()) {
        auto event = decodeWatchEvent(*message).value_or(WatchEvent());
        if (!std::holds_alternative<WatchKeepalive>(event))
            return event;
    }
    return {};
}

/// What a watch tells up to and including `last`, a line for each event.
std::string told(AgentCall &watch, const std::string &last)
{
    std::string lines;
    while (true) {
        const auto event = next(watch);
        const auto *const change = std::get_if<FileEvent>(&event);
        if (!change)
            return lines + "(end)";
        lines += textOf(*change) + '\n';
        if (textOf(*change) == last)
            return lines;
    }
}

} // namespace

/// WatchDir of the real agent.
class TestAgentFileWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root;

    [[nodiscard]] AgentCall watch(bool isRecursive, bool hasEntries = false,
                                  std::string_view fields = {}) const;

    void startAgent(FileAgent::Freeing freeing);

private Q_SLOTS:
    void init();
    void cleanup();
    void theStartComesFirst();
    void filesAreToldFromTheirMakingToTheirEnd();
    void aRenameIsBothNames();
    void whatIsMovedOutOrInHasOneName();
    void theDirectoryItselfIsADot();
    void subdirectoriesAreToldOnlyWhenAskedFor();
    void newSubdirectoriesAreWatchedWithWhatIsInThem();
    void aMovedSubdirectoryTellsItsNewName();
    void entriesComeAlong();
    void namesOfAnyBytesAreTold();
    void manyWatchesShareADirectory();
    void silenceIsKeptAlive();
    void aDeadlineEndsIt();
    void aClientThatLeavesIsForgotten();
    void aClientThatDoesNotReadCostsBoundedMemory();
    void whatCannotBeWatchedIsSaid_data();
    void whatCannotBeWatchedIsSaid();
};

AgentCall TestAgentFileWatch::watch(bool isRecursive, bool hasEntries,
                                    std::string_view fields) const
{
    auto call = m_agent->files().watch({.path = m_root,
                                        .recursive = isRecursive,
                                        .includeEntry = hasEntries,
                                        .allowNetworkMounts = false},
                                       fields);
    if (next(call) != WatchEvent(WatchStarted{}))
        qWarning("the first message is not the start");
    return call;
}

void TestAgentFileWatch::startAgent(FileAgent::Freeing freeing)
{
    m_agent = std::make_unique<FileAgent>(0, freeing);
    m_root = m_agent->root();
}

void TestAgentFileWatch::init()
{
    QTest::failOnWarning();
    startAgent(FileAgent::Freeing::Usual);
}

void TestAgentFileWatch::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

void TestAgentFileWatch::theStartComesFirst()
{
    auto call = m_agent->files().watch({.path = m_root}, "Keepalive-Ping-Interval: 1\r\n");
    QCOMPARE(call.head().status, 200);
    QCOMPARE(std::string(call.head().headers.value("Content-Type")), "application/connect+json");
    QCOMPARE(call.nextMessage().value_or(""), R"({"start":{}})");
}

void TestAgentFileWatch::filesAreToldFromTheirMakingToTheirEnd()
{
    auto call = watch(false);
    const auto path = m_root + "/a.txt";
    const int fd = ::open(path.c_str(), O_CREAT | O_WRONLY, 0644);
    QCOMPARE(told(call, "CREATE a.txt"), "CREATE a.txt\n");
    QCOMPARE(::write(fd, "x", 1), 1);
    QCOMPARE(told(call, "WRITE a.txt"), "WRITE a.txt\n");
    ::close(fd);
    QCOMPARE(::chmod(path.c_str(), 0600), 0);
    QCOMPARE(told(call, "CHMOD a.txt"), "CHMOD a.txt\n");
    QCOMPARE(::unlink(path.c_str()), 0);
    QCOMPARE(told(call, "REMOVE a.txt"), "REMOVE a.txt\n");
}

void TestAgentFileWatch::aRenameIsBothNames()
{
    writeFile(m_root + "/a");
    auto call = watch(false);
    QCOMPARE(::rename((m_root + "/a").c_str(), (m_root + "/b").c_str()), 0);
    QCOMPARE(told(call, "CREATE b"), "RENAME a\nCREATE b\n");
}

void TestAgentFileWatch::whatIsMovedOutOrInHasOneName()
{
    QCOMPARE(::mkdir((m_root + "/in").c_str(), 0777), 0);
    writeFile(m_root + "/a");
    auto call = m_agent->files().watch({.path = m_root + "/in"});
    QVERIFY(next(call) == WatchEvent(WatchStarted{}));
    QCOMPARE(::rename((m_root + "/a").c_str(), (m_root + "/in/a").c_str()), 0);
    QCOMPARE(::rename((m_root + "/in/a").c_str(), (m_root + "/b").c_str()), 0);
    QCOMPARE(told(call, "RENAME a"), "CREATE a\nRENAME a\n");
}

void TestAgentFileWatch::theDirectoryItselfIsADot()
{
    QCOMPARE(::mkdir((m_root + "/d").c_str(), 0777), 0);
    auto call = m_agent->files().watch({.path = m_root + "/d", .recursive = true});
    QVERIFY(next(call) == WatchEvent(WatchStarted{}));
    QCOMPARE(::chmod((m_root + "/d").c_str(), 0700), 0);
    QCOMPARE(told(call, "CHMOD ."), "CHMOD .\n");
    QCOMPARE(::rmdir((m_root + "/d").c_str()), 0);
    QVERIFY(told(call, "REMOVE .").ends_with("REMOVE .\n"));
}

void TestAgentFileWatch::subdirectoriesAreToldOnlyWhenAskedFor()
{
    QCOMPARE(::mkdir((m_root + "/sub").c_str(), 0777), 0);
    QCOMPARE(::mkdir((m_root + "/sub/deep").c_str(), 0777), 0);
    auto flat = watch(false);
    auto deep = watch(true);
    writeFile(m_root + "/sub/deep/a");
    writeFile(m_root + "/b");
    QCOMPARE(told(flat, "CREATE b"), "CREATE b\n");
    QCOMPARE(told(deep, "CREATE b"), "CREATE sub/deep/a\nCREATE b\n");
}

void TestAgentFileWatch::newSubdirectoriesAreWatchedWithWhatIsInThem()
{
    auto call = watch(true);
    QCOMPARE(::mkdir((m_root + "/a").c_str(), 0777), 0);
    QCOMPARE(::mkdir((m_root + "/a/b").c_str(), 0777), 0);
    writeFile(m_root + "/a/b/early");
    // Whether the look into it or the event finds it first: it is told once.
    QCOMPARE(told(call, "CREATE a/b/early"), "CREATE a\nCREATE a/b\nCREATE a/b/early\n");
    writeFile(m_root + "/a/b/late");
    QCOMPARE(told(call, "CREATE a/b/late"), "CREATE a/b/late\n");
}

void TestAgentFileWatch::aMovedSubdirectoryTellsItsNewName()
{
    for (const char *const name : {"/a", "/a/b", "/aside", "/kept"})
        QCOMPARE(::mkdir((m_root + name).c_str(), 0777), 0);
    auto call = watch(true);
    QCOMPARE(::rename((m_root + "/a").c_str(), (m_root + "/kept/z").c_str()), 0);
    QCOMPARE(told(call, "CREATE kept/z"), "RENAME a\nCREATE kept/z\n");
    writeFile(m_root + "/kept/z/b/file");
    QCOMPARE(told(call, "CREATE kept/z/b/file"), "CREATE kept/z/b/file\n");
    writeFile(m_root + "/aside/file");
    QCOMPARE(told(call, "CREATE aside/file"), "CREATE aside/file\n");
    // Out of the tree: nothing in it is told any more.
    const auto outside = m_root + "-outside";
    QCOMPARE(::rename((m_root + "/kept/z").c_str(), outside.c_str()), 0);
    QCOMPARE(told(call, "RENAME kept/z"), "RENAME kept/z\n");
    writeFile(outside + "/b/unseen");
    writeFile(m_root + "/seen");
    QCOMPARE(told(call, "CREATE seen"), "CREATE seen\n");
}

void TestAgentFileWatch::entriesComeAlong()
{
    auto call = watch(true, true);
    QCOMPARE(::mkdir((m_root + "/d").c_str(), 0777), 0);
    const auto event = next(call);
    const auto *const change = std::get_if<FileEvent>(&event);
    QVERIFY(change && change->entry);
    QCOMPARE(change->entry->path, m_root + "/d");
    QVERIFY(change->entry->type == FileType::Directory);
    QCOMPARE(::rmdir((m_root + "/d").c_str()), 0);
    const auto removal = next(call);
    const auto *const removed = std::get_if<FileEvent>(&removal);
    QVERIFY(removed && !removed->entry);
    QCOMPARE(textOf(*removed), "REMOVE d");
    auto bare = watch(true);
    writeFile(m_root + "/f");
    const auto without = next(bare);
    QVERIFY(std::holds_alternative<FileEvent>(without) && !std::get<FileEvent>(without).entry);
}

void TestAgentFileWatch::namesOfAnyBytesAreTold()
{
    auto call = watch(false, true);
    writeFile(m_root + "/caf\xE9\n");
    const auto event = next(call);
    QVERIFY(std::holds_alternative<FileEvent>(event));
    QCOMPARE(std::get<FileEvent>(event).name, "caf\\xE9\n");
    QCOMPARE(std::get<FileEvent>(event).entry.value_or(FileEntry{}).path, m_root + "/caf\\xE9\n");
}

void TestAgentFileWatch::manyWatchesShareADirectory()
{
    std::vector<std::unique_ptr<AgentCall>> calls;
    for (int i = 0; i < 200; ++i) // the kernel grants a user 128 instances of inotify
        calls.push_back(std::make_unique<AgentCall>(watch(i % 2 == 0)));
    for (int i = 0; i < 100; ++i)
        calls.pop_back();
    writeFile(m_root + "/a");
    for (const auto &call : calls)
        QCOMPARE(told(*call, "CREATE a"), "CREATE a\n");
}

void TestAgentFileWatch::silenceIsKeptAlive()
{
    auto call = watch(false, false, "Keepalive-Ping-Interval: 1\r\n");
    QCOMPARE(call.nextMessage().value_or(""), R"({"keepalive":{}})");
    QCOMPARE(call.nextMessage().value_or(""), R"({"keepalive":{}})");
}

void TestAgentFileWatch::aDeadlineEndsIt()
{
    auto call = watch(false, false, "Connect-Timeout-Ms: 50\r\n");
    QCOMPARE(call.errorCode(), "deadline_exceeded");
    auto none = m_agent->files().watch({.path = m_root}, "Connect-Timeout-Ms: 0\r\n");
    QCOMPARE(none.errorCode(), "deadline_exceeded");
}

void TestAgentFileWatch::aClientThatLeavesIsForgotten()
{
    const auto watches = [this] {
        return m_agent->process()
            .shell("cat /proc/$PPID/fdinfo/* 2>/dev/null | grep -c ^inotify")
            .output();
    };
    auto kept = std::make_unique<AgentCall>(watch(false));
    const auto one = watches();
    {
        QCOMPARE(::mkdir((m_root + "/sub").c_str(), 0777), 0);
        auto left = watch(true);
        QVERIFY(watches() != one);
    }
    QTRY_COMPARE(watches(), one);
    kept.reset();
    QTRY_COMPARE(watches(), "0\n");
}

void TestAgentFileWatch::aClientThatDoesNotReadCostsBoundedMemory()
{
    startAgent(FileAgent::Freeing::AtOnce);
    auto slow = watch(false, true);
    const auto before = m_agent->process().memory();
    m_agent->writeALot();
    QVERIFY2(m_agent->process().memory() - before < 24L << 10, "KiB");
    // What was taken in is told, then comes the end with its reason.
    while (!std::holds_alternative<std::monostate>(next(slow))) {
    }
    QCOMPARE(slow.errorCode(), "internal");
}

void TestAgentFileWatch::whatCannotBeWatchedIsSaid_data()
{
    QTest::addColumn<std::string>("path"); // below the test's directory
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *path, const char *code, const char *message) {
        QTest::newRow(path) << std::string(path) << std::string(code) << std::string(message);
    };
    row("/none", "not_found", "not found");
    row("/file", "invalid_argument", "not a directory");
    row("/file/b", "internal", "not a directory");
    row("/loop", "internal", "symbolic links");
    row("/closed", "internal", "permission denied");
    row("/closed/b", "permission_denied", "permission denied");
}

void TestAgentFileWatch::whatCannotBeWatchedIsSaid()
{
    QFETCH(const std::string, path);
    QFETCH(const std::string, code);
    QFETCH(const std::string, message);
    writeFile(m_root + "/file");
    QCOMPARE(::symlink("loop", (m_root + "/loop").c_str()), 0);
    QCOMPARE(::mkdir((m_root + "/closed").c_str(), 0777), 0);
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0), 0);
    auto call = m_agent->files().watch({.path = m_root + path, .recursive = true});
    QCOMPARE(call.head().status, 200);
    QCOMPARE(call.errorCode(), code);
    QVERIFY2(call.errorMessage().contains(message), call.errorMessage().c_str());
    const auto polled =
        m_agent->files().call("CreateWatcher", encodeWatchDirectory({.path = m_root + path}));
    QCOMPARE(polled.code(), code);
}

QTEST_GUILESS_MAIN(TestAgentFileWatch)
#include "tst_agentfilewatch.moc"
