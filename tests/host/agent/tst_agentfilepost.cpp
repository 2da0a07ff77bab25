// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr const char *bytesType = "application/octet-stream";
constexpr const char *formType = "multipart/form-data; boundary=B";

std::string part(const std::string &filename, const std::string &content,
                 const std::string &name = "file")
{
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename +
           "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
}

} // namespace

/// POST /files of the real agent.
class TestAgentFilePost : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root;

    [[nodiscard]] FileReply post(const std::string &name, std::string_view body,
                                 std::string_view fields = {}) const
    {
        return m_agent->files().post(pathQuery(m_root + name), bytesType, body, fields);
    }
    [[nodiscard]] FileReply postForm(std::string_view query, const std::string &parts) const
    {
        return m_agent->files().post(query, formType, parts + "--B--\r\n");
    }

    void startAgent(FileAgent::Freeing freeing);

private Q_SLOTS:
    void init();
    void cleanup();
    void bytesBecomeAFile();
    void theCapturedWriteOfTheSdkIsTaken();
    void aFormWritesEachOfItsFiles();
    void anExistingFileKeepsItsMode();
    void metadataIsReplacedAsAWhole();
    void aBodyIsWrittenWhileItComes();
    void anEmptyBodyIsAnEmptyFile();
    void namesOfAnyBytesAreWritten();
    void whatCannotBeWrittenIsSaid_data();
    void whatCannotBeWrittenIsSaid();
    void malformedFormsAreSaid_data();
    void malformedFormsAreSaid();
    void aFileThatMayNotGrowIsAFullDisk();
    void whatCameBeforeAnErrorStays();
    void withATokenASignatureIsNeeded();
};

void TestAgentFilePost::startAgent(FileAgent::Freeing freeing)
{
    m_agent = std::make_unique<FileAgent>(0, freeing);
    m_root = m_agent->root();
}

void TestAgentFilePost::init()
{
    QTest::failOnWarning();
    startAgent(FileAgent::Freeing::Usual);
}

void TestAgentFilePost::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

void TestAgentFilePost::bytesBecomeAFile()
{
    const std::string content("hello\0\r\n--B\xFF", 12);
    const auto reply = post("/d/e/a.bin", content);
    QCOMPARE(reply.status, 200);
    QCOMPARE(std::string(reply.headers.value("Content-Type")), "text/plain; charset=utf-8");
    const auto written = decodeWrittenFiles(reply.body);
    SG_VERIFY_RESULT(written);
    QCOMPARE(written->size(), 1U);
    QCOMPARE(written->front().path, m_root + "/d/e/a.bin");
    QCOMPARE(written->front().name, "a.bin");
    QCOMPARE(readFile(m_root + "/d/e/a.bin"), content);
    const auto entry = m_agent->files().stat(m_root + "/d/e/a.bin").entry();
    QCOMPARE(entry.permissions, "-rw-r--r--");
    QCOMPARE(m_agent->files().stat(m_root + "/d/e").entry().permissions, "drwxr-xr-x");
    QCOMPARE(entry.owner, m_agent->files().stat(m_root).entry().owner);
}

void TestAgentFilePost::theCapturedWriteOfTheSdkIsTaken()
{
    const std::string boundary = "----formdata-undici-053665164991";
    const std::string form = "--" + boundary +
                             "\r\nContent-Disposition: form-data; name=\"file\"; "
                             "filename=\"dir/a.txt\"\r\n"
                             "Content-Type: application/octet-stream\r\n\r\nhello\r\n--" +
                             boundary + "--\r\n";
    std::string request = "POST /files?" + pathQuery(m_root + "/dir/a.txt") +
                          " HTTP/1.1\r\ncontent-type: multipart/form-data; boundary=" + boundary +
                          "\r\ntransfer-encoding: chunked\r\n\r\n";
    for (const char byte : form)
        request.append("1\r\n").append(1, byte).append("\r\n");
    const auto reply = m_agent->files().send(request + "0\r\n\r\n");
    QCOMPARE(reply.body,
             R"([{"name":"a.txt","path":")" + m_root + R"(/dir/a.txt","type":"file"}])");
    QCOMPARE(readFile(m_root + "/dir/a.txt"), "hello"); // the query wins over the name in the form
}

void TestAgentFilePost::aFormWritesEachOfItsFiles()
{
    const auto reply =
        postForm("", part(m_root + "/x/1.txt", "one") + part("ignored", "no", "other") +
                         part(m_root + "/x/a%22b.txt", "two\r\n--Bx") + part(m_root + "/3", ""));
    QCOMPARE(reply.status, 200);
    QCOMPARE(decodeWrittenFiles(reply.body)->size(), 3U);
    QCOMPARE(readFile(m_root + "/x/1.txt"), "one");
    QCOMPARE(readFile(m_root + "/x/a%22b.txt"), "two\r\n--Bx"); // nothing is undone
    QCOMPARE(readFile(m_root + "/3"), "");
    QCOMPARE(postForm("", part("ignored", "no", "other")).body, "[]");
    QCOMPARE(postForm("", "").body, "[]");
    QCOMPARE(postForm("path=", part(m_root + "/4", "x")).status, 200); // an empty path is none
    QCOMPARE(readFile(m_root + "/4"), "x");
}

void TestAgentFilePost::anExistingFileKeepsItsMode()
{
    QCOMPARE(post("/run.sh", "a longer first content").status, 200);
    QCOMPARE(::chmod((m_root + "/run.sh").c_str(), 0750), 0);
    QCOMPARE(::symlink("run.sh", (m_root + "/link").c_str()), 0);
    QCOMPARE(post("/link", "short").status, 200);
    QCOMPARE(readFile(m_root + "/run.sh"), "short");
    QCOMPARE(m_agent->files().stat(m_root + "/run.sh").entry().mode, 0750U);
    QVERIFY(m_agent->files().stat(m_root + "/link").entry().symlinkTarget);
}

void TestAgentFilePost::metadataIsReplacedAsAWhole()
{
    writeFile(m_root + "/probe");
    if (::setxattr((m_root + "/probe").c_str(), "user.probe", "x", 1, 0) != 0)
        QSKIP("the file system has no extended attributes");
    const auto metadata = [this] { return m_agent->files().stat(m_root + "/a").entry().metadata; };
    const auto reply = post("/a", "x", "X-Metadata-Owner: Ann B\r\nx-metadata-KEY: 1\r\n");
    QVERIFY(decodeWrittenFiles(reply.body)->front().metadata ==
            (StringMap{{"key", "1"}, {"owner", "Ann B"}}));
    QVERIFY(metadata() == (StringMap{{"key", "1"}, {"owner", "Ann B"}}));
    QCOMPARE(post("/a", "x", "X-Metadata-Other: 2\r\n").status, 200);
    QVERIFY(metadata() == (StringMap{{"other", "2"}}));
    QCOMPARE(post("/a", "x").status, 200);
    QVERIFY(metadata().empty());
    const auto field = [](const std::string &key, std::size_t size) {
        return "X-Metadata-" + key + ": " + std::string(size, 'v') + "\r\n";
    };
    QCOMPARE(post("/a", "x", field(std::string(246, 'k'), 1)).status, 200);
    QCOMPARE(post("/a", "x", field(std::string(247, 'k'), 1)).status, 400);
    QCOMPARE(post("/a", "x", field("k", 4086)).status, 200); // 9 + 1 + 4086
    QCOMPARE(post("/a", "x", field("k", 4087)).status, 400);
    QCOMPARE(post("/a", "x", "X-Metadata-k: \xC3\xA9\r\n").status, 400);
}

void TestAgentFilePost::aBodyIsWrittenWhileItComes()
{
    startAgent(FileAgent::Freeing::AtOnce);
    constexpr std::size_t size = 128UL << 20;
    const std::string piece(1UL << 20, 'x');
    AgentCall call(m_agent->process().path(),
                   "POST /files?" + pathQuery(m_root + "/big") +
                       " HTTP/1.1\r\ncontent-type: application/octet-stream\r\ncontent-length: " +
                       std::to_string(size) + "\r\n\r\n");
    long before = 0;
    for (std::size_t sent = 0; sent < size; sent += piece.size()) {
        if (sent == size / 4) // every buffer on the way has been used by now
            before = m_agent->process().memory();
        QVERIFY(call.client().send(piece));
    }
    QCOMPARE(call.head().status, 200);
    QVERIFY2(m_agent->process().memory() - before < 8L << 10, "KiB");
    QCOMPARE(m_agent->files().stat(m_root + "/big").entry().size, qint64(size));
}

void TestAgentFilePost::anEmptyBodyIsAnEmptyFile()
{
    writeFile(m_root + "/a", "former");
    QCOMPARE(::chmod((m_root + "/a").c_str(), 0666), 0);
    QCOMPARE(post("/a", "").status, 200);
    QCOMPARE(readFile(m_root + "/a"), "");
    QCOMPARE(post("/new", "").status, 200);
    QCOMPARE(readFile(m_root + "/new"), "");
}

void TestAgentFilePost::namesOfAnyBytesAreWritten()
{
    for (const auto *const name : {"/caf\xE9", "/line\nfeed", "/\"quoted\"", "/a b+%41"}) {
        QCOMPARE(post(name, "here").status, 200);
        QCOMPARE(readFile(m_root + name), "here");
    }
    // The name that a listing shows leads to the file that is there.
    const auto reply = post("/caf\\xE9", "again");
    QCOMPARE(readFile(m_root + "/caf\xE9"), "again");
    QCOMPARE(decodeWrittenFiles(reply.body)->front().path, m_root + "/caf\\xE9");
}

void TestAgentFilePost::whatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<std::string>("query"); // "@" is the test's directory
    QTest::addColumn<std::string>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *query, int status, const char *message,
                        const char *fields = "") {
        QTest::addRow("%s %s", query, fields)
            << std::string(query) << std::string(fields) << status << std::string(message);
    };
    row("", 400, "path");
    row("path=", 400, "path");
    row("path=@/directory", 400, "path is a directory: @/directory");
    row("path=@/new/", 400, "path is a directory: @/new/");
    row("path=@/file/b", 500, "path is a file: @/file");
    row("path=@/loop", 500, "symbolic links");
    row("path=@/loop/b", 500, "symbolic links");
    row("path=@/closed/b", 500, "permission denied");
    row("path=@/readonly", 500, "permission denied");
    row("path=@/fifo", 500, "no such device");
    row("path=~bob/x", 400, "~bob/x");
    row("path=@/new&username=bob", 401, "invalid username: 'bob'");
    row("path=@/new", 400, "unsupported content encoding: br", "Content-Encoding: br\r\n");
    row("path=@/new", 401, "invalid username: 'bob'", "Authorization: Basic Ym9iOg==\r\n");
}

void TestAgentFilePost::whatCannotBeWrittenIsSaid()
{
    QFETCH(const std::string, query);
    QFETCH(const std::string, fields);
    QFETCH(const int, status);
    QFETCH(const std::string, message);
    for (const char *const name : {"/file", "/readonly"})
        QCOMPARE(post(name, "x").status, 200);
    for (const char *const name : {"/directory", "/closed"})
        QCOMPARE(m_agent->files().make(m_root + name).status, 200);
    QCOMPARE(::mkfifo((m_root + "/fifo").c_str(), 0666), 0);
    QCOMPARE(::chmod((m_root + "/fifo").c_str(), 0666), 0);
    QCOMPARE(::symlink("loop", (m_root + "/loop").c_str()), 0);
    QCOMPARE(::chmod((m_root + "/readonly").c_str(), 0444), 0);
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0), 0);
    const auto filled = [this](const std::string &text) {
        return QString::fromStdString(text).replace(u'@', QString::fromStdString(m_root));
    };
    const auto reply =
        m_agent->files().post(filled(query).toStdString(), bytesType, "content", fields);
    QCOMPARE(reply.status, status);
    QVERIFY2(QString::fromStdString(reply.message()).contains(filled(message)),
             reply.message().c_str());
    QCOMPARE(readFile(m_root + "/new"), "missing");
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0755), 0);
}

void TestAgentFilePost::malformedFormsAreSaid_data()
{
    QTest::addColumn<std::string>("query");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *name, const char *type, const std::string &body,
                        const char *message, const char *query = "") {
        QTest::newRow(name) << std::string(query) << std::string(type) << body
                            << std::string(message);
    };
    row("another type", "text/plain", "x", "unsupported content type: text/plain");
    row("no type", "", "x", "unsupported content type: ");
    row("no boundary", "multipart/form-data", "x", "boundary");
    row("no name", formType,
        "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--B--\r\n", "names");
    row("an empty name", formType, part("", "x") + "--B--\r\n", "names");
    row("two for one path", formType, part("a", "x") + part("b", "y") + "--B--\r\n", "several",
        "path=%2Fdev%2Fshm%2Fsandglass-agent-test");
    row("cut", formType, "--B\r\nContent-Disp", "ends in the middle");
    row("nothing", formType, "", "ends in the middle");
    row("no form", formType, std::string(100'000, 'x'), "boundary");
}

void TestAgentFilePost::malformedFormsAreSaid()
{
    QFETCH(const std::string, query);
    QFETCH(const std::string, type);
    QFETCH(const std::string, body);
    QFETCH(const std::string, message);
    const auto reply = m_agent->files().post(query, type, body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.message().contains(message), reply.message().c_str());
    ::unlink("/dev/shm/sandglass-agent-test");
}

void TestAgentFilePost::aFileThatMayNotGrowIsAFullDisk()
{
    FileAgent small(100'000);
    const auto reply =
        small.files().post(pathQuery(small.root() + "/a"), bytesType, std::string(300'000, 'x'));
    QCOMPARE(reply.status, 507);
    QVERIFY2(reply.message().contains("not enough disk space available"), reply.message().c_str());
    QCOMPARE(small.files().post(pathQuery(small.root() + "/b"), bytesType, "fits").status, 200);
    QCOMPARE(small.stop(), 0); // it has not been killed by SIGXFSZ
}

void TestAgentFilePost::whatCameBeforeAnErrorStays()
{
    const auto reply =
        postForm("", part(m_root + "/1", "one") + part(m_root, "no file") + part("3", "three"));
    QCOMPARE(reply.status, 400);
    QCOMPARE(readFile(m_root + "/1"), "one");
    // A client that leaves leaves what it has sent, and the agent goes on.
    {
        AgentCall left(m_agent->process().path(),
                       "POST /files?" + pathQuery(m_root + "/half") +
                           " HTTP/1.1\r\ncontent-type: application/octet-stream\r\n"
                           "content-length: 100\r\n\r\nhalf");
        left.client().waitUntilTaken();
    }
    QTRY_COMPARE(readFile(m_root + "/half"), "half");
    QCOMPARE(post("/half", "whole").status, 200);
}

void TestAgentFilePost::withATokenASignatureIsNeeded()
{
    QCOMPARE(m_agent->process()
                 .send(AgentProcess::request("/init", "application/json",
                                             R"({"accessToken":"ea_0123456789abcdef"})"))
                 .head()
                 .status,
             204);
    QCOMPARE(post("/a", "x").status, 401);
    QCOMPARE(post("/a", "x", "X-Access-Token: ea_0123456789abcdef\r\n").status, 200);
    // A vector of the protocol page: an upload without a path, and the form names the file.
    const std::string signature = "signature=v1_ZLsslBoqHBVQsrFkmOYpVkR8wGY9XisFk4jAVnGbsvc";
    QCOMPARE(postForm(signature, part(m_root + "/signed", "x")).status, 200);
    QCOMPARE(m_agent->files().get(signature).message(), "invalid signature"); // for writing alone
}

QTEST_GUILESS_MAIN(TestAgentFilePost)
#include "tst_agentfilepost.moc"
