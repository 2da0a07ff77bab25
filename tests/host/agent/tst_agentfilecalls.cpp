// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

// A sanitizer takes more memory than there is to measure.
#ifdef __SANITIZE_ADDRESS__
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

} // namespace

/// Stat, ListDir, MakeDir, Move and Remove of the real agent. It runs as an ordinary user, as in a
/// sandbox.
class TestAgentFileCalls : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root; ///< an empty directory of the agent's user

    void startAgent(FileAgent::Freeing freeing);

private Q_SLOTS:
    void init();
    void cleanup();
    void anEntryTellsWhatLstatAndStatSay();
    void kindsAreWrittenAsGoDoes();
    void linksTellTheirTarget();
    void metadataComesAlong();
    void listsArePreOrderAndLexical();
    void listedLinksAreNotEntered();
    void aDirectoryThatCannotBeReadIsListedAndNotEntered();
    void tenThousandEntriesAreListed();
    void aLongAnswerIsNotHeldAsAWhole();
    void namesOfAnyBytesAreListedAndFound();
    void directoriesAreMadeWithTheirParents();
    void moveReplacesAFileAndMakesParents();
    void removeTakesTreesAndNotWhatTheyPointTo();
    void aTreeOfThousandsIsRemovedWhileOthersAreServed();
};

void TestAgentFileCalls::startAgent(FileAgent::Freeing freeing)
{
    m_agent = std::make_unique<FileAgent>(0, freeing);
    m_root = m_agent->root();
}

void TestAgentFileCalls::init()
{
    QTest::failOnWarning();
    startAgent(FileAgent::Freeing::Usual);
}

void TestAgentFileCalls::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

void TestAgentFileCalls::anEntryTellsWhatLstatAndStatSay()
{
    const auto path = m_root + "/a.txt";
    writeFile(path, "hello");
    QCOMPARE(::chmod(path.c_str(), 0640), 0);
    const std::array<timespec, 2> times{
        {{.tv_sec = 1, .tv_nsec = 0}, {.tv_sec = 1'767'323'045, .tv_nsec = 678'901'234}}};
    QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);
    const auto reply = m_agent->files().stat(path);
    QCOMPARE(reply.status, 200);
    QCOMPARE(std::string(reply.headers.value("Content-Type")), "application/json");
    const auto entry = reply.entry();
    QCOMPARE(entry.name, "a.txt");
    QCOMPARE(entry.path, path);
    QVERIFY(entry.type == FileType::File);
    QCOMPARE(entry.size, 5);
    QCOMPARE(entry.mode, 0640U);
    QCOMPARE(entry.permissions, "-rw-r-----");
    QVERIFY(entry.modified == *parseTimestamp("2026-01-02T03:04:05.678901234Z"));
    if (::geteuid() == 0) {
        QCOMPARE(entry.owner, "root");
        QCOMPARE(entry.group, "root");
        QCOMPARE(::chown(path.c_str(), 54'321, 54'321), 0);
        QCOMPARE(m_agent->files().stat(path).entry().owner, "54321"); // nobody's
        QCOMPARE(m_agent->files().stat(path).entry().group, "54321");
    }
}

void TestAgentFileCalls::kindsAreWrittenAsGoDoes()
{
    const auto permissions = [this](const std::string &path) {
        return m_agent->files().stat(path).entry().permissions;
    };
    QCOMPARE(::chmod(m_root.c_str(), 01777), 0);
    QCOMPARE(permissions(m_root), "dtrwxrwxrwx");
    QCOMPARE(m_agent->files().stat(m_root).entry().mode, 0777U);
    QCOMPARE(::mkfifo((m_root + "/fifo").c_str(), 0600), 0);
    QCOMPARE(permissions(m_root + "/fifo"), "prw-------");
    QVERIFY(m_agent->files().stat(m_root + "/fifo").entry().type == FileType::Unknown);
    QCOMPARE(permissions("/dev/null"), "Dcrw-rw-rw-");
    QVERIFY(m_agent->files().stat("/dev/null").entry().type == FileType::Unknown);
    QCOMPARE(permissions(m_agent->process().path()).front(), 'S');
    writeFile(m_root + "/setuid");
    QCOMPARE(::chmod((m_root + "/setuid").c_str(), 06755), 0);
    QCOMPARE(permissions(m_root + "/setuid"), "ugrwxr-xr-x");
    QCOMPARE(m_agent->files().stat("/").entry().name, "/");
    QVERIFY(m_agent->files().stat("/").entry().type == FileType::Directory);
}

void TestAgentFileCalls::linksTellTheirTarget()
{
    writeFile(m_root + "/file", "hello");
    QCOMPARE(::chmod((m_root + "/file").c_str(), 0600), 0);
    QCOMPARE(::symlink("file", (m_root + "/link").c_str()), 0);
    QCOMPARE(::symlink("nowhere", (m_root + "/dangling").c_str()), 0);
    QCOMPARE(::symlink("loop", (m_root + "/loop").c_str()), 0);
    const auto link = m_agent->files().stat(m_root + "/link").entry();
    QVERIFY(link.type == FileType::File);
    QCOMPARE(link.mode, 0600U);
    QCOMPARE(link.permissions, "Lrwxrwxrwx");
    QCOMPARE(link.size, 4); // of the link itself
    QVERIFY(link.symlinkTarget == m_root + "/file");
    for (const char *const name : {"/dangling", "/loop"}) {
        const auto entry = m_agent->files().stat(m_root + name).entry();
        QVERIFY(entry.type == FileType::Unknown);
        QCOMPARE(entry.mode, 0U);
        QVERIFY(entry.symlinkTarget == m_root + name);
    }
}

void TestAgentFileCalls::metadataComesAlong()
{
    const auto path = m_root + "/a";
    writeFile(path);
    if (::setxattr(path.c_str(), "user.e2b.owner", "Ann B", 5, 0) != 0)
        QSKIP("the file system has no extended attributes");
    QCOMPARE(::setxattr(path.c_str(), "user.other", "x", 1, 0), 0);
    QVERIFY(m_agent->files().stat(path).entry().metadata == (StringMap{{"owner", "Ann B"}}));
}

void TestAgentFileCalls::listsArePreOrderAndLexical()
{
    for (const char *const name : {"/b", "/b/d", "/b/d/f", "/B"})
        QCOMPARE(::mkdir((m_root + name).c_str(), 0777), 0);
    for (const char *const name : {"/a", "/c", "/b/e", "/b/d/g", "/.hidden"})
        writeFile(m_root + name);
    const auto expected = [this](std::initializer_list<const char *> names) {
        std::vector<std::string> paths;
        for (const char *const name : names)
            paths.push_back(m_root + name);
        return paths;
    };
    QCOMPARE(m_agent->files().list(m_root).paths(), expected({"/.hidden", "/B", "/a", "/b", "/c"}));
    QCOMPARE(m_agent->files().list(m_root, 0).paths(), m_agent->files().list(m_root, 1).paths());
    QCOMPARE(m_agent->files().list(m_root + "/", 2).paths(),
             expected({"/.hidden", "/B", "/a", "/b", "/b/d", "/b/e", "/c"}));
    QCOMPARE(m_agent->files().list(m_root, 4'000'000'000).paths(),
             expected({"/.hidden", "/B", "/a", "/b", "/b/d", "/b/d/f", "/b/d/g", "/b/e", "/c"}));
    QCOMPARE(m_agent->files().list(m_root + "/B").paths(), std::vector<std::string>());
    QCOMPARE(m_agent->files().list(m_root + "/B").body, R"({"entries":[]})");
    QCOMPARE(m_agent->files().list("/").paths().front().front(), '/');
}

void TestAgentFileCalls::listedLinksAreNotEntered()
{
    QCOMPARE(::mkdir((m_root + "/real").c_str(), 0777), 0);
    writeFile(m_root + "/real/a");
    QCOMPARE(::symlink("real", (m_root + "/link").c_str()), 0);
    QCOMPARE(::symlink("..", (m_root + "/real/up").c_str()), 0);
    const std::vector<std::string> expected{m_root + "/link", m_root + "/real", m_root + "/real/a",
                                            m_root + "/real/up"};
    QCOMPARE(m_agent->files().list(m_root, 9).paths(), expected);
    // The listed one itself may be a link, and its name stays.
    const std::vector<std::string> through{m_root + "/link/a", m_root + "/link/up"};
    QCOMPARE(m_agent->files().list(m_root + "/link").paths(), through);
}

void TestAgentFileCalls::aDirectoryThatCannotBeReadIsListedAndNotEntered()
{
    for (const char *const name : {"/closed", "/blind", "/blind/inside", "/open"})
        QCOMPARE(::mkdir((m_root + name).c_str(), 0777), 0);
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0), 0);
    QCOMPARE(::chmod((m_root + "/blind").c_str(), 0444), 0); // names, but nothing about them
    const auto reply = m_agent->files().list(m_root, 3);
    const std::vector<std::string> expected{m_root + "/blind", m_root + "/blind/inside",
                                            m_root + "/closed", m_root + "/open"};
    QCOMPARE(reply.paths(), expected);
    QCOMPARE(m_agent->files().list(m_root + "/closed").code(), "permission_denied");
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0755), 0);
    QCOMPARE(::chmod((m_root + "/blind").c_str(), 0755), 0);
}

void TestAgentFileCalls::tenThousandEntriesAreListed()
{
    constexpr std::size_t count = 10'000;
    for (std::size_t i = 0; i < count; ++i)
        writeFile(m_root + "/file with a name of some length " + std::to_string(100'000 + i));
    const auto reply = m_agent->files().list(m_root);
    QVERIFY(reply.isWhole);
    // By hand: reading so much JSON without optimisation and with a sanitizer takes half a minute.
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        at = reply.body.find("some length " + std::to_string(100'000 + i) + "\",\"owner\"", at);
        QVERIFY2(at != std::string::npos, std::to_string(i).c_str());
    }
    QCOMPARE(reply.body.find("\"name\"", at), std::string::npos);
}

void TestAgentFileCalls::aLongAnswerIsNotHeldAsAWhole()
{
    startAgent(FileAgent::Freeing::AtOnce);
    for (int i = 0; i < 100; ++i) {
        const auto directory = m_root + "/directory " + std::to_string(i);
        QCOMPARE(::mkdir(directory.c_str(), 0755), 0);
        for (int j = 0; j < 200; ++j)
            writeFile(directory + "/file with a name of some length " + std::to_string(j));
    }
    const auto before = m_agent->process().memory();
    AgentCall call(m_agent->process().path(),
                   AgentProcess::request("/filesystem.Filesystem/ListDir", "application/json",
                                         encodeListDirectory({.path = m_root, .depth = 2})));
    QCOMPARE(call.head().status, 200);
    const auto held = (m_agent->process().memory() - before) << 10;
    const auto size = static_cast<long>(call.body().size());
    QVERIFY(call.isComplete());
    QVERIFY2(isSanitized || held < size / 2, qPrintable(u"%1 of %2 bytes"_s.arg(held).arg(size)));
}

void TestAgentFileCalls::namesOfAnyBytesAreListedAndFound()
{
    const std::vector<std::string> names{"caf\xE9", "line\nfeed", "quote\"s\\", "\xFF\xFE",
                                         "\xE2\x80\xAE.txt"};
    for (const auto &name : names)
        writeFile(m_root + "/" + name, "here");
    const auto paths = m_agent->files().list(m_root).paths();
    QCOMPARE(paths.size(), names.size());
    QVERIFY(std::ranges::contains(paths, m_root + "/caf\\xE9"));
    for (const auto &path : paths) // the text of the listing names the file
        QCOMPARE(m_agent->files().stat(path).entry().size, 4);
    QCOMPARE(m_agent->files().move(m_root + "/caf\\xE9", m_root + "/caf\xC3\xA9").status, 200);
    QVERIFY(!QFile::exists(QString::fromStdString(m_root) + u"/caf\\xE9"_s));
    QCOMPARE(::access((m_root + "/caf\xC3\xA9").c_str(), F_OK), 0);
    QCOMPARE(m_agent->files().remove(m_root + "/\\xFF\\xFE").status, 200);
    QCOMPARE(::access((m_root + "/\xFF\xFE").c_str(), F_OK), -1);
    writeFile(m_root + "/\xE9");
    writeFile(m_root + "/\\xE9", "as it stands"); // comes first
    QCOMPARE(m_agent->files().stat(m_root + "/\\xE9").entry().size, 12);
}

void TestAgentFileCalls::directoriesAreMadeWithTheirParents()
{
    const auto reply = m_agent->files().make(m_root + "/d/e//f/");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.entry().name, "f");
    QVERIFY(reply.entry().type == FileType::Directory);
    QCOMPARE(m_agent->files().stat(m_root + "/d").entry().permissions, "drwxr-xr-x");
    QCOMPARE(m_agent->files().make(m_root + "/d/e").code(), "already_exists");
}

void TestAgentFileCalls::moveReplacesAFileAndMakesParents()
{
    writeFile(m_root + "/a.txt", "new");
    writeFile(m_root + "/b.txt", "older");
    const auto reply = m_agent->files().move(m_root + "/a.txt", m_root + "/b.txt");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.entry().path, m_root + "/b.txt");
    QCOMPARE(reply.entry().size, 3);
    QCOMPARE(m_agent->files().move(m_root + "/b.txt", m_root + "/x/y/c.txt").status, 200);
    QCOMPARE(m_agent->files().move(m_root + "/x", m_root + "/z").status, 200);
    QCOMPARE(m_agent->files().stat(m_root + "/z/y/c.txt").entry().size, 3);
    QCOMPARE(m_agent->files().move(m_root + "/none", m_root + "/made/d").code(), "not_found");
    QCOMPARE(m_agent->files().stat(m_root + "/made").status, 200); // as envd: before it looks
}

void TestAgentFileCalls::removeTakesTreesAndNotWhatTheyPointTo()
{
    for (const char *const name : {"/tree", "/tree/a", "/tree/a/b", "/kept"})
        QCOMPARE(::mkdir((m_root + name).c_str(), 0777), 0);
    for (const char *const name : {"/tree/1", "/tree/a/2", "/tree/a/b/3", "/kept/4"})
        writeFile(m_root + name);
    QCOMPARE(::symlink("../kept", (m_root + "/tree/link").c_str()), 0);
    if (::geteuid() == 0) {
        for (const char *const name : {"/tree", "/tree/a", "/tree/a/b"})
            QCOMPARE(::chown((m_root + name).c_str(), FileAgent::user, FileAgent::user), 0);
    }
    const auto reply = m_agent->files().remove(m_root + "/tree/");
    QCOMPARE(reply.body, "{}");
    QCOMPARE(m_agent->files().list(m_root, 9).paths(),
             (std::vector<std::string>{m_root + "/kept", m_root + "/kept/4"}));
    QCOMPARE(m_agent->files().remove(m_root + "/tree").body, "{}"); // nothing is fine
    QCOMPARE(::symlink("kept", (m_root + "/link").c_str()), 0);
    QCOMPARE(m_agent->files().remove(m_root + "/link/").body, "{}"); // the link and not its target
    QCOMPARE(m_agent->files().stat(m_root + "/kept/4").status, 200);
}

void TestAgentFileCalls::aTreeOfThousandsIsRemovedWhileOthersAreServed()
{
    QCOMPARE(m_agent->files().make(m_root + "/tree/deep").status, 200);
    for (int i = 0; i < 5'000; ++i)
        writeFile(m_root + "/tree/deep/" + std::to_string(i));
    QCOMPARE(::chmod((m_root + "/tree").c_str(), 0755), 0);
    AgentCall removal(m_agent->process().path(),
                      AgentProcess::request("/filesystem.Filesystem/Remove", "application/json",
                                            encodeFilePath(m_root + "/tree")));
    removal.client().waitUntilTaken();
    QCOMPARE(m_agent->process().get("/health").head().status, 204);
    QCOMPARE(removal.body(), "{}");
    QCOMPARE(m_agent->files().stat(m_root + "/tree").code(), "not_found");
}

QTEST_GUILESS_MAIN(TestAgentFileCalls)
#include "tst_agentfilecalls.moc"
