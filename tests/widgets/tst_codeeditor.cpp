// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/pixels.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/codeeditor.h>
#include <widgets/codegutter.h>
#include <widgets/theme.h>

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QTextBlock>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

const CodeLanguages &languages()
{
    static const CodeLanguages all;
    return all;
}

const QByteArray program = "# %% Load\nimport sys\nx = \"text\"\n\n# %% Show\nprint(x, 42)\n"_ba;

/// An editor of 500 by 300 pixels with Python in it, shown and with the focus.
struct Stage {
    CodeEditor editor;

    explicit Stage(const QByteArray &bytes)
    {
        editor.setLanguage(languages().forFile(u"main.py"_s));
        editor.setBytes(bytes);
        editor.resize(500, 300);
        QVERIFY(showActive(editor));
        editor.setFocus();
        QTRY_VERIFY(editor.hasFocus());
    }
    void type(const QString &text) { QTest::keyClicks(&editor, text); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&editor, Qt::Key(key), modifiers);
    }
    void select(int from, int to)
    {
        QTextCursor cursor(editor.document());
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        editor.setTextCursor(cursor);
    }
    [[nodiscard]] QRect areaOf(int line) const
    {
        return editor.lineRect(line).toRect().translated(editor.viewport()->pos());
    }
};

} // namespace

class TestCodeEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup() { setColorScheme(Qt::ColorScheme::Light); }

    void editingOneLineChangesNoOtherByte();
    void newLinesEndAsTheirNeighbours();
    void whatCannotBeWrittenBackCannotBeTyped_data();
    void whatCannotBeWrittenBackCannotBeTyped();
    void coloursComeFromTheTheme();
    void aLargeFileIsShownWithoutColours();
    void enterContinuesTheIndentation_data();
    void enterContinuesTheIndentation();
    void tabIndentsAndBackspaceTakesALevel();
    void theIndentationOfTheFileIsKept();
    void slashCommentsAndUncomments();
    void runKeysAreLeftToTheView();
    void cellsAndSelectionsArePieces();
    void afterACellTheCursorStandsInTheNext();
    void aHiddenCharacterIsDrawnAndKept();
    void pastedControlsAreMadeVisible();
    void aLineBeyondTheLimitIsNotPasted();
    void theErrorMarkGoesWithItsLineUntilThatIsEdited();
    void zoomChangesTheLineHeight();
    void aClickBesideALineSelectsIt();
};

void TestCodeEditor::editingOneLineChangesNoOtherByte()
{
    const QByteArray mixed = "\xEF\xBB\xBF"
                             "a\r\nb \xC2\xA0\nc\r\n\fd\xE2\x80\xA8"
                             "e\r\n"_ba;
    Stage stage(mixed);
    QCOMPARE(stage.editor.bytes(), mixed);
    QVERIFY(!stage.editor.document()->isModified());
    stage.editor.goToLine(1, 1);
    stage.type(u"!"_s);
    QCOMPARE(stage.editor.bytes(), QByteArray(mixed).replace("b ", "b! "));
    QVERIFY(stage.editor.document()->isModified());
    stage.editor.undo();
    QCOMPARE(stage.editor.bytes(), mixed);
}

void TestCodeEditor::newLinesEndAsTheirNeighbours()
{
    Stage stage("a\r\nb\nc\r\n"_ba);
    stage.editor.goToLine(0, 1);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor.bytes(), "a\r\n\r\nb\nc\r\n"_ba);
    stage.editor.goToLine(2, 1);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor.bytes(), "a\r\n\r\nb\n\nc\r\n"_ba);
}

void TestCodeEditor::whatCannotBeWrittenBackCannotBeTyped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no UTF-8") << "caf\xE9 = 1\n"_ba;
    QTest::newRow("null") << QByteArray("a\0b", 3);
    QTest::newRow("a line of a megabyte") << QByteArray(1 << 20, 'x') + "\ny\n";
}

void TestCodeEditor::whatCannotBeWrittenBackCannotBeTyped()
{
    QFETCH(QByteArray, bytes);
    Stage stage(bytes);
    QVERIFY(stage.editor.isReadOnly());
    stage.type(u"x"_s);
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Tab);
    stage.press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(stage.editor.bytes(), bytes);
    stage.editor.setBytes("x\n"_ba);
    stage.type(u"y"_s);
    QCOMPARE(stage.editor.bytes(), "yx\n"_ba);
}

void TestCodeEditor::coloursComeFromTheTheme()
{
    Stage stage(program);
    QVERIFY(stage.editor.isColored());
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        setColorScheme(theme->isDark() ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
        const auto has = [&](int line, ThemeRole role) {
            return Pixels(&stage.editor).count(stage.areaOf(line), theme->color(role)) > 3;
        };
        QTRY_VERIFY(has(1, ThemeRole::CodeKeyword));
        QVERIFY(has(2, ThemeRole::CodeString));
        QVERIFY(has(5, ThemeRole::CodeNumber));
        QVERIFY(has(0, ThemeRole::CodeComment));
    }
}

void TestCodeEditor::aLargeFileIsShownWithoutColours()
{
    Stage stage(QByteArray("print('a line of a large file', 12345)\n").repeated(140000)); // 5 MB
    QVERIFY(!stage.editor.isColored());
    QVERIFY(!stage.editor.isReadOnly());
    stage.editor.goToLine(139999);
    stage.type(u"x"_s);
    QVERIFY(stage.editor.bytes().endsWith("12345)\n"));
    QCOMPARE(stage.editor.currentLine(), 139999);
}

void TestCodeEditor::enterContinuesTheIndentation_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("plain") << "x = 1"_ba << "x = 1\ny"_ba;
    QTest::newRow("inside") << "    x = 1"_ba << "    x = 1\n    y"_ba;
    QTest::newRow("a block opens") << "def f():"_ba << "def f():\n    y"_ba;
    QTest::newRow("a bracket opens") << "f("_ba << "f(\n    y"_ba;
    QTest::newRow("a block ends") << "    return x"_ba << "    return x\ny"_ba;
    QTest::newRow("tabs") << "\tif x:\n\t\tpass\n\tz"_ba << "\tif x:\n\t\tpass\n\tz\n\ty"_ba;
}

void TestCodeEditor::enterContinuesTheIndentation()
{
    QFETCH(QByteArray, line);
    Stage stage(line);
    stage.press(Qt::Key_End, Qt::ControlModifier);
    stage.press(Qt::Key_Return);
    stage.type(u"y"_s);
    QTEST(stage.editor.bytes(), "after");
}

void TestCodeEditor::tabIndentsAndBackspaceTakesALevel()
{
    Stage stage("ab\ncd\n\nef\n"_ba);
    stage.editor.goToLine(0, 1);
    stage.press(Qt::Key_Tab);
    QCOMPARE(stage.editor.bytes(), "a   b\ncd\n\nef\n"_ba);
    stage.editor.undo();
    stage.select(0, 8);
    stage.press(Qt::Key_Tab);
    QCOMPARE(stage.editor.bytes(), "    ab\n    cd\n\n    ef\n"_ba);
    stage.press(Qt::Key_Backtab);
    QCOMPARE(stage.editor.bytes(), "ab\ncd\n\nef\n"_ba);
    stage.editor.goToLine(0, 0);
    stage.press(Qt::Key_Tab);
    stage.press(Qt::Key_Tab);
    stage.press(Qt::Key_Backspace);
    QCOMPARE(stage.editor.bytes(), "    ab\ncd\n\nef\n"_ba);
}

void TestCodeEditor::theIndentationOfTheFileIsKept()
{
    Stage stage("if x:\n\tpass\n\tpass\n"_ba);
    QCOMPARE(stage.editor.indentation(), u"\t"_s);
    stage.editor.setBytes("a:\n  b: 1\n  c: 2\n"_ba);
    QCOMPARE(stage.editor.indentation(), u"  "_s);
    stage.editor.setBytes({});
    QCOMPARE(stage.editor.indentation(), u"    "_s);
}

void TestCodeEditor::slashCommentsAndUncomments()
{
    Stage stage("if x:\n    a\n\n    b\n"_ba);
    stage.select(6, 18);
    stage.press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(stage.editor.bytes(), "if x:\n    # a\n\n    # b\n"_ba);
    stage.press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(stage.editor.bytes(), "if x:\n    a\n\n    b\n"_ba);
}

void TestCodeEditor::runKeysAreLeftToTheView()
{
    Stage stage("a"_ba);
    stage.press(Qt::Key_Return, Qt::ControlModifier);
    stage.press(Qt::Key_Return, Qt::ShiftModifier);
    stage.press(Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(stage.editor.bytes(), "a"_ba);
}

void TestCodeEditor::cellsAndSelectionsArePieces()
{
    Stage stage(program);
    stage.editor.goToLine(2);
    QCOMPARE(stage.editor.currentPiece(),
             (CodePiece{u"# %% Load\nimport sys\nx = \"text\"\n"_s, 0, 3}));
    stage.editor.goToLine(4);
    QCOMPARE(stage.editor.currentPiece(), (CodePiece{u"# %% Show\nprint(x, 42)\n"_s, 4, 6}));
    stage.select(12, 21); // to the start of the next line
    QCOMPARE(stage.editor.currentPiece(), (CodePiece{u"import sys"_s, 1, 1}));
    QCOMPARE(stage.editor.code().code, QString::fromUtf8(program));
    stage.editor.setBytes("x = 1\ny = 2"_ba);
    QCOMPARE(stage.editor.currentPiece(), (CodePiece{u"x = 1\ny = 2"_s, 0, 1}));
}

void TestCodeEditor::afterACellTheCursorStandsInTheNext()
{
    Stage stage(program);
    stage.editor.moveBehind(stage.editor.currentPiece());
    QCOMPARE(stage.editor.currentLine(), 4);
    stage.editor.moveBehind(stage.editor.currentPiece());
    QCOMPARE(stage.editor.currentLine(), 6); // the end
}

void TestCodeEditor::aHiddenCharacterIsDrawnAndKept()
{
    Stage stage("a = 1\nif x\xE2\x80\xAE == 2:\n"_ba);
    QCOMPARE(stage.editor.hiddenCharacters(), 1);
    QCOMPARE_GT(Pixels(&stage.editor).count(stage.areaOf(1), Theme::light().color(ThemeRole::Warn)),
                10);
    QCOMPARE(Pixels(&stage.editor).count(stage.areaOf(0), Theme::light().color(ThemeRole::Warn)),
             0);
    QVERIFY(stage.editor.code().code.contains(QChar(0x202E)));
    stage.editor.selectAll();
    stage.editor.copy();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QChar(0x202E)));
}

void TestCodeEditor::pastedControlsAreMadeVisible()
{
    Stage stage(""_ba);
    QGuiApplication::clipboard()->setText(u"a\r\nb\u202Ec\u2029d"_s + QChar(0xFFFC));
    stage.editor.paste();
    QCOMPARE(stage.editor.bytes(), u"a\nb\u202Ec\u2029d\uFFFD"_s.toUtf8());
    QCOMPARE(stage.editor.hiddenCharacters(), 2);
}

void TestCodeEditor::aLineBeyondTheLimitIsNotPasted()
{
    Stage stage("x"_ba);
    QSignalSpy refused(&stage.editor, &CodeEditor::refused);
    QGuiApplication::clipboard()->setText(QString(1 << 20, u'y'));
    stage.editor.paste();
    QCOMPARE(stage.editor.bytes(), "x"_ba);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(u"1,048,576"_s));
}

void TestCodeEditor::theErrorMarkGoesWithItsLineUntilThatIsEdited()
{
    Stage stage(program);
    stage.editor.setErrorMark(5, u"NameError: x"_s);
    QCOMPARE(stage.editor.errorLine(), 5);
    const auto red = [&](int line) {
        return Pixels(&stage.editor)
            .count(stage.areaOf(line), Theme::light().color(ThemeRole::Danger));
    };
    QCOMPARE_GT(red(5), 20);
    QCOMPARE(red(2), 0);
    stage.editor.goToLine(0);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor.errorLine(), 6);
    stage.editor.goToLine(6, 3);
    stage.type(u"x"_s);
    QCOMPARE(stage.editor.errorLine(), -1);
    stage.editor.setErrorMark(9999, u"nowhere"_s);
    QCOMPARE(stage.editor.errorLine(), -1);
}

void TestCodeEditor::zoomChangesTheLineHeight()
{
    Stage stage(program);
    const qreal before = stage.editor.lineRect(0).height();
    QCOMPARE(before, 20);
    QSignalSpy zoomed(&stage.editor, &CodeEditor::zoomChanged);
    stage.press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(zoomed.size(), 1);
    QCOMPARE_GT(stage.editor.lineRect(0).height(), before);
    stage.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(stage.editor.lineRect(0).height(), before);
    for (int i = 0; i < 60; ++i)
        stage.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(stage.editor.zoom(), -6);
}

void TestCodeEditor::aClickBesideALineSelectsIt()
{
    Stage stage(program);
    const QPoint place(4, int(stage.editor.lineRect(1).center().y()));
    QTest::mouseClick(stage.editor.gutter(), Qt::LeftButton, {}, place);
    QCOMPARE(stage.editor.currentPiece(), (CodePiece{u"import sys"_s, 1, 1}));
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
