// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/scriptedserver.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// A disk of 4 MiB, which a namespace of its own makes possible without any rights.
class FullDiskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aFullDiskIsToldAndNothingStays_data();
    void aFullDiskIsToldAndNothingStays();
};

void FullDiskTest::aFullDiskIsToldAndNothingStays_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("said");
    const QByteArray body(8 << 20, 'x');
    QTest::newRow("length known") << httpAnswer(200, body, {})
                                  << QByteArray("/x' cannot be written: the disk is full\n");
    // How much fits depends on the disk: some of the 4 MiB.
    QTest::newRow("length unknown")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n800000\r\n" + body +
               "\r\n0\r\n\r\n"
        << QByteArray("/x' cannot be written: the disk is full; ");
    QTest::newRow("enough room") << httpAnswer(200, body.first(1 << 20), {})
                                 << QByteArray("done\nleft: x\n");
}

void FullDiskTest::aFullDiskIsToldAndNothingStays()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, said);
    ScriptedServer server([&answer](QTcpSocket &socket, const auto &) { socket.write(answer); });
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"unshare"_s,
                  {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                   u"mount -t tmpfs -o size=4m none \"$3\" || exit 77; exec \"$1\" \"$2\" \"$3\""_s,
                   u"sh"_s, QString::fromUtf8(FULL_DISK_PROGRAM),
                   QString::fromStdString(server.url("")), folder.path()});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    if (process.error() == QProcess::FailedToStart || process.exitCode() == 77 ||
        process.exitCode() == 1)
        QSKIP("no namespace with a disk of its own can be made here");
    QCOMPARE(process.exitCode(), 0);
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(output.contains(said), output);
    if (!said.startsWith("done"))
        QVERIFY2(output.startsWith("Io: ") && output.endsWith("\nleft: \n"), output);
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_fulldisk.moc"
