// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostpaths.h>
#include <protocol/hostinfo.h>
#include <tests/host/support/hostprocess.h>
#include <tests/support/result.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpServer>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

void writeScript(const QString &path, const QByteArray &text)
{
    // Also the users of single sandboxes must get there, as they do to /usr/bin.
    const QDir folder = QFileInfo(path).dir();
    QVERIFY(folder.mkpath(u"."_s));
    for (const QString &place : {folder.path(), QFileInfo(folder.path()).path()})
        QFile::setPermissions(place,
                              QFile::permissions(place) | QFile::ExeOther | QFile::ReadOther);
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("#!/bin/sh\n" + text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                        QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
}

} // namespace

/// The verbs of the command line, and machines that lack something.
class TestHostCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_host = std::make_unique<HostProcess>();
    }
    void cleanup() { m_host.reset(); }

    void itStartsOnceAndTellsWhereItIs()
    {
        QByteArray output;
        QCOMPARE(m_host->command({u"start"_s, u"--json"_s}, &output), 0);
        const auto first = decodeHostInfo(output.toStdString());
        SG_VERIFY_RESULT(first);
        QVERIFY(QRegularExpression(u"^e2b_[0-9a-f]{40}$"_s)
                    .match(QString::fromStdString(first->apiKey))
                    .hasMatch());
        QCOMPARE(m_host->command({u"start"_s, u"--json"_s}, &output), 0);
        QCOMPARE(decodeHostInfo(output.toStdString()).value(), *first);
        QCOMPARE(m_host->command({u"serve"_s}, &output), 0);
        QCOMPARE(output, "ready " + QByteArray::fromStdString(first->url) + "\n");
        QFile record(m_host->state() + u"/host.json"_s);
        QVERIFY(record.open(QFile::ReadOnly));
        QCOMPARE(decodeHostInfo(record.readAll().toStdString()).value(), *first);
        QCOMPARE(record.permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(QFileInfo(m_host->state()).permissions() & (QFile::ReadGroup | QFile::ExeOther),
                 QFile::Permissions());
        QCOMPARE(m_host->command({u"stop"_s}), 0);
        QVERIFY(!QFile::exists(record.fileName()));
    }

    void itPrintsTheVariablesOfARunningHostOnly()
    {
        QByteArray output;
        QByteArray errors;
        QCOMPARE(m_host->command({u"env"_s}, &output, &errors), 1);
        QCOMPARE(output, QByteArray());
        QVERIFY(errors.contains("sandglass-host start"));
        QVERIFY(m_host->start());
        QCOMPARE(m_host->command({u"env"_s}, &output), 0);
        const std::string url = m_host->info().url;
        QCOMPARE(output.toStdString(), "export E2B_API_URL=" + url +
                                           "\nexport E2B_SANDBOX_URL=" + url +
                                           "\nexport E2B_API_KEY=" + m_host->info().apiKey + "\n");
        m_host->kill();
        QCOMPARE(m_host->command({u"env"_s}, &output), 1);
    }

    void stoppingKeepsOrKillsTheSandboxes()
    {
        QVERIFY(m_host->start());
        QVERIFY(m_host->create());
        QCOMPARE(m_host->command({u"stop"_s}), 0);
        QTRY_VERIFY(!m_host->isRunning());
        QVERIFY(!m_host->sandboxProcesses().empty());
        QCOMPARE(m_host->command({u"stop"_s}), 0); // nothing runs: fine
        // Sandboxes that a host has left can be killed without one.
        QCOMPARE(m_host->command({u"stop"_s, u"--kill-sandboxes"_s}), 0);
        QVERIFY(m_host->sandboxProcesses().empty());
        QCOMPARE(m_host->leftOvers(), QStringList());
    }

    void aHostIsReplacedInOrder()
    {
        QVERIFY(m_host->start());
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        HostProcess &old = *m_host;
        const std::string url = old.info().url;
        QProcess fresh;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SANDGLASS_HOST_STATE"_s, old.state());
        fresh.setProcessEnvironment(environment);
        fresh.start(QStringLiteral(SANDGLASS_HOST_PROGRAM), {u"serve"_s, u"--replace"_s});
        QVERIFY(fresh.waitForReadyRead(20'000));
        QCOMPARE(fresh.readLine(), "ready " + QByteArray::fromStdString(url) + "\n");
        QTRY_VERIFY(!old.isRunning());
        QCOMPARE(old.run(*sandbox, "echo adopted").output, "adopted\n");
        QCOMPARE(old.command({u"stop"_s, u"--kill-sandboxes"_s}), 0);
        QVERIFY(fresh.waitForFinished(20'000));
    }

    void anotherProgramOnItsPortIsEvaded()
    {
        QVERIFY(m_host->start());
        const auto port = m_host->port();
        const auto key = m_host->info().apiKey;
        m_host->terminate();
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::LocalHost, port));
        QVERIFY(m_host->start());
        QVERIFY(m_host->port() != port);
        QCOMPARE(m_host->info().apiKey, key);
        QCOMPARE(m_host->call("GET", "/v2/sandboxes").status, 200);
    }

    void itListensOnLoopbackAlone()
    {
        QVERIFY(m_host->start());
        QFile table(u"/proc/net/tcp"_s);
        QVERIFY(table.open(QFile::ReadOnly));
        const QByteArray port =
            QByteArray::number(m_host->port(), 16).toUpper().rightJustified(4, '0');
        const QByteArray text = table.readAll();
        QVERIFY(text.contains("0100007F:" + port + " 00000000:0000 0A"));
        QVERIFY(!text.contains("00000000:" + port + " 00000000:0000 0A"));
    }

    void unknownVerbsAndOptionsAreMisuse()
    {
        QByteArray errors;
        for (const QStringList &arguments :
             {QStringList{}, QStringList{u"dance"_s}, QStringList{u"stop"_s, u"--now"_s}}) {
            QCOMPARE(m_host->command(arguments, nullptr, &errors), 2);
            QVERIFY(errors.startsWith("usage: sandglass-host"));
        }
        QByteArray output;
        QCOMPARE(m_host->command({u"--version"_s}, &output), 0);
        QVERIFY(output.startsWith("sandglass-host "));
    }

    void aMachineThatHasEverythingSaysSo()
    {
        QByteArray output;
        QCOMPARE(m_host->command({u"check"_s, u"--json"_s}, &output), 0);
        const auto check = decodeHostCheck(output.toStdString());
        SG_VERIFY_RESULT(check);
        QVERIFY(check->problems.empty());
        QVERIFY(std::ranges::contains(check->templates, "base"));
    }

    void missingBubblewrapIsNamedWithItsCure()
    {
        m_host->setEnvironment(u"PATH"_s, m_host->state() + u"/nothing"_s);
        verifyProblem("bubblewrap", "apt-get install -y bubblewrap");
        QVERIFY(m_host->start());
        verifyCreateFails("apt-get install -y bubblewrap");
    }

    void aBubblewrapThatFailsIsQuotedAndLeavesNothing()
    {
        const QString folder = m_host->folder() + u"/bin"_s;
        writeScript(
            folder + u"/bwrap"_s,
            "echo first >&2\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        m_host->setEnvironment(u"PATH"_s, folder + u":/usr/bin"_s);
        verifyProblem("No permissions to create new namespace", {});
        QVERIFY(m_host->start());
        verifyCreateFails("bwrap: No permissions to create new namespace");
        QTRY_COMPARE(m_host->leftOvers(), QStringList());
        QVERIFY(m_host->sandboxProcesses().empty());
    }

    void switchedOffUserNamespacesAreNamedWithTheirCure()
    {
        // In a user namespace of its own the setting can be changed for what runs in there.
        QProcess process;
        process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
        process.start(u"unshare"_s,
                      {u"-U"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s,
                       u"echo 0 > /proc/sys/user/max_user_namespaces && exec \"$1\" check"_s,
                       u"sh"_s, QStringLiteral(SANDGLASS_HOST_PROGRAM)});
        QVERIFY(process.waitForFinished(20'000));
        const QByteArray output = process.readAllStandardOutput();
        QVERIFY2(output.contains("user namespaces"), output.constData());
        QVERIFY2(output.contains("sysctl -w user.max_user_namespaces=10000"), output.constData());
        QCOMPARE(process.exitCode(), 1);
    }

    void whereOverlaysFailSandboxesGetCopies()
    {
        const QString folder = m_host->folder() + u"/bin"_s;
        writeScript(
            folder + u"/bwrap"_s,
            "for word in \"$@\"; do\n  [ \"$word\" = --overlay ] || continue\n"
            "  echo \"bwrap: Can't make overlay mount on /newroot/usr\" >&2\n  exit 1\ndone\n"
            "exec " +
                QByteArray::fromStdString(findProgram("bwrap")) + " \"$@\"\n");
        m_host->setEnvironment(u"PATH"_s, folder + u":/usr/bin"_s);
        QVERIFY(m_host->start());
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        QCOMPARE(m_host
                     ->run(*sandbox,
                           "echo x > ~/own && echo x > /etc/own && echo x > /var/own && id -un; "
                           "touch /usr/x 2>/dev/null || echo usr is read-only")
                     .output,
                 "user\nusr is read-only\n");
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + sandbox->id).status, 204);
        QTRY_COMPARE(m_host->leftOvers(), QStringList());
    }

    void missingTemplatesAndProgramsAreNamedWithTheirCure()
    {
        const QString folder = m_host->folder() + u"/templates"_s;
        m_host->setEnvironment(u"SANDGLASS_TEMPLATES"_s, folder);
        m_host->setEnvironment(u"XDG_DATA_HOME"_s, folder);
        verifyProblem("no sandbox template", "./dev run");
        QVERIFY(m_host->start());
        verifyCreateFails("template 'base' not found", 404);
        for (const char *tree : {"usr/bin", "etc", "var", "home"})
            QVERIFY(QDir().mkpath(folder + u"/base/"_s + QString::fromLatin1(tree)));
        writeScript(folder + u"/base/packages"_s, {});
        writeScript(folder + u"/base/usr/bin/sh"_s, {});
        verifyProblem("lacks /usr/bin/bash of the package bash", "./dev run");
        verifyCreateFails("lacks /usr/bin/bash of the package bash");
    }

    void aMissingAgentIsNamed()
    {
        m_host->setEnvironment(u"SANDGLASS_AGENT"_s, u"/nowhere"_s);
        verifyProblem("sandglass-agent", "./dev build");
        QVERIFY(m_host->start());
        verifyCreateFails("sandglass-agent");
    }

private:
    void verifyProblem(const std::string &words, const std::string &cure)
    {
        QByteArray output;
        QCOMPARE(m_host->command({u"check"_s, u"--json"_s}, &output), 0);
        const auto check = decodeHostCheck(output.toStdString());
        SG_VERIFY_RESULT(check);
        QVERIFY(!check->problems.empty());
        QVERIFY2(check->problems.front().message.contains(words),
                 check->problems.front().message.c_str());
        QVERIFY2(check->problems.front().cure.contains(cure), check->problems.front().cure.c_str());
        QCOMPARE(m_host->command({u"check"_s}), 1);
    }
    void verifyCreateFails(const std::string &words, int status = 500)
    {
        const Response answer = m_host->call("POST", "/v2/sandboxes", R"({"templateID":"base"})");
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.contains(words), answer.body.c_str());
        QVERIFY(answer.body.contains("\"code\":" + std::to_string(status)));
        QVERIFY(m_host->list().empty());
    }

    std::unique_ptr<HostProcess> m_host;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostCommand)
#include "tst_hostcommand.moc"
