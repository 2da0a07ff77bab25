// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/sizerules.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

SourceFiles everything()
{
    return filesOf(codeFolders() + QStringList{u"tests"_s});
}

QString lines(int count)
{
    return u"x;\n"_s.repeated(count);
}

} // namespace

class SizesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void noFileIsTooLong() { SG_VERIFY_NO_FINDINGS(findingsIn(everything(), tooLongFile)); }
    void noFunctionIsTooLong()
    {
        SG_VERIFY_NO_FINDINGS(findingsIn(everything(), tooLongFunctions));
    }
    void mostFilesAreShort();
    void aTooLongFileIsFound_data();
    void aTooLongFileIsFound();
    void aTooLongFunctionIsFound_data();
    void aTooLongFunctionIsFound();
    void whatIsNoFunctionMayBeLong_data();
    void whatIsNoFunctionMayBeLong();
    void thePercentileIsThatOfTheSortedLengths();
};

void SizesTest::mostFilesAreShort()
{
    const int percentile = percentile95(everything());
    QVERIFY2(percentile > 0 && percentile <= maximumPercentileLines,
             qPrintable(QString::number(percentile)));
}

void SizesTest::aTooLongFileIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("limit");
    QTest::newRow("header") << u"models/a.h"_s << 150;
    QTest::newRow("source") << u"models/a.cpp"_s << 400;
    QTest::newRow("test") << u"tests/models/tst_a.cpp"_s << 400;
    QTest::newRow("main window") << u"app/mainwindow.h"_s << 110;
    QTest::newRow("main") << u"app/main.cpp"_s << 59;
}

void SizesTest::aTooLongFileIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const int, limit);
    SG_VERIFY_NO_FINDINGS(tooLongFile(SourceFile(path, lines(limit))));
    QCOMPARE(tooLongFile(SourceFile(path, lines(limit + 1))).size(), 1);
    QCOMPARE(tooLongFile(SourceFile(path, lines(limit) + u"x"_s)).size(), 1);
}

void SizesTest::aTooLongFunctionIsFound_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("line");   // of the opening brace
    QTest::addColumn<int>("inside"); // lines of start and end between the braces
    const auto row = [](const char *name, const char *start, const char *end, int line,
                        int inside = 0) {
        QTest::newRow(name) << QString::fromUtf8(start) << QString::fromUtf8(end) << line << inside;
    };
    row("free", "void f()\n{\n", "}\n", 2);
    row("in a namespace", "namespace a::b {\n\nint f(int x) noexcept {\n", "}\n} // a\n", 3);
    row("in a class", "class A final\n{\npublic:\n    void f() const {\n", "}\n};\n", 4);
    row("constructor", "A::A(int x) : m_a{x}, m_b(2)\n{\n", "}\n", 2);
    row("template", "template<typename T>\nvoid f(T (*g)(int))\n{\n", "}\n", 3);
    row("after another", "void f()\n{\n    g({1, 2});\n}\n\nvoid g()\n{\n", "}\n", 7);
    row("with a lambda", "void f()\n{\n    g([] {\n", "    });\n}\n", 2, 2);
    row("odd literals", "void f()\n{\nc = '{'; s = \"}\\\"}\"; r = R\"x(}\")x\"; n = 1'000; // }\n",
        "}\n", 2, 1);
    row("macro before it", "#define A {\\\n {\nvoid f()\n{\n", "}\n", 4);
}

void SizesTest::aTooLongFunctionIsFound()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QFETCH(const int, line);
    QFETCH(const int, inside);
    const SourceFile fits(u"a.cpp"_s, start + lines(maximumFunctionLines - inside) + end);
    SG_VERIFY_NO_FINDINGS(tooLongFunctions(fits));
    const SourceFile tooLong(u"a.cpp"_s, start + lines(maximumFunctionLines - inside + 1) + end);
    const Findings findings = tooLongFunctions(tooLong);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().line, line);
}

void SizesTest::whatIsNoFunctionMayBeLong_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::newRow("class") << u"class A final : public B<int (*)(int)>\n{\n"_s << u"};\n"_s;
    QTest::newRow("struct") << u"struct A {\n"_s << u"};\n"_s;
    QTest::newRow("namespace") << u"namespace {\n"_s << u"}\n"_s;
    QTest::newRow("table") << u"constexpr std::array table{{\n"_s << u"}};\n"_s;
    QTest::newRow("enum") << u"enum class A : int {\n"_s << u"};\n"_s;
    QTest::newRow("comment") << u"/* void f() {\n"_s << u"} */\n"_s;
}

void SizesTest::whatIsNoFunctionMayBeLong()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    SG_VERIFY_NO_FINDINGS(tooLongFunctions(SourceFile(u"a.cpp"_s, start + lines(100) + end)));
}

void SizesTest::thePercentileIsThatOfTheSortedLengths()
{
    SourceFiles files;
    for (int i = 100; i >= 1; --i)
        files.append(SourceFile(u"a.cpp"_s, lines(i)));
    QCOMPARE(percentile95(files), 95);
    QCOMPARE(percentile95({}), 0);
    QCOMPARE(percentile95({SourceFile(u"a.h"_s, lines(7))}), 7);
}

QTEST_GUILESS_MAIN(SizesTest)
#include "tst_sizes.moc"
