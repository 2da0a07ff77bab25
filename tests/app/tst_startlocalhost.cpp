// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/startlocalhostoperation.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Programs that stand where the host would: what it may say, and what it must never say.
class StartLocalHostTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aHostThatStartsIsTold()
    {
        QVERIFY(write("case $1 in check) echo '{\"problems\":[],\"templates\":[\"base\"]}';; "
                      "start) echo "
                      "'{\"url\":\"http://"
                      "127.0.0.1:7\",\"apiKey\":\"k\",\"pid\":9,\"version\":\"1\"}';; esac"));
        StartLocalHostOperation operation(m_program);
        QSignalSpy succeeded(&operation, &StartLocalHostOperation::succeeded);
        operation.start();
        QTRY_COMPARE(succeeded.size(), 1);
        QCOMPARE(succeeded.first().at(1).toStringList(), QStringList(u"base"_s));
        QCOMPARE(succeeded.first().first().value<HostInfo>().url,
                 std::string("http://127.0.0.1:7"));
    }

    void whatIsMissingIsNamedWithItsCure()
    {
        QVERIFY(write("echo '{\"problems\":[{\"message\":\"no bubblewrap\",\"cure\":\"apt-get "
                      "install bubblewrap\"}]}'"));
        const LocalHostFailure failure = failureOf(m_program);
        QCOMPARE(failure.message, u"no bubblewrap"_s);
        QCOMPARE(failure.cure, u"apt-get install bubblewrap"_s);
    }

    void anythingElseIsAFailureInWords_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("part");
        QTest::newRow("garbage") << QByteArray("echo garbage") << u"unexpected answer"_s;
        QTest::newRow("silence") << QByteArray("true") << u"unexpected answer"_s;
        QTest::newRow("its own words")
            << QByteArray("echo 'the disk is full' >&2; exit 3") << u"the disk is full"_s;
        QTest::newRow("no words") << QByteArray("exit 3") << u"code 3"_s;
        QTest::newRow("start without an address")
            << QByteArray("if [ $1 = check ]; then echo '{}'; else echo '{\"url\":1}'; fi")
            << u"unexpected answer"_s;
    }
    void anythingElseIsAFailureInWords()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, part);
        QVERIFY(write(script));
        const LocalHostFailure failure = failureOf(m_program);
        QVERIFY2(failure.message.contains(part), qPrintable(failure.message));
    }

    void aProgramThatIsNotThereIsAFailure()
    {
        QVERIFY(!failureOf(m_folder.filePath(u"nothing"_s)).message.isEmpty());
        QVERIFY(failureOf({}).message.contains(u"sandglass-host"_s));
    }

    void destroyingItAtAnyStepIsSafe_data()
    {
        QTest::addColumn<int>("steps");
        QTest::newRow("checking") << 1;
        QTest::newRow("starting") << 2;
    }
    void destroyingItAtAnyStepIsSafe()
    {
        QFETCH(int, steps);
        QVERIFY(write("echo '{\"problems\":[]}'; [ $1 = check ] || exec sleep 5"));
        auto operation = std::make_unique<StartLocalHostOperation>(m_program);
        QSignalSpy progressed(operation.get(), &StartLocalHostOperation::progressed);
        operation->start();
        QTRY_COMPARE(progressed.size(), steps);
        operation.reset();
        QCOMPARE(progressed.size(), steps);
    }

private:
    bool write(const QByteArray &script)
    {
        m_program = m_folder.filePath(u"host-%1"_s.arg(++m_count));
        QFile file(m_program);
        return file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script + '\n') > 0 &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    static LocalHostFailure failureOf(const QString &program)
    {
        StartLocalHostOperation operation(program);
        QSignalSpy failed(&operation, &StartLocalHostOperation::failed);
        operation.start();
        (void)QTest::qWaitFor([&] { return !failed.isEmpty(); });
        return failed.isEmpty() ? LocalHostFailure{}
                                : failed.first().first().value<LocalHostFailure>();
    }

    QTemporaryDir m_folder;
    QString m_program;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(StartLocalHostTest)
#include "tst_startlocalhost.moc"
