// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/agentjail.h>
#include <tests/host/agent/filecalls.h>
#include <tests/support/result.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr const char *bytesType = "application/octet-stream";

std::string shellRequest(const std::string &script)
{
    StartProcess process;
    process.process = {.cmd = "/bin/bash", .args = {"-c", script}, .envs = {}, .cwd = "/"};
    return AgentProcess::request("/process.Process/Start", "application/connect+json",
                                 encodeConnectFrame(encodeStartProcess(process)));
}

} // namespace

/// Files in a real sandbox: its users, its one kernel user, its full disk.
class TestAgentFileJail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentJail> m_jail;
    std::unique_ptr<FileCalls> m_files;

    /// With the base template and a disk of 4 MiB at /small, or skips.
    void enter();

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup() { m_jail.reset(); }
    void relativePathsAreInTheHomeOfTheUser();
    void theDefaultDirectoryIsForNoPathAlone();
    void whatIsMadeBelongsToTheSandboxUser();
    void rootHasNoMoreRightsThanTheUser();
    void aFullDiskIsSaid();
    void onAFullDiskEverythingElseGoesOn();
    void otherFileSystemsAreNotMovedTo();
    void nothingOfTheHostIsReached();
    void withoutUsersNothingCanBeDone();
};

void TestAgentFileJail::enter()
{
    auto mounts = AgentJail::baseTemplate();
    if (mounts.empty())
        QSKIP("there is no template: run this through ./dev");
    mounts.insert(mounts.end(), {"--size", "4194304", "--tmpfs", "/small"});
    const auto socket = m_dir.filePath(u"socket"_s).toStdString();
    m_jail = std::make_unique<AgentJail>(socket, mounts);
    m_files = std::make_unique<FileCalls>(socket);
}

void TestAgentFileJail::relativePathsAreInTheHomeOfTheUser()
{
    enter();
    QCOMPARE(m_files->post("path=a.txt", bytesType, "hello").status, 200);
    for (const char *const path : {"a.txt", "~/a.txt", "/home/user/a.txt", "./a.txt"})
        QCOMPARE(m_files->stat(path).entry().size, 5);
    QCOMPARE(m_files->get("path=~/a.txt").body, "hello");
    QCOMPARE(m_files->list("").paths(), (std::vector<std::string>{"/home/user/a.txt"}));
    QCOMPARE(m_files->list("~").paths(), m_files->list("").paths());
    QCOMPARE(m_files->make("d/e").entry().path, "/home/user/d/e");
    QCOMPARE(m_files->move("a.txt", "d/b.txt").entry().path, "/home/user/d/b.txt");
    QCOMPARE(m_files->remove("d").status, 200);
    QCOMPARE(m_files->list("").paths(), std::vector<std::string>());
    QCOMPARE(m_files->stat("~root/x").code(), "invalid_argument");
}

void TestAgentFileJail::theDefaultDirectoryIsForNoPathAlone()
{
    enter();
    const auto init = AgentProcess::request("/init", "application/json",
                                            R"({"defaultUser":"user","defaultWorkdir":"/small"})");
    QCOMPARE(m_files->send(init).status, 204);
    QCOMPARE(m_files->post("path=%2Fsmall%2Fa", bytesType, "x").status, 200);
    QCOMPARE(m_files->list("").paths(), (std::vector<std::string>{"/small/a"}));
    QCOMPARE(m_files->stat("a").code(), "not_found"); // relative is to the home
}

void TestAgentFileJail::whatIsMadeBelongsToTheSandboxUser()
{
    enter();
    const auto elsewhere = m_files->post("path=x%2Fa&username=root", bytesType, "hello");
    QVERIFY2(elsewhere.body.contains("/root/x"), elsewhere.body.c_str()); // whether it may or not
    QCOMPARE(m_files->post("path=%2Ftmp%2Fx%2Fa&username=root", bytesType, "hello").status, 200);
    for (const char *const path : {"/tmp/x", "/tmp/x/a"}) {
        const auto entry = m_files->stat(path).entry();
        QCOMPARE(entry.owner, "user");
        QCOMPARE(entry.group, "user");
    }
    QCOMPARE(m_files->stat("/tmp/x/a").entry().permissions, "-rw-r--r--");
}

void TestAgentFileJail::rootHasNoMoreRightsThanTheUser()
{
    enter();
    const std::string root = "Authorization: Basic cm9vdDo=\r\n";
    QCOMPARE(m_files->post("path=%2Ftmp%2Fclosed&username=root", bytesType, "x").status, 200);
    QCOMPARE(m_files->make("/tmp/shut/inside").status, 200);
    AgentCall closing(m_dir.filePath(u"socket"_s).toStdString(),
                      shellRequest("chmod 0 /tmp/closed /tmp/shut"));
    QCOMPARE(closing.end().exitCode, 0);
    QCOMPARE(m_files->get("path=%2Ftmp%2Fclosed&username=root").status, 500);
    QCOMPARE(m_files->call("ListDir", R"({"path":"/tmp/shut"})", root).code(), "permission_denied");
    const auto made = m_files->call("MakeDir", R"({"path":"/etc/new"})", root); // read-only
    QVERIFY2(made.code() == "internal", made.body.c_str());
    QVERIFY(m_files->call("Stat", R"({"path":"x"})", root).message().contains("/root/x"));
    QCOMPARE(m_files->call("Stat", R"({"path":"/"})", "Authorization: Basic Ym9iOg==\r\n").code(),
             "unauthenticated");
}

void TestAgentFileJail::aFullDiskIsSaid()
{
    enter();
    const std::string body(6UL << 20, 'x');
    const auto reply = m_files->post("path=%2Fsmall%2Fbig", bytesType, body);
    QCOMPARE(reply.status, 507);
    QCOMPARE(reply.code(), "507");
    QVERIFY2(reply.message().contains("not enough disk space available"), reply.message().c_str());
    const std::string form = "--B\r\nContent-Disposition: form-data; name=\"file\"; "
                             "filename=\"/small/form\"\r\n\r\n" +
                             body + "\r\n--B--\r\n";
    QCOMPARE(m_files->post("", "multipart/form-data; boundary=B", form).status, 507);
    QCOMPARE(m_files->remove("/small/big").status, 200);
    QCOMPARE(m_files->remove("/small/form").status, 200);
    QCOMPARE(m_files->post("path=%2Fsmall%2Fbig", bytesType, "fits").status, 200);
}

void TestAgentFileJail::onAFullDiskEverythingElseGoesOn()
{
    enter();
    QCOMPARE(m_files->post("path=%2Fsmall%2Fa", bytesType, "former").status, 200);
    AgentCall filling(m_dir.filePath(u"socket"_s).toStdString(),
                      shellRequest("head -c 5000000 /dev/zero >/small/filler"));
    QVERIFY(filling.end().exitCode != 0);
    QCOMPARE(m_files->post("path=%2Fsmall%2Fb", bytesType, std::string(8192, 'x')).status, 507);
    QCOMPARE(m_files->get("path=%2Fsmall%2Fa").body, "former");
    QCOMPARE(m_files->move("/small/a", "/small/c").status, 200);
    QCOMPARE(m_files->list("/small").paths(),
             (std::vector<std::string>{"/small/b", "/small/c", "/small/filler"}));
    QCOMPARE(m_files->remove("/small/filler").status, 200);
    QCOMPARE(m_files->post("path=%2Fsmall%2Fb", bytesType, std::string(8192, 'x')).status, 200);
}

void TestAgentFileJail::otherFileSystemsAreNotMovedTo()
{
    enter();
    QCOMPARE(m_files->post("path=a.txt", bytesType, "x").status, 200);
    const auto reply = m_files->move("a.txt", "/small/a.txt");
    QCOMPARE(reply.code(), "internal");
    QVERIFY2(reply.message().contains("invalid cross-device link"), reply.message().c_str());
    QCOMPARE(m_files->stat("a.txt").status, 200);
}

void TestAgentFileJail::nothingOfTheHostIsReached()
{
    enter();
    const auto outside = m_dir.filePath(u"secret"_s).toStdString();
    QCOMPARE(m_files->get(pathQuery(outside)).status, 404);
    QCOMPARE(m_files->get(pathQuery("/../../../../.." + outside)).status, 404);
    QCOMPARE(m_files->stat("/proc/1/root" + outside).code(), "not_found");
    QCOMPARE(m_files->get("path=%2Fproc%2F1%2Fmem").body, ""); // that of the agent
}

void TestAgentFileJail::withoutUsersNothingCanBeDone()
{
    const auto socket = m_dir.filePath(u"socket"_s).toStdString();
    m_jail = std::make_unique<AgentJail>(socket, std::vector<std::string>{});
    const FileCalls files(socket);
    QCOMPARE(files.stat("/").code(), "unauthenticated");
    QCOMPARE(files.get("path=/agent").status, 400);
}

QTEST_GUILESS_MAIN(TestAgentFileJail)
#include "tst_agentfilejail.moc"
