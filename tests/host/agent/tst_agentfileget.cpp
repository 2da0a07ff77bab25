// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/process.h>
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// GET /files of the real agent.
class TestAgentFileGet : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root;

    [[nodiscard]] FileReply get(const std::string &name, std::string_view fields = {}) const
    {
        return m_agent->files().get(pathQuery(m_root + name), fields);
    }
    void makeSparse(const std::string &name, off_t size) const
    {
        const int fd = ::open((m_root + name).c_str(), O_CREAT | O_WRONLY, 0644);
        QCOMPARE(::ftruncate(fd, size), 0);
        ::close(fd);
    }

    void startAgent(FileAgent::Freeing freeing);

private Q_SLOTS:
    void init();
    void cleanup();
    void aFileComesWithItsHead();
    void anEmptyFileIsEmpty();
    void filesWithoutASizeComeWholeWhereThatIsAsked();
    void aPartIsPartial();
    void anUnchangedFileIsNotSentAgain();
    void plainBytesHaveToBeAllowed();
    void aFileOfFiveGibibytesCostsNoMemory();
    void aSlowReaderHoldsUpNobody();
    void aFileThatShrinksBreaksTheAnswer();
    void aClientMayLeaveInTheMiddle();
    void namesOfAnyBytesAreFound();
    void whatCannotBeSentIsSaid_data();
    void whatCannotBeSentIsSaid();
    void linksLeadWhereTheKernelAllows();
    void withATokenASignatureIsNeeded();
};

void TestAgentFileGet::startAgent(FileAgent::Freeing freeing)
{
    m_agent = std::make_unique<FileAgent>(0, freeing);
    m_root = m_agent->root();
}

void TestAgentFileGet::init()
{
    QTest::failOnWarning();
    startAgent(FileAgent::Freeing::Usual);
}

void TestAgentFileGet::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

void TestAgentFileGet::aFileComesWithItsHead()
{
    writeFile(m_root + "/report.csv", "a,b\n1,2\n");
    const std::array<timespec, 2> times{
        {{.tv_sec = 1, .tv_nsec = 0}, {.tv_sec = 1'795'150'805, .tv_nsec = 999'999'999}}};
    QCOMPARE(::utimensat(AT_FDCWD, (m_root + "/report.csv").c_str(), times.data(), 0), 0);
    const auto reply = get("/report.csv");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "a,b\n1,2\n");
    const auto field = [&reply](const char *name) {
        return std::string(reply.headers.value(name));
    };
    QCOMPARE(field("Content-Disposition"), "inline; filename=report.csv");
    QCOMPARE(field("Vary"), "Accept-Encoding");
    QCOMPARE(field("Last-Modified"), "Fri, 20 Nov 2026 05:00:05 GMT");
    QCOMPARE(field("Accept-Ranges"), "bytes");
    QCOMPARE(field("Content-Length"), "8");
    QCOMPARE(field("Content-Type"), "text/csv; charset=utf-8");
    QVERIFY(!reply.headers.contains("Content-Encoding"));
    writeFile(m_root + "/a b+c", "x"); // a space as "+" or %20, a plus escaped
    QCOMPARE(m_agent->files().get("path=" + m_root + "/a+b%2Bc").body, "x");
    QCOMPARE(get("/a b+c").body, "x");
}

void TestAgentFileGet::anEmptyFileIsEmpty()
{
    writeFile(m_root + "/empty");
    for (const char *const fields : {"", "Accept-Encoding: gzip\r\n", "Range: bytes=0-\r\n"}) {
        const auto reply = get("/empty", fields);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.isWhole);
        QCOMPARE(reply.body, "");
    }
    QCOMPARE(std::string(get("/empty").headers.value("Content-Length")), "0");
}

void TestAgentFileGet::filesWithoutASizeComeWholeWhereThatIsAsked()
{
    const auto plain = m_agent->files().get("path=/proc/cpuinfo");
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.body, "");
    QCOMPARE(std::string(plain.headers.value("Content-Length")), "0");
    const auto any = m_agent->files().get("path=/proc/cpuinfo", "Accept-Encoding: gzip\r\n");
    QVERIFY(any.isWhole);
    QVERIFY(any.body.contains("processor"));
    QVERIFY(!any.headers.contains("Content-Length"));
}

void TestAgentFileGet::aPartIsPartial()
{
    writeFile(m_root + "/digits", "0123456789");
    const auto part = get("/digits", "Range: bytes=2-4\r\n");
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, "234");
    QCOMPARE(std::string(part.headers.value("Content-Range")), "bytes 2-4/10");
    QCOMPARE(std::string(part.headers.value("Content-Length")), "3");
    QCOMPARE(get("/digits", "Range: bytes=-4\r\n").body, "6789");
    const auto beyond = get("/digits", "Range: bytes=10-\r\n");
    QCOMPARE(beyond.status, 416);
    QCOMPARE(std::string(beyond.headers.value("Content-Range")), "bytes */10");
    const auto modified = std::string(part.headers.value("Last-Modified"));
    QCOMPARE(get("/digits", "Range: bytes=8-\r\nIf-Range: " + modified + "\r\n").body, "89");
    const auto other = "Range: bytes=8-\r\nIf-Range: Fri, 20 Nov 1998 05:00:05 GMT\r\n";
    QCOMPARE(get("/digits", other).body, "0123456789");
}

void TestAgentFileGet::anUnchangedFileIsNotSentAgain()
{
    writeFile(m_root + "/a", "x");
    const auto modified = std::string(get("/a").headers.value("Last-Modified"));
    const auto again = get("/a", "If-Modified-Since: " + modified + "\r\n");
    QCOMPARE(again.status, 304);
    QCOMPARE(again.body, "");
    QVERIFY(again.isWhole);
    QCOMPARE(get("/a", "If-Modified-Since: Fri, 20 Nov 1998 05:00:05 GMT\r\n").body, "x");
}

void TestAgentFileGet::plainBytesHaveToBeAllowed()
{
    writeFile(m_root + "/a", "x");
    QCOMPARE(get("/a", "Accept-Encoding: gzip, deflate\r\n").body, "x");
    QCOMPARE(get("/a", "Accept-Encoding: identity;q=0\r\n").status, 406);
}

void TestAgentFileGet::aFileOfFiveGibibytesCostsNoMemory()
{
    startAgent(FileAgent::Freeing::AtOnce);
    constexpr off_t size = 5L << 30;
    makeSparse("/big", size);
    const int fd = ::open((m_root + "/big").c_str(), O_WRONLY);
    QCOMPARE(::pwrite(fd, "end", 3, size - 3), 3);
    ::close(fd);
    QCOMPARE(m_agent->files().stat(m_root + "/big").entry().size, size);
    const auto last = get("/big", "Range: bytes=-3\r\n");
    QCOMPARE(last.body, "end");
    QCOMPARE(std::string(last.headers.value("Content-Range")),
             "bytes 5368709117-5368709119/5368709120");
    const auto before = m_agent->process().memory();
    AgentCall call(m_agent->process().path(),
                   "GET /files?" + pathQuery(m_root + "/big") + " HTTP/1.1\r\n\r\n");
    QCOMPARE(std::string(call.head().headers.value("Content-Length")), "5368709120");
    for (std::size_t taken = 0; taken < (256UL << 20);) // more than any buffer on the way
        taken += call.client().receiveAny().size();
    QVERIFY2(m_agent->process().memory() - before < 4L << 10, "KiB");
}

void TestAgentFileGet::aSlowReaderHoldsUpNobody()
{
    makeSparse("/big", 1L << 30);
    AgentCall slow(m_agent->process().path(),
                   "GET /files?" + pathQuery(m_root + "/big") + " HTTP/1.1\r\n\r\n");
    QCOMPARE(slow.head().status, 200);
    // Nothing more of it is read.
    QCOMPARE(m_agent->process().get("/health").head().status, 204);
    QCOMPARE(m_agent->process().shell("echo hi").output(), "hi\n");
}

void TestAgentFileGet::aFileThatShrinksBreaksTheAnswer()
{
    makeSparse("/big", 64L << 20);
    AgentCall call(m_agent->process().path(),
                   "GET /files?" + pathQuery(m_root + "/big") + " HTTP/1.1\r\n\r\n");
    QCOMPARE(call.head().status, 200);
    QCOMPARE(::truncate((m_root + "/big").c_str(), 100), 0);
    QVERIFY(call.body().size() < 64UL << 20);
    QVERIFY(!call.isComplete());
}

void TestAgentFileGet::aClientMayLeaveInTheMiddle()
{
    makeSparse("/big", 1L << 30);
    const auto isOpen = [this] {
        return m_agent->process().shell("ls -l /proc/$PPID/fd | grep -c /big").output() != "0\n";
    };
    for (int i = 0; i < 20; ++i) {
        AgentCall call(m_agent->process().path(),
                       "GET /files?" + pathQuery(m_root + "/big") + " HTTP/1.1\r\n\r\n");
        QCOMPARE(call.head().status, 200);
        QVERIFY(isOpen());
    }
    QTRY_VERIFY(!isOpen());
}

void TestAgentFileGet::namesOfAnyBytesAreFound()
{
    for (const auto *const name : {"/caf\xE9", "/line\nfeed", "/\"quoted\"", "/\xE2\x80\xAEx"}) {
        writeFile(m_root + name, "here");
        const auto reply = get(name);
        QCOMPARE(reply.body, "here");
        QVERIFY(!reply.headers.value("Content-Disposition").contains('\n'));
    }
    QCOMPARE(get("/caf\\xE9").body, "here"); // as the listing shows it
}

void TestAgentFileGet::whatCannotBeSentIsSaid_data()
{
    QTest::addColumn<std::string>("query"); // "@" is the test's directory
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *query, int status, const char *message) {
        QTest::newRow(query) << std::string(query) << status << std::string(message);
    };
    row("path=@/none", 404, "path '@/none' does not exist");
    row("path=@/dangling", 404, "does not exist");
    row("path=@/directory", 400, "is a directory");
    row("path=@/directory/", 400, "is a directory");
    row("path=@/fifo", 400, "not a regular file");
    row("path=/dev/zero", 400, "not a regular file");
    row("path=@/file/b", 500, "not a directory");
    row("path=@/loop", 500, "symbolic links");
    row("path=@/closed", 500, "permission denied");
    row("path=@/directory/../closed", 500, "permission denied");
    row("path=~bob/x", 400, "~bob/x");
    row("path=%2", 400, "percent");
    row("path=a%00b", 400, "zero byte");
    row("path=@/file&username=bob", 401, "invalid username: 'bob'");
    row("path=@/file&signature_expiration=x", 400, "must be a number");
}

void TestAgentFileGet::whatCannotBeSentIsSaid()
{
    QFETCH(const std::string, query);
    QFETCH(const int, status);
    QFETCH(const std::string, message);
    writeFile(m_root + "/file", "x");
    writeFile(m_root + "/closed", "x");
    QCOMPARE(::chmod((m_root + "/closed").c_str(), 0), 0);
    QCOMPARE(::mkdir((m_root + "/directory").c_str(), 0755), 0);
    QCOMPARE(::mkfifo((m_root + "/fifo").c_str(), 0666), 0);
    QCOMPARE(::symlink("nowhere", (m_root + "/dangling").c_str()), 0);
    QCOMPARE(::symlink("loop", (m_root + "/loop").c_str()), 0);
    const auto filled = [this](const std::string &text) {
        return QString::fromStdString(text).replace(u'@', QString::fromStdString(m_root));
    };
    const auto reply = m_agent->files().get(filled(query).toStdString());
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), std::to_string(status)); // a number
    QCOMPARE(std::string(reply.headers.value("Content-Type")), "application/json; charset=utf-8");
    QCOMPARE(std::string(reply.headers.value("X-Content-Type-Options")), "nosniff");
    QVERIFY2(QString::fromStdString(reply.message()).contains(filled(message)),
             reply.message().c_str());
}

void TestAgentFileGet::linksLeadWhereTheKernelAllows()
{
    writeFile(m_root + "/file", "x");
    QCOMPARE(::symlink("../root/./file", (m_root + "/link").c_str()), 0);
    QCOMPARE(get("/link").body, "x");
    QCOMPARE(get("/../root/file").body, "x");
    QCOMPARE(get("/../../../../../../../../etc/hostname").status,
             m_agent->files().get("path=/etc/hostname").status);
    QCOMPARE(m_agent->files().get("path=/etc/shadow").status, 500); // not ours to read
}

void TestAgentFileGet::withATokenASignatureIsNeeded()
{
    writeFile(m_root + "/a", "x");
    QCOMPARE(m_agent->process()
                 .send(AgentProcess::request("/init", "application/json",
                                             R"({"accessToken":"ea_0123456789abcdef"})"))
                 .head()
                 .status,
             204);
    QCOMPARE(get("/a").status, 401);
    QCOMPARE(get("/a").message(), "missing signature query parameter");
    QCOMPARE(get("/a", "X-Access-Token: ea_0123456789abcdef\r\n").body, "x");
    QCOMPARE(get("/a", "X-Access-Token: wrong\r\n").message(),
             "access token present in header but does not match");
    // A vector of the protocol page: it is the file that is missing, not the right.
    const auto vector =
        m_agent->files().get("path=%2Fhome%2Fuser%2Freport.csv"
                             "&signature=v1_seAvLmq6lRrjUxi%2F6EwO8hjKordhg%2BlXgc4hesgIy%2Fs");
    QVERIFY2(vector.status == 404, vector.message().c_str());
    QCOMPARE(m_agent->files().get(pathQuery(m_root + "/a") + "&signature=v1_x").message(),
             "invalid signature");
    QCOMPARE(m_agent->files().call("Stat", R"({"path":"/"})").status, 401);
}

QTEST_GUILESS_MAIN(TestAgentFileGet)
#include "tst_agentfileget.moc"
