// SPDX-License-Identifier: GPL-3.0-or-later
// A local host that dies while the app runs.
#include <app/operations/startlocalhostoperation.h>
#include <tests/app/localsandbox.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>

using namespace Sandglass;
using namespace std::chrono_literals;

class HostRestartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aHostThatDiesIsSaidAndStartedAgainAndItsSandboxLives()
    {
        LocalSandbox sandbox;
        QVERIFY(sandbox.isRunning());
        AppContext &context = sandbox.context();
        context.fleet.setInterval(300ms);
        const QString key = sandbox.key();

        bool saidSo = false;
        connect(&context.fleet, &FleetStore::connectionChanged, this, [&](const QString &id) {
            saidSo =
                saidSo || context.fleet.connection(id)->health == ConnectionHealth::Unreachable;
        });
        const int pid = hostPid();
        QVERIFY(pid > 1);
        QCOMPARE(::kill(pid, SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(saidSo, 20000);
        // The row stays meanwhile, and the same sandbox is there again.
        QVERIFY(context.fleet.find(key) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(context.fleet.connection(Connections::localId)->health,
                                  ConnectionHealth::Ok, 30000);
        QVERIFY(hostPid() != pid);
        QTRY_COMPARE_WITH_TIMEOUT(context.fleet.find(key)->state, FleetState::Running, 10000);
    }

private:
    static int hostPid()
    {
        StartLocalHostOperation operation(StartLocalHostOperation::findProgram());
        QSignalSpy succeeded(&operation, &StartLocalHostOperation::succeeded);
        operation.start();
        if (!QTest::qWaitFor([&] { return !succeeded.isEmpty(); }, 20000))
            return 0;
        return int(succeeded.first().first().value<HostInfo>().pid);
    }
};

QTEST_MAIN(HostRestartTest)
#include "tst_hostrestart.moc"
