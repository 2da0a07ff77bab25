// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/resumetext.h>
#include <app/startup.h>
#include <models/fleetentry.h>

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <array>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class ResumeTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theWordsSayWhatFollows_data();
    void theWordsSayWhatFollows();
    void manyAreCountedByWhatFollows();
};

void ResumeTextTest::theWordsSayWhatFollows_data()
{
    using Kind = ConnectionKind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("onTimeout"); // 0 unsaid, 1 pause, 2 kill
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<QString>("says");
    QTest::newRow("cloud, killed") << Kind::Cloud << 2 << false << u"it is killed, unless"_s;
    QTest::newRow("cloud, costs") << Kind::Cloud << 2 << false << u"costs running time"_s;
    QTest::newRow("service, paused") << Kind::Service << 1 << false << u"paused again"_s;
    QTest::newRow("unsaid") << Kind::Service << 0 << false << u"has not said"_s;
    QTest::newRow("here") << Kind::ThisComputer << 1 << false << u"this computer's time"_s;
    QTest::newRow("observing") << Kind::Cloud << 1 << true << u"only observes"_s;
}

void ResumeTextTest::theWordsSayWhatFollows()
{
    QFETCH(const ConnectionKind, kind);
    QFETCH(const int, onTimeout);
    QFETCH(const bool, readOnly);
    QFETCH(const QString, says);
    ConnectionStatus status;
    status.kind = kind;
    status.readOnly = readOnly;
    FleetEntry entry;
    entry.connection = &status;
    entry.state = FleetState::Paused;
    if (onTimeout > 0)
        entry.info.lifecycle = {.autoResume = false, .pauseOnTimeout = onTimeout == 1};
    const SandboxLookUp::Closed closed = asleep(entry);
    QCOMPARE(closed.why, SandboxLookUp::Closed::Why::Paused);
    QVERIFY2(closed.words.contains(says), qPrintable(closed.words));
    QCOMPARE(closed.mayResume, !readOnly);
    QCOMPARE(closed.words.contains(u"30 minutes"_s), !readOnly);
}

void ResumeTextTest::manyAreCountedByWhatFollows()
{
    ConnectionStatus status;
    std::array<FleetEntry, 3> entries;
    QList<const FleetEntry *> all;
    for (FleetEntry &entry : entries) {
        entry.connection = &status;
        entry.info.lifecycle =
            SandboxLifecycle{.autoResume = false, .pauseOnTimeout = all.isEmpty()};
        all.append(&entry);
    }
    QCOMPARE(resumeCost(all),
             u"Each of them runs for 30 minutes and costs running time from then on.\n"
             "1 of them is paused again after that.\n"
             "2 of them are killed after that, unless they are extended before."_s);
    QCOMPARE(resumeCost({}), QString());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application); // installs the plurals
    ResumeTextTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_resumetext.moc"
