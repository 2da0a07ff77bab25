// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/statestore.h>
#include <tests/host/support/hostprocess.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <unistd.h>

#include <charconv>

using namespace Qt::StringLiterals;

namespace Sandglass {

/// What a hostile program inside can see and reach. Every test runs for the host of whoever runs
/// the tests and, when that is root, for one of an ordinary user.
class TestHostEscape final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("ordinary");
        QTest::newRow("as whoever runs the tests") << false;
        if (::geteuid() == 0)
            QTest::newRow("as an ordinary user") << true;
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QFETCH_GLOBAL(bool, ordinary);
        m_host = std::make_unique<HostProcess>(ordinary ? HostProcess::User::Ordinary
                                                        : HostProcess::User::Own);
        QVERIFY(m_host->start());
        m_sandbox = m_host->create().value_or(CreatedSandbox());
        QVERIFY(!m_sandbox.id.empty());
    }
    void cleanup() { m_host.reset(); }

    void itSeesItsOwnProcessesAlone()
    {
        const std::string first = inside("tr '\\0' '\\n' < /proc/1/cmdline | head -1");
        QVERIFY2(first.starts_with("sandglass-agent:"), first.c_str());
        QVERIFY(first.contains(m_sandbox.id));
        QVERIFY(number(inside("ls -d /proc/[0-9]* | wc -l")) < 12);
        (void)inside("kill -9 -1");
        QCOMPARE(inside("echo alive"), "alive\n");
        QVERIFY(m_host->isRunning());
    }

    void itSeesNothingOfTheComputersFiles()
    {
        QCOMPARE(inside("ls -A /"),
                 "bin\ndev\netc\nhome\nlib\nlib64\nproc\nrun\nsbin\ntmp\nusr\nvar\n");
        QCOMPARE(inside("ls -A /home /run /tmp"),
                 "/home:\nuser\n\n/run:\nlock\nsandglass\n\n/tmp:\n.X11-unix\n");
        const QString folder = m_host->state();
        QCOMPARE(inside("test -e '" + folder.toStdString() + "' || echo hidden"), "hidden\n");
        // Neither a mount nor an open file names a folder of the host.
        const std::string traces =
            inside("cat /proc/self/mounts; ls -l /proc/self/fd /proc/1/fd /proc/1/cwd 2>&1");
        QVERIFY2(!traces.contains(folder.toStdString()), traces.c_str());
        QVERIFY2(!traces.contains("/templates/"), traces.c_str());
        QCOMPARE(inside("find / -xdev -type s 2>/dev/null; awk 'NR > 1 && NF > 7' /proc/net/unix"),
                 "");
        QVERIFY(inside("ls /dev").find("mem") == std::string::npos);
    }

    void itHasNoVariableOfTheHost()
    {
        const std::string variables = inside("tr '\\0' '\\n' < /proc/1/environ 2>/dev/null; env");
        for (const char *name : {"SANDGLASS", "XDG_", "SUDO", "SSH_", "DBUS", "DISPLAY", "CCACHE"})
            QVERIFY2(!variables.contains(name), variables.c_str());
        QVERIFY(variables.contains("E2B_SANDBOX_ID=" + m_sandbox.id));
    }

    void itsNetworkIsItsOwnLoopbackAlone()
    {
        QCOMPARE(inside("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), "lo\n");
        QCOMPARE(inside("(exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(m_host->port()) +
                        ") 2>/dev/null && echo reached || echo closed"),
                 "closed\n");
        QCOMPARE(inside("(exec 3<>/dev/tcp/1.1.1.1/53) 2>/dev/null && echo reached || echo closed"),
                 "closed\n");
        QCOMPARE(inside("cat /etc/resolv.conf"), "");
    }

    void itsUserIsNobodyOfTheMachine()
    {
        QCOMPARE(inside("id -u; id -g; id -un; hostname; pwd"),
                 "1000\n1000\nuser\n" + m_sandbox.id + "\n/home/user\n");
        const auto other = m_host->create();
        QVERIFY(other);
        const QByteArray first = kernelUid(m_sandbox.id);
        const QByteArray second = kernelUid(other->id);
        QFETCH_GLOBAL(bool, ordinary);
        if (ordinary) {
            QCOMPARE(first, "1000"_ba);
        } else if (::geteuid() == 0) {
            QVERIFY(first.toUInt() > 50'000);
            QVERIFY(first != second);
            QVERIFY(number(inside("ulimit -u")) <= 4096);
        }
        QCOMPARE(inside("grep -E '^(NoNewPrivs|CapEff|CapBnd)' /proc/self/status | tr -d '\\t'"),
                 "CapEff:0000000000000000\nCapBnd:0000000000000000\nNoNewPrivs:1\n");
        QVERIFY(inside("mount -t tmpfs x /mnt 2>&1; echo $?") != "0\n");
    }

    void whatItWritesIsSeenByNobodyElse()
    {
        const auto other = m_host->create();
        QVERIFY(other);
        QCOMPARE(inside("echo mine > /usr/bin/mine && echo mine > /etc/mine && rm /usr/bin/env && "
                        "echo mine >> ~/.bashrc && echo written"),
                 "written\n");
        QCOMPARE(m_host
                     ->run(*other, "cat /usr/bin/mine /etc/mine 2>/dev/null; tail -n1 ~/.bashrc; "
                                   "/usr/bin/env true && echo whole")
                     .output.find("mine"),
                 std::string::npos);
        const QString base =
            qEnvironmentVariable("SANDGLASS_TEMPLATES").section(u':', 0, 0) + u"/base"_s;
        QVERIFY(!QFile::exists(base + u"/usr/bin/mine"_s));
        QVERIFY(!QFile::exists(base + u"/etc/mine"_s));
        QVERIFY(QFile::exists(base + u"/usr/bin/env"_s));
        QCOMPARE(inside("(echo x > /run/sandglass/agent) 2>/dev/null || echo refused"),
                 "refused\n");
    }

    void itsMachineIdAndNamesAreItsOwn()
    {
        const auto other = m_host->create();
        QVERIFY(other);
        const std::string id = inside("cat /etc/machine-id");
        QCOMPARE(id.size(), 33U);
        QVERIFY(m_host->run(*other, "cat /etc/machine-id").output != id);
        QFile own(u"/etc/machine-id"_s);
        if (own.open(QFile::ReadOnly))
            QVERIFY(own.readAll().toStdString() != id);
    }

    void aTreeMadeToResistIsRemovedWithIt()
    {
        QCOMPARE(inside("cd; for i in $(seq 60); do mkdir -p " + std::string(100, 'd') + " && cd " +
                        std::string(100, 'd') +
                        " || exit 1; done; cd; mkdir -p a/b; chmod 0 a; "
                        "ln -s / root; ln -s /proc/1/root escape; mkfifo pipe; echo made"),
                 "made\n");
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + m_sandbox.id).status, 204);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->leftOvers(), QStringList(), 20'000);
    }

private:
    std::string inside(const std::string &command)
    {
        return m_host->run(m_sandbox, command).output;
    }
    static int number(const std::string &text)
    {
        int value = 1'000'000;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    /// Of the sandbox's first process, as the machine sees it.
    QByteArray kernelUid(const std::string &id)
    {
        auto store = StateStore::open((m_host->state() + u"/state.db"_s).toStdString());
        const auto rows = store.and_then([](StateStore &open) { return open.sandboxes(); });
        for (const SandboxRow &row : rows ? *rows : std::vector<SandboxRow>()) {
            QFile status(u"/proc/%1/status"_s.arg(row.init.pid));
            if (row.id != id || !status.open(QFile::ReadOnly))
                continue;
            const QByteArray text = status.readAll();
            return text.mid(text.indexOf("\nUid:") + 5).simplified().split(' ').value(0);
        }
        return {};
    }

    std::unique_ptr<HostProcess> m_host;
    CreatedSandbox m_sandbox;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostEscape)
#include "tst_hostescape.moc"
