// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/editorfixture.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorresults.h>
#include <widgets/editorstatusrow.h>
#include <widgets/editortabs.h>
#include <widgets/runview.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

const QByteArray cells = "# %% One\na = 1\n# %% Two\nb = 2\nc = 3\n"_ba;

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

/// Buffers of the editor: saved, closed, searched.
class TestEditorBuffers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void savingKeepsWhatWasTypedMeanwhile();
    void aConflictAsksWhatToDo();
    void aFailedSaveCanBeTriedAgain();
    void closingAsksWhenSomethingWouldBeLost();
    void buffersComeAndGo();
    void findCountsAndReplaces();
    void goToLineRefusesWhatIsNoLine();
};

void TestEditorBuffers::savingKeepsWhatWasTypedMeanwhile()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells, "/home/user/main.py"_ba);
    QVERIFY(fixture.show());
    const auto *status = fixture.view.findChild<EditorStatusRow *>();
    QCOMPARE(status->savedText(), u"Saved"_s);
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"x"_s);
    QVERIFY(fixture.view.tabs().isUnsaved(id));
    QVERIFY(status->savedText().startsWith(u"1 change"_s));
    const int revision = fixture.view.revision(id);
    fixture.view.setSaving(id);
    QCOMPARE(status->savedText(), u"Saving…"_s);
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"y"_s);
    fixture.view.setSaved(id, revision);
    QVERIFY(fixture.view.isModified(id));
    fixture.view.setSaved(id, fixture.view.revision(id));
    QVERIFY(!fixture.view.isModified(id));
    QVERIFY(!fixture.view.tabs().isUnsaved(id));
    QSignalSpy save(&fixture.view, &EditorView::saveRequested);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.size(), 0); // nothing to save
}

void TestEditorBuffers::aConflictAsksWhatToDo()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells, "/home/user/main.py"_ba);
    QVERIFY(fixture.show());
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"x"_s);
    QSignalSpy overwrite(&fixture.view, &EditorView::overwriteRequested);
    QSignalSpy reload(&fixture.view, &EditorView::reloadRequested);
    fixture.view.setSaveConflict(id);
    buttonOf(fixture.view, u"Overwrite"_s)->click();
    buttonOf(fixture.view, u"Reload"_s)->click();
    QCOMPARE(overwrite, (QList<QVariantList>{{id}}));
    QCOMPARE(reload, (QList<QVariantList>{{id}}));
    buttonOf(fixture.view, u"Keep editing"_s)->click();
    QTRY_VERIFY(!buttonOf(fixture.view, u"Overwrite"_s));
    QVERIFY(fixture.view.isModified(id));
    fixture.view.setSaveConflict(id);
    fixture.view.setBufferText(id, "theirs\n"_ba);
    QTRY_VERIFY(!buttonOf(fixture.view, u"Overwrite"_s));
    QCOMPARE(fixture.view.bytes(id), "theirs\n"_ba);
    QVERIFY(!fixture.view.isModified(id));
}

void TestEditorBuffers::aFailedSaveCanBeTriedAgain()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells, "/home/user/main.py"_ba);
    QVERIFY(fixture.show());
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"x"_s);
    QSignalSpy save(&fixture.view, &EditorView::saveRequested);
    fixture.view.setSaving(id);
    fixture.view.setSaveFailed(id, u"The disk is full."_s);
    QVERIFY(fixture.view.isModified(id));
    buttonOf(fixture.view, u"Try again"_s)->click();
    QCOMPARE(save.size(), 1);
    fixture.view.setSaved(id, fixture.view.revision(id));
    QTRY_VERIFY(!buttonOf(fixture.view, u"Try again"_s));
}

void TestEditorBuffers::closingAsksWhenSomethingWouldBeLost()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells, "/home/user/main.py"_ba);
    QVERIFY(fixture.show());
    QSignalSpy close(&fixture.view, &EditorView::closeRequested);
    QSignalSpy save(&fixture.view, &EditorView::saveAndCloseRequested);
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(close.size(), 1);
    fixture.view.page(id)->editor().setFocus();
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"x"_s);
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(close.size(), 1);
    QVERIFY(fixture.view.page(id)->isAskingToClose());
    buttonOf(fixture.view, u"Cancel"_s)->click();
    QVERIFY(!fixture.view.page(id)->isAskingToClose());
    press(Qt::Key_W, Qt::ControlModifier);
    buttonOf(fixture.view, u"Save and close"_s)->click();
    QCOMPARE(save.size(), 1);
    QCOMPARE(close.size(), 1);
    fixture.view.page(id)->editor().setFocus();
    press(Qt::Key_W, Qt::ControlModifier);
    buttonOf(fixture.view, u"Close without saving"_s)->click();
    QCOMPARE(close.size(), 2);
    QCOMPARE(fixture.view.buffers(), QList<quint64>{id}); // the application closes it
}

void TestEditorBuffers::buffersComeAndGo()
{
    EditorFixture fixture;
    const quint64 first = fixture.open(u"a.py"_s, "a"_ba, "/a.py"_ba);
    const quint64 second = fixture.open(u"b.py"_s, "b"_ba, "/b.py"_ba);
    QVERIFY(fixture.show());
    fixture.begin(first, 1);
    QCOMPARE(fixture.view.currentBuffer(), second);
    QCOMPARE(fixture.view.bufferOf("/a.py"_ba), first);
    QCOMPARE(fixture.view.bufferOf({}), 0);
    fixture.view.tabs().setCurrentIndex(0);
    QCOMPARE(fixture.view.currentBuffer(), first);
    QCOMPARE(&fixture.view.results().view()->model(), &fixture.results(first));
    fixture.view.removeBuffer(first);
    fixture.view.removeBuffer(first);
    QCOMPARE(fixture.view.buffers(), QList<quint64>{second});
    fixture.print(first, "late\n"); // its model still lives
    fixture.view.removeBuffer(second);
    QCOMPARE(fixture.view.currentBuffer(), 0);
    QSignalSpy wanted(&fixture.view, &EditorView::newBufferRequested);
    buttonOf(fixture.view, u"New text"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QTest::keyClick(&fixture.view, Qt::Key_Return, Qt::ControlModifier);
}

void TestEditorBuffers::findCountsAndReplaces()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"a.txt"_s, "One one two\none\n"_ba);
    QVERIFY(fixture.show());
    press(Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"one"_s);
    const auto has = [&](const QString &text) {
        for (const QLabel *label : fixture.view.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    QVERIFY(has(u"1 of 3"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(has(u"3 of 3"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(has(u"2 of 3"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QVERIFY(has(u"Not found"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    for (QLineEdit *field : fixture.view.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Replace with")
            field->setText(u"1"_s);
    }
    buttonOf(fixture.view, u"Replace all"_s)->click();
    QCOMPARE(fixture.view.bytes(id), "1 1 two\n1\n"_ba);
    fixture.view.page(id)->editor().undo();
    QCOMPARE(fixture.view.bytes(id), "One one two\none\n"_ba);
}

void TestEditorBuffers::goToLineRefusesWhatIsNoLine()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"a.py"_s, QByteArray("x\n").repeated(50));
    QVERIFY(fixture.show());
    press(Qt::Key_L, Qt::ControlModifier);
    QWidget *field = QApplication::focusWidget();
    QTest::keyClicks(field, u"99"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, u"42"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(fixture.view.page(id)->editor().hasFocus());
    QCOMPARE(fixture.view.page(id)->editor().currentLine(), 41);
}

QTEST_MAIN(TestEditorBuffers)
#include "tst_editorbuffers.moc"
