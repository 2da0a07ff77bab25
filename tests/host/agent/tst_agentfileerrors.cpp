// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// How the calls about files fail: every situation that the protocol page names.
class TestAgentFileErrors : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root;

private Q_SLOTS:
    void init();
    void cleanup();
    void everySituationHasItsCode_data();
    void everySituationHasItsCode();
    void theCallsHaveTheFormOfConnect();
};

void TestAgentFileErrors::init()
{
    QTest::failOnWarning();
    m_agent = std::make_unique<FileAgent>();
    m_root = m_agent->root();
}

void TestAgentFileErrors::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

namespace {

// "@" stands for the test's directory.
void row(const char *method, const char *request, const char *code, const char *message)
{
    QTest::addRow("%s %s", method, request)
        << std::string(method) << std::string(request) << std::string(code) << std::string(message);
}

void addLookingRows()
{
    row("Stat", R"({"path":"@/none"})", "not_found", "file not found: lstat @/none: no such file");
    row("Stat", R"({"path":"@/file/b"})", "internal", "not a directory");
    row("Stat", R"({"path":"@/closed/b"})", "permission_denied", "permission denied");
    row("Stat", R"({"path":"~bob/x"})", "invalid_argument", "~bob/x");
    row("Stat", R"({"path":7})", "invalid_argument", "path must be a string");
    row("Stat", R"({"path":"a\u0000b"})", "invalid_argument", "zero byte");
    row("ListDir", R"({"path":"@/none"})", "not_found", "path not found: @/none");
    row("ListDir", R"({"path":"@/file"})", "invalid_argument", "path is not a directory: @/file");
    row("ListDir", R"({"path":"@/file/b"})", "internal", "not a directory");
    row("ListDir", R"({"path":"@/loop"})", "failed_precondition", "symbolic links");
    row("ListDir", R"({"path":"@/closed"})", "permission_denied", "permission denied");
    row("ListDir", R"({"path":"~bob"})", "invalid_argument", "~bob");
}

void addActingRows()
{
    row("MakeDir", R"({"path":"@/full"})", "already_exists", "directory already exists: @/full");
    row("MakeDir", R"({"path":"@/file"})", "invalid_argument",
        "path already exists but it is not a directory: @/file");
    row("MakeDir", R"({"path":"@/file/b"})", "internal", "not a directory");
    row("MakeDir", R"({"path":"@/dangling"})", "internal", "file exists");
    row("MakeDir", R"({"path":"@/closed/b"})", "permission_denied", "permission denied");
    row("Move", R"({"source":"@/none","destination":"@/new"})", "not_found",
        "no such file or directory");
    row("Move", R"({"source":"@/file","destination":"@/full"})", "internal",
        "error renaming: rename @/file @/full: file exists");
    row("Move", R"({"source":"@/full","destination":"@/empty"})", "internal", "file exists");
    row("Move", R"({"source":"@/file","destination":"@/file/b"})", "internal", "path is a file");
    row("Move", R"({"source":"@/full","destination":"@/full/full/b"})", "internal",
        "invalid argument");
    row("Move", R"({"source":"@/file","destination":"/tmp/sandglass-test"})", "internal",
        "invalid cross-device link");
    row("Move", R"({"source":"@/file","destination":"@/closed/b"})", "permission_denied",
        "permission denied");
    row("Remove", R"({"path":"@/closed"})", "permission_denied", "@/closed: permission denied");
    row("Remove", R"({"path":"@/file/b"})", "internal", "not a directory");
    row("Remove", R"({"path":"/"})", "invalid_argument", "/");
    row("Remove", R"({"path":"@/full/.."})", "invalid_argument", "..");
    row("GetWatcherEvents", R"({"watcherId":"w9"})", "not_found", "watcher with id w9 not found");
    row("RemoveWatcher", R"({"watcherId":"w9"})", "not_found", "watcher with id w9 not found");
    row("RemoveWatcher", "{}", "invalid_argument", "watcherId is missing");
}

} // namespace

void TestAgentFileErrors::everySituationHasItsCode_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("request");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("message");
    addLookingRows();
    addActingRows();
}

void TestAgentFileErrors::everySituationHasItsCode()
{
    QFETCH(const std::string, method);
    QFETCH(const std::string, request);
    QFETCH(const std::string, code);
    QFETCH(const std::string, message);
    writeFile(m_root + "/file");
    for (const char *const name : {"/full", "/full/full", "/empty", "/closed", "/closed/inside"})
        QCOMPARE(m_agent->files().make(m_root + name).status, 200);
    QCOMPARE(::symlink("nowhere", (m_root + "/dangling").c_str()), 0);
    QCOMPARE(::symlink("loop", (m_root + "/loop").c_str()), 0);
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0), 0);
    const auto filled = [this](const std::string &text) {
        return QString::fromStdString(text).replace(u'@', QString::fromStdString(m_root));
    };
    const auto reply = m_agent->files().call(method, filled(request).toStdString());
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, httpStatusOf(code));
    QVERIFY2(QString::fromStdString(reply.message()).contains(filled(message)),
             reply.message().c_str());
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0755), 0);
    QCOMPARE(m_agent->files().stat(m_root + "/file").status, 200);
    QCOMPARE(m_agent->files().stat(m_root + "/full/full").status, 200);
}

void TestAgentFileErrors::theCallsHaveTheFormOfConnect()
{
    auto get = m_agent->process().get("/filesystem.Filesystem/Stat");
    QCOMPARE(get.head().status, 405);
    QCOMPARE(std::string(get.head().headers.value("Allow")), "POST");
    const auto post = [this](std::string_view method, std::string_view type) {
        return m_agent->files().send(AgentProcess::request(
            "/filesystem.Filesystem/" + std::string(method), type, R"({"path":"/"})"));
    };
    QCOMPARE(post("Stat", "application/proto").status, 415);
    QCOMPARE(post("Stat", "application/json; charset=utf-8").status, 200);
    QCOMPARE(post("WatchDir", "application/json").status, 415);
    QCOMPARE(post("Nonsense", "application/json").status, 404);
    QCOMPARE(m_agent->files().call("Stat", "").code(), "invalid_argument");
    const std::string bob = "Authorization: Basic Ym9iOg==\r\n";
    QCOMPARE(m_agent->files().call("Stat", R"({"path":"/"})", bob).code(), "unauthenticated");
}

QTEST_GUILESS_MAIN(TestAgentFileErrors)
#include "tst_agentfileerrors.moc"
