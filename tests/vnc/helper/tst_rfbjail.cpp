// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/serverbytes.h>
#include <vnc/helper/jaillimits.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sandglass::Rfb;
using namespace Sandglass::Rfb::ServerBytes;

namespace {

QByteArray processFile(pid_t pid, const char *name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1StringView(name)));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// The value behind "Name:" of a line of /proc/PID/status.
QByteArray statusOf(pid_t pid, const QByteArray &name)
{
    const auto lines = processFile(pid, "status").split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

/// The soft and the hard limit of a line of /proc/PID/limits.
std::pair<QByteArray, QByteArray> limitOf(pid_t pid, const QByteArray &name)
{
    const auto lines = processFile(pid, "limits").split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ' ')) {
            const auto words = line.sliced(name.size()).simplified().split(' ');
            return {words.value(0), words.value(1)};
        }
    }
    return {};
}

/// Lives, and is in its jail: it has said its version to a server.
bool isJailed(HelperRun &helper)
{
    helper.start(quickStart());
    return helper.serve(greeting(64, 64)) && helper.await(MessageType::Connected);
}

struct SocketPair {
    explicit SocketPair(int type)
    {
        std::array<int, 2> fds{-1, -1};
        ::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds.data());
        // Out of the way of the numbers that the probe shall have.
        ours.reset(::fcntl(fds[0], F_DUPFD_CLOEXEC, 64));
        theirs.reset(::fcntl(fds[1], F_DUPFD_CLOEXEC, 64));
        ::close(fds[0]);
        ::close(fds[1]);
    }
    OwnedFd ours;
    OwnedFd theirs;
};

/// With the server as 3 and 5, the app as 4.
pid_t startProbe(const SocketPair &server, const SocketPair &app, const char *name)
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    ::dup2(server.theirs.get(), 3);
    ::dup2(app.theirs.get(), 4);
    ::dup2(server.theirs.get(), 5);
    ::execl(SANDGLASS_JAIL_PROBE, SANDGLASS_JAIL_PROBE, name, nullptr);
    ::_exit(99);
}

} // namespace

/// The jail, seen from outside, and its walls, each run against by a process of its own.
class TestRfbJail final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theKernelSaysThatTheHelperIsJailed();
    void theAppComesFirst();
    void nothingInheritedStaysOpen();
    void whatIsNotAllowedEndsTheProcess_data();
    void whatIsNotAllowedEndsTheProcess();
    void theHelperDoesNotRunWithoutItsSockets();
    void theHelperEndsWithTheApp();
    void theHelperEndsByItselfWithItsSession();
    void aDecoderThatIsBusyForEverEndsWithTheApp();
    void aQuietDesktopWakesNobody();
};

void TestRfbJail::theKernelSaysThatTheHelperIsJailed()
{
    HelperRun helper;
    QVERIFY(isJailed(helper));
    const pid_t pid = helper.pid();
    QCOMPARE(statusOf(pid, "Seccomp"), QByteArray("2"));
    QCOMPARE(statusOf(pid, "NoNewPrivs"), QByteArray("1"));
    QCOMPARE(statusOf(pid, "Threads"), QByteArray("1"));
    using Pair = std::pair<QByteArray, QByteArray>;
    QCOMPARE(limitOf(pid, "Max core file size"), (Pair{"0", "0"}));
    QCOMPARE(limitOf(pid, "Max file size"), (Pair{"0", "0"}));
    QCOMPARE(limitOf(pid, "Max processes"), (Pair{"0", "0"}));
    QCOMPARE(limitOf(pid, "Max open files"), (Pair{"16", "16"}));
    const auto [soft, hard] = limitOf(pid, "Max address space");
    QCOMPARE(soft, hard);
    const std::size_t most = soft.toULongLong();
    QVERIFY(most > maximumFramebufferBytes + heapBytes);
    QVERIFY2(most < maximumFramebufferBytes + heapBytes + std::size_t{128} * 1024 * 1024, soft);
}

void TestRfbJail::theAppComesFirst()
{
    HelperRun helper;
    QVERIFY(isJailed(helper));
    const int own = ::getpriority(PRIO_PROCESS, 0);
    QCOMPARE(::getpriority(PRIO_PROCESS, static_cast<id_t>(helper.pid())),
             std::min(own + niceness, 19));
}

void TestRfbJail::nothingInheritedStaysOpen()
{
    // Not close-on-exec: the helper inherits both ends, as it might a carelessly opened file.
    std::array<int, 2> pipe{-1, -1};
    QCOMPARE(::pipe(pipe.data()), 0);
    const OwnedFd reader(pipe[0]);
    OwnedFd writer(pipe[1]);
    HelperRun helper;
    writer.reset();
    QVERIFY(isJailed(helper));
    QVERIFY(::fcntl(reader.get(), F_SETFL, O_NONBLOCK) == 0);
    char byte = 0;
    QCOMPARE(::read(reader.get(), &byte, 1), 0); // the end: no one can write any more
    // For those who may look (it is not dumpable, so only root): exactly these.
    const QDir open(u"/proc/%1/fd"_s.arg(helper.pid()));
    if (!::geteuid()) {
        QCOMPARE(open.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        for (const char *const name : {"0", "1", "2"})
            QCOMPARE(QFile::symLinkTarget(open.filePath(QLatin1StringView(name))), u"/dev/null"_s);
    } else {
        QVERIFY(!open.isReadable());
    }
}

void TestRfbJail::whatIsNotAllowedEndsTheProcess_data()
{
    QTest::addColumn<QByteArray>("name");
    QProcess probe;
    probe.start(QStringLiteral(SANDGLASS_JAIL_PROBE), QStringList());
    QVERIFY(probe.waitForFinished());
    const auto names = probe.readAllStandardOutput().trimmed().split('\n');
    QVERIFY(names.size() > 20);
    for (const QByteArray &name : names)
        QTest::newRow(name.constData()) << name;
}

void TestRfbJail::whatIsNotAllowedEndsTheProcess()
{
    QFETCH(const QByteArray, name);
    const SocketPair server(SOCK_STREAM);
    const SocketPair app(SOCK_SEQPACKET);
    const pid_t pid = startProbe(server, app, name.constData());
    QVERIFY(pid > 0);
    int status = 0;
    QCOMPARE(::waitpid(pid, &status, 0), pid);
    if (name.startsWith("allowed")) {
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    } else {
        QVERIFY2(WIFSIGNALED(status), QByteArray::number(WEXITSTATUS(status)));
        QCOMPARE(WTERMSIG(status), SIGSYS);
        QVERIFY(!WCOREDUMP(status));
    }
}

void TestRfbJail::theHelperDoesNotRunWithoutItsSockets()
{
    QProcess helper;
    helper.start(QStringLiteral(SANDGLASS_RFB_PROGRAM), QStringList());
    QVERIFY(helper.waitForFinished());
    QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
    QCOMPARE(helper.exitCode(), 2);
    QVERIFY(helper.readAllStandardError().contains("Sandglass starts it"));
}

void TestRfbJail::theHelperEndsWithTheApp()
{
    for (const bool isConnected : {false, true}) {
        HelperRun helper;
        if (isConnected)
            QVERIFY(isJailed(helper));
        helper.closeApp();
        const auto status = helper.awaitExit();
        QVERIFY(status);
        QVERIFY(WIFEXITED(*status));
        QCOMPARE(WEXITSTATUS(*status), 0);
    }
}

void TestRfbJail::theHelperEndsByItselfWithItsSession()
{
    HelperRun helper;
    QVERIFY(isJailed(helper));
    helper.closeServer();
    const auto end = helper.awaitEnd();
    QVERIFY(end);
    QCOMPARE(end->reason, EndReason::Closed);
    const auto status = helper.awaitExit();
    QVERIFY(status);
    QCOMPARE(*status, 0);
}

void TestRfbJail::aDecoderThatIsBusyForEverEndsWithTheApp()
{
    SocketPair server(SOCK_STREAM);
    SocketPair app(SOCK_SEQPACKET);
    const pid_t pid = startProbe(server, app, "spin");
    QVERIFY(pid > 0);
    server.theirs.reset();
    app.theirs.reset();
    char ready = 0;
    QCOMPARE(::recv(server.ours.get(), &ready, 1, 0), 1);
    app.ours.reset();
    int status = -1;
    QCOMPARE(::waitpid(pid, &status, 0), pid);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestRfbJail::aQuietDesktopWakesNobody()
{
    HelperRun helper;
    QVERIFY(isJailed(helper));
    QVERIFY(helper.serve(solid(0, 0, 8, 8, 0x00ff00)));
    QVERIFY(helper.await(MessageType::Damage));
    bool isKnown = false;
    const int before = statusOf(helper.pid(), "voluntary_ctxt_switches").toInt(&isKnown);
    QVERIFY(isKnown);
    QVERIFY(!helper.await(MessageType::Damage, 1000)); // a quiet second
    const int after = statusOf(helper.pid(), "voluntary_ctxt_switches").toInt();
    QVERIFY2(after - before <= 10, QByteArray::number(after - before));
}

QTEST_GUILESS_MAIN(TestRfbJail)
#include "tst_rfbjail.moc"
