// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/bashtext.h>
#include <host/interpreter/contexttable.h>
#include <host/interpreter/outputpipe.h>
#include <host/interpreter/pythonsetup.h>

#include <QtTest/QTest>

namespace Sandglass {

class TestInterpreterText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void languagesAreReadAsTheServiceDoes()
    {
        QCOMPARE(canonicalLanguage(""), std::string("python"));
        QCOMPARE(canonicalLanguage(" \t\n"), std::string("python"));
        QCOMPARE(canonicalLanguage(" Python "), std::string("python"));
        QCOMPARE(canonicalLanguage("JS"), std::string("javascript"));
        QCOMPARE(canonicalLanguage("ts"), std::string("typescript"));
        QCOMPARE(canonicalLanguage("Bash\n"), std::string("bash"));
        QCOMPARE(canonicalLanguage("C++"), std::string("c++"));
    }

    void everyByteIsQuotedForTheShell()
    {
        QCOMPARE(bashQuoted(""), std::string("$''"));
        QCOMPARE(bashQuoted("aZ_9"), std::string("$'aZ_9'"));
        QCOMPARE(bashQuoted("'\n\\ \xFF"), std::string(R"($'\047\012\134\040\377')"));
    }

    void namesThatAShellCannotHaveAreLeftOut()
    {
        QCOMPARE(bashSetVariables({}), std::string());
        QCOMPARE(bashSetVariables({{"a-b", "1"}, {"1a", "1"}, {"a b", "1"}}), std::string());
        QVERIFY(bashSetVariables({{"a-b", "1"}, {"B", "2"}}).contains("export B=$'2';"));
        QCOMPARE(bashResetVariables({{"a-b", "1"}}), std::string());
    }

    void pythonGetsVariablesAsHex()
    {
        QCOMPARE(pythonSetVariables({{"A", "'\n"}}),
                 std::string("__import__('_sandglass_variables').enter({'41':'270a',})"));
    }

    void charactersStayWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("rest");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("ASCII") << QByteArray("abc") << 0;
        QTest::newRow("whole") << QByteArray("a\xC3\xA4") << 0;
        QTest::newRow("one of two") << QByteArray("a\xC3") << 1;
        QTest::newRow("two of three") << QByteArray("a\xE2\x82") << 2;
        QTest::newRow("three of four") << QByteArray("a\xF0\x9F\x98") << 3;
        QTest::newRow("four of four") << QByteArray("\xF0\x9F\x98\x80") << 0;
        QTest::newRow("only continuations") << QByteArray("\x80\x80\x80\x80") << 0;
        QTest::newRow("no lead") << QByteArray("a\x80") << 0;
    }

    void charactersStayWhole()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, rest);
        std::string left = bytes.toStdString();
        const std::string taken = takeWholeCharacters(left);
        QCOMPARE(left.size(), static_cast<std::size_t>(rest));
        QCOMPARE(taken + left, bytes.toStdString());
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestInterpreterText)
#include "tst_interpretertext.moc"
