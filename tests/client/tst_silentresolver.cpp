// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A name server that does not answer must hold up nobody but those who wait for it.
class SilentResolverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cancellingWhatWaitsForANameDoesNotWait();
};

void SilentResolverTest::cancellingWhatWaitsForANameDoesNotWait()
{
    QTemporaryDir etc;
    const auto write = [&etc](const QString &name, const QByteArray &text) {
        QFile file(etc.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    // Who waits for this server waits for 20 s.
    QVERIFY(write(u"resolv.conf"_s, "nameserver 127.0.0.1\noptions timeout:20 attempts:1\n"));
    QVERIFY(write(u"nsswitch.conf"_s, "hosts: dns\n"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s,
                       u"detect_leaks=0"_s); // threads wait for the server until the end
    process.setProcessEnvironment(environment);
    process.start(u"bwrap"_s, {u"--unshare-user"_s, u"--unshare-net"_s, u"--cap-add"_s,
                               u"CAP_NET_BIND_SERVICE"_s, u"--die-with-parent"_s, u"--dev-bind"_s,
                               u"/"_s, u"/"_s, u"--ro-bind"_s, etc.path(), u"/etc"_s,
                               QString::fromUtf8(SILENT_RESOLVER_PROGRAM)});
    QVERIFY(process.waitForFinished(30'000));
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             process.readAllStandardError() + output);
    const QList<QByteArray> words = output.simplified().split(' ');
    QCOMPARE(words.size(), 4);
    QCOMPARE(words.at(0), "call");
    QVERIFY2(words.at(1).toInt() < 5000, output);
    QCOMPARE(words.at(2), "transport");
    QVERIFY2(words.at(3).toInt() < 5000, output);
}

QTEST_GUILESS_MAIN(SilentResolverTest)
#include "tst_silentresolver.moc"
