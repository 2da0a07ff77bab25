// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/vncpasswordfile.h>

#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class VncPasswordFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theExampleOfTheProtocolPageIsRead()
    {
        const auto password = passwordOfVncFile(QByteArray::fromHex("3fbbd42141af7308"));
        QVERIFY(password);
        QCOMPARE(*password, "mbFlGZrf"_ba);
    }

    void whatTigerVncWritesIsRead_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("short") << "secret"_ba << "secret"_ba;
        QTest::newRow("eight") << "12345678"_ba << "12345678"_ba;
        QTest::newRow("only eight count") << "123456789"_ba << "12345678"_ba;
        QTest::newRow("high bytes")
            << "\xe4\xf6\xfc\x80\xff\x01"_ba << "\xe4\xf6\xfc\x80\xff\x01"_ba;
        QTest::newRow("with one for watching") << "control1\nwatching"_ba << "control1"_ba;
    }
    void whatTigerVncWritesIsRead()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, password);
        QProcess program;
        program.start(u"vncpasswd"_s, {u"-f"_s});
        program.write(written + '\n');
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished());
        const auto read = passwordOfVncFile(program.readAllStandardOutput());
        QVERIFY(read);
        QCOMPARE(*read, password);
    }

    void otherSizesAreRefused_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 7, 9, 15, 17, 24, 1'000'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void otherSizesAreRefused()
    {
        QFETCH(int, size);
        const auto password = passwordOfVncFile(QByteArray(size, 'x'));
        QVERIFY(!password);
        QCOMPARE(password.error().kind, Error::Kind::Protocol);
    }

    void anyEightBytesAreAPasswordWithoutZeros()
    {
        for (int first = 0; first < 256; ++first) {
            const auto password = passwordOfVncFile(QByteArray(8, char(first)));
            QVERIFY(password);
            QVERIFY(password->size() <= 8);
            QVERIFY(!password->contains('\0'));
        }
    }
};

QTEST_GUILESS_MAIN(VncPasswordFileTest)
#include "tst_vncpasswordfile.moc"
