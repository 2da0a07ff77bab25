// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalguard.h>
#include <tests/support/splits.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

class Recorder final : public TerminalGuard::Sink
{
public:
    void write(const char *data, std::size_t size) override
    {
        writes.append(QByteArray(data, qsizetype(size)));
    }
    void repeatLast(int count) override
    {
        writes.append("<repeat " + QByteArray::number(count) + ">");
    }
    bool settle() override { return true; }

    [[nodiscard]] QByteArray all() const { return writes.join(); }

    QByteArrayList writes;
};

QByteArray passed(QByteArrayView bytes)
{
    Recorder recorder;
    TerminalGuard guard;
    guard.feed(bytes, recorder);
    return recorder.all();
}

} // namespace

class TestTerminalGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void harmlessBytesPassUnchanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << "plain text\r\n\ttabs\b\a"_ba;
        QTest::newRow("utf-8") << "h\xc3\xa9llo \xe2\x94\x80 \xf0\x9f\x98\x80 \xc2\xa0"_ba;
        QTest::newRow("sgr") << "\x1b[1;38;2;10;20;30;48;5;200mx\x1b[0m"_ba;
        QTest::newRow("modes") << "\x1b[?1049h\x1b[?25l\x1b[2 q\x1b[!p"_ba;
        QTest::newRow("charset") << "\x1b(0qqq\x1b(B\x1b#8"_ba;
        QTest::newRow("osc") << "\x1b]0;title\x07\x1b]2;t\xc3\xa9\x1b\\"_ba;
        QTest::newRow("dcs") << "\x1bP$qm\x1b\\"_ba;
    }
    void harmlessBytesPassUnchanged()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(passed(bytes), bytes);
    }
    void whatPassesIsTheSameForEverySplit()
    {
        const QByteArray bytes =
            "a\xc3\xa9\xff\x1b[1;2;3mz\x1b\x07[4mq\xe2\x94\x80\x1b(0x\x1b[5b\xc2\x85"_ba;
        const QByteArray whole = passed(bytes);
        forEachSplit(std::string_view(bytes.constData(), std::size_t(bytes.size())),
                     [&](std::string_view first, std::string_view second) {
                         Recorder recorder;
                         TerminalGuard guard;
                         guard.feed({first.data(), qsizetype(first.size())}, recorder);
                         guard.feed({second.data(), qsizetype(second.size())}, recorder);
                         QCOMPARE(recorder.all(), whole);
                     });
    }
    void aCharacterIsNeverWrittenInTwoParts()
    {
        Recorder recorder;
        TerminalGuard guard;
        for (const char byte : "x\xf0\x9f\x98\x80y"_ba)
            guard.feed({&byte, 1}, recorder);
        QCOMPARE(recorder.writes, (QByteArrayList{"x", "\xf0\x9f\x98\x80", "y"}));
    }
    void anEscapeIsNeverWrittenAlone()
    {
        Recorder recorder;
        TerminalGuard guard;
        for (const char byte : "\x1b\x1b\nc"_ba)
            guard.feed({&byte, 1}, recorder);
        QCOMPARE(recorder.writes, (QByteArrayList{"\n", "\x1b"
                                                        "c"}));
    }
    void surplusArgumentsAreDropped()
    {
        QByteArray many = "\x1b[";
        for (int index = 0; index < 500; ++index)
            many += "1;";
        const QByteArray result = passed(many + "5m");
        QCOMPARE(result.count(';'), TerminalGuard::maximumArguments - 1);
        QVERIFY(result.endsWith('m'));
        QCOMPARE(passed("\x1b[12345678901234567890A"), "\x1b[123456789A"_ba);
    }
    void malformedCharactersBecomeTheReplacementCharacter_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray bad = "\xef\xbf\xbd";
        QTest::newRow("lone continuation") << "a\x80z"_ba << "a" + bad + "z";
        QTest::newRow("overlong") << "\xc0\x80"_ba << bad + bad;
        QTest::newRow("surrogate") << "\xed\xa0\x80"_ba << bad + bad + bad;
        QTest::newRow("too high") << "\xf4\x90\x80\x80"_ba << bad + bad + bad + bad;
        QTest::newRow("cut short") << "\xe2\x94x"_ba << bad + "x";
        QTest::newRow("cut by a sequence") << "\xe2\x94\x1b[mx"_ba << bad + "\x1b[mx";
        QTest::newRow("C1 control") << "\xc2\x9b"
                                       "31m"_ba
                                    << bad + bad + "31m";
        QTest::newRow("five bytes") << "\xf8\x88\x80\x80\x80"_ba << bad + bad + bad + bad + bad;
    }
    void malformedCharactersBecomeTheReplacementCharacter()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, expected);
        QCOMPARE(passed(bytes), expected);
    }
    void aHighByteEndsASequence()
    {
        QCOMPARE(passed("\x1b[1;\xc3\xa9"), "\x1b[1;\x18\xc3\xa9"_ba);
        QCOMPARE(passed("\x1b\xc3\xa9"), "\xc3\xa9"_ba);
        QCOMPARE(passed("\x1b(\xc3\xa9"), "\x1b(\x18\xc3\xa9"_ba);
    }
    void repeatIsHandedOverAsACount()
    {
        QCOMPARE(passed("x\x1b[12b"), "x\x1b[12\x18<repeat 12>"_ba);
        QCOMPARE(passed("\x1b[b"), "\x1b[\x18<repeat 1>"_ba);
        QCOMPARE(passed("\x1b[?5b"), "\x1b[?5b"_ba);
    }
    void anEmptyColourSpaceIsLeftOut()
    {
        QCOMPARE(passed("\x1b[38:2::1:2:3m"), "\x1b[38:2:1:2:3m"_ba);
    }
    void aScrollingRegionIsNoticed()
    {
        Recorder recorder;
        TerminalGuard guard;
        guard.feed("\x1b[?1r", recorder);
        QVERIFY(!guard.mayHaveRegion());
        guard.feed("\x1b[2;10r", recorder);
        QVERIFY(guard.mayHaveRegion());
        guard.feed("\x1b[r", recorder);
        QVERIFY(!guard.mayHaveRegion());
    }
};

QTEST_GUILESS_MAIN(TestTerminalGuard)
#include "tst_terminalguard.moc"
