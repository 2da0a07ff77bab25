// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/sourcefile.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class SourceFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void commentsAndLiteralsAreBlanked_data();
    void commentsAndLiteralsAreBlanked();
    void linesStayWhereTheyAre();
    void theWholeTreeKeepsItsLines();
};

void SourceFileTest::commentsAndLiteralsAreBlanked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *text, const char *code) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(code);
    };
    row("a; // b", "a;     ");
    row("a /* b */ c", "a         c");
    row("/* \n */ c", "   \n    c");
    row("f(\"a, b\")", "f(\"    \")");
    row("f(\"\\\"//\")", "f(\"    \")");
    row("f('\"', 1)", "f(' ', 1)");
    row("f('\\'', 1)", "f('  ', 1)");
    row("f(R\"(a \"b\" // c)\")", "f(R\"            \")");
    row("f(uR\"x()\")x\"_s)", "f(uR\"      \"_s)");
    row("n = 1'000'000; 'a'", "n = 1'000'000; ' '");
    row("FOR\"x\"", "FOR\" \"");
    row("\"open", "\"    ");
    row("/* open", "       ");
}

void SourceFileTest::commentsAndLiteralsAreBlanked()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QCOMPARE(SourceFile(u"core/a.cpp"_s, text).code, code);
}

void SourceFileTest::linesStayWhereTheyAre()
{
    const SourceFile file(u"core/a.cpp"_s, u"one\n// two\nthree"_s);
    QCOMPARE(file.lineCount(), 3);
    QCOMPARE(file.lineAt(0), 1);
    QCOMPARE(file.lineAt(4), 2);
    QCOMPARE(file.lineAt(file.text.size()), 3);
    QCOMPARE(file.uncommented, u"one\n      \nthree"_s);
    QCOMPARE(file.folder(), u"core"_s);
    QCOMPARE(report({file.finding(4, u"because"_s)}),
             QByteArray("1 findings\ncore/a.cpp:2: because"));
}

void SourceFileTest::theWholeTreeKeepsItsLines()
{
    const SourceFiles files = filesOf(codeFolders() + QStringList{u"tests"_s});
    QVERIFY(files.size() > 50);
    for (const SourceFile &file : files) {
        QVERIFY2(file.code.size() == file.text.size(), qPrintable(file.path));
        QVERIFY2(file.code.count(u'\n') == file.text.count(u'\n'), qPrintable(file.path));
        // Braces in literals and comments are gone; what is left balances but for tricks of the
        // preprocessor.
        QVERIFY2(file.isBuildFile() || file.code.count(u'{') == file.code.count(u'}'),
                 qPrintable(file.path));
    }
}

QTEST_GUILESS_MAIN(SourceFileTest)
#include "tst_sourcefile.moc"
