// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/editorfixture.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorresults.h>
#include <widgets/editortoolbar.h>
#include <widgets/runentrybox.h>
#include <widgets/runview.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSplitter>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

const QByteArray cells = "# %% One\na = 1\n# %% Two\nb = 2\nc = 3\n"_ba;

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

class TestEditorView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void keysAskForWhatTheyStandFor();
    void shiftEnterRunsTheCellAndMovesOn();
    void aSelectionIsRunByItself();
    void nothingIsRunThatCannotBe_data();
    void nothingIsRunThatCannotBe();
    void theStateIsToldBesideTheButtons();
    void whyNothingCanBeRunStandsWhereResultsWould();
    void anErrorIsMarkedAndItsPlacesLead();
    void aPlaceInAFileThatIsOpenLeadsThere();
    void contextsAreChosenByIntent();
    void resultsStandBelowWhereItIsNarrow();
    void theFirstTextRunsAndPlots();
};

void TestEditorView::keysAskForWhatTheyStandFor()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    QSignalSpy run(&fixture.view, &EditorView::runRequested);
    QSignalSpy stop(&fixture.view, &EditorView::stopRequested);
    QSignalSpy restart(&fixture.view, &EditorView::restartRequested);
    QSignalSpy save(&fixture.view, &EditorView::saveRequested);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(run.size(), 1);
    QCOMPARE(run.first(), (QVariantList{id, QString::fromUtf8(cells), 0, u"main.py"_s}));
    press(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(stop.size(), 0); // nothing runs
    fixture.view.setBufferState(id, RunState::Running);
    press(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(stop, (QList<QVariantList>{{id}}));
    press(Qt::Key_Greater, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Colon, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(restart.size(), 2);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save, (QList<QVariantList>{{id}}));
    QCOMPARE(fixture.view.bytes(id), cells); // no key was typed
}

void TestEditorView::shiftEnterRunsTheCellAndMovesOn()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    QSignalSpy run(&fixture.view, &EditorView::runRequested);
    fixture.view.goTo(id, 1);
    press(Qt::Key_Return, Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(run.size(), 2);
    QCOMPARE(run.at(0), (QVariantList{id, u"# %% One\na = 1"_s, 0, u"main.py, lines 1 to 2"_s}));
    QCOMPARE(run.at(1),
             (QVariantList{id, u"# %% Two\nb = 2\nc = 3\n"_s, 2, u"main.py, lines 3 to 6"_s}));
    QCOMPARE(fixture.view.bytes(id), cells);
}

void TestEditorView::aSelectionIsRunByItself()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    QSignalSpy run(&fixture.view, &EditorView::runRequested);
    fixture.view.goTo(id, 3, 2);
    QTextCursor cursor = fixture.view.page(id)->editor().textCursor();
    cursor.movePosition(QTextCursor::Down, QTextCursor::KeepAnchor);
    fixture.view.page(id)->editor().setTextCursor(cursor);
    press(Qt::Key_Enter, Qt::ShiftModifier);
    QCOMPARE(run.first().at(1).toString(), u"b = 2\nc = 3"_s);
    QCOMPARE(run.first().at(2).toInt(), 3);
}

void TestEditorView::nothingIsRunThatCannotBe_data()
{
    QTest::addColumn<RunState>("state");
    QTest::newRow("starting") << RunState::Starting;
    QTest::newRow("stopping") << RunState::Stopping;
    QTest::newRow("restarting") << RunState::Restarting;
    QTest::newRow("unavailable") << RunState::Unavailable;
}

void TestEditorView::nothingIsRunThatCannotBe()
{
    QFETCH(RunState, state);
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    QSignalSpy run(&fixture.view, &EditorView::runRequested);
    fixture.view.setBufferState(id, state);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(run.size(), 0);
    fixture.view.setBufferState(id, RunState::Idle);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(run.size(), 1);
}

void TestEditorView::theStateIsToldBesideTheButtons()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    const EditorToolBar &bar = fixture.view.toolBar();
    QCOMPARE(bar.stateText(), QString());
    fixture.view.setBufferState(id, RunState::Starting);
    QCOMPARE(bar.stateText(), u"Starting…"_s);
    fixture.view.setBufferState(id, RunState::Running);
    fixture.begin(id, 1);
    fixture.time += 3s;
    QTRY_COMPARE(bar.stateText(), u"Running 3 s"_s); // by itself
    fixture.view.setBufferState(id, RunState::Stopping);
    QCOMPARE(bar.stateText(), u"Stopping…"_s);
    fixture.results(id).endRun(RunOutcome::Stopped);
    fixture.view.setBufferState(id, RunState::Idle);
    QCOMPARE(bar.stateText(), u"Stopped"_s);
}

void TestEditorView::whyNothingCanBeRunStandsWhereResultsWould()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    fixture.view.setUnavailable(
        EditorUnavailable{u"editor"_s, u"No interpreter"_s, u"words"_s, u"New sandbox"_s});
    QSignalSpy action(&fixture.view, &EditorView::unavailableActionRequested);
    QSignalSpy run(&fixture.view, &EditorView::runRequested);
    QPushButton *button = buttonOf(fixture.view, u"New sandbox"_s);
    QVERIFY(button && button->isVisible());
    button->click();
    QCOMPARE(action.size(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(run.size(), 0);
    QTest::keyClicks(&fixture.view.page(id)->editor(), u"x"_s); // files can still be edited
    QVERIFY(fixture.view.isModified(id));
    fixture.view.setUnavailable(std::nullopt);
    QVERIFY(!button->isVisible());
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(run.size(), 1);
}

void TestEditorView::anErrorIsMarkedAndItsPlacesLead()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, targetProgram());
    QVERIFY(fixture.show());
    CodeEditor &editor = fixture.view.page(id)->editor();
    fixture.fail(id);
    QCOMPARE(editor.errorLine(), 12); // the innermost place in the buffer
    RunView *results = fixture.view.results().view();
    QTRY_COMPARE(results->boxes().size(), 3);
    QSignalSpy file(&fixture.view, &EditorView::fileRequested);
    buttonOf(*results, u"Line 15"_s)->click();
    QCOMPARE(editor.currentLine(), 14);
    QVERIFY(editor.hasFocus());
    buttonOf(*results, u"/home/user/shop/shares.py, line 48 in share(part, whole)"_s)->click();
    QCOMPARE(file, (QList<QVariantList>{{"/home/user/shop/shares.py"_ba, 47}}));
    fixture.begin(id, 7);
    QCOMPARE(editor.errorLine(), -1);
}

void TestEditorView::aPlaceInAFileThatIsOpenLeadsThere()
{
    EditorFixture fixture;
    const quint64 shares = fixture.open(u"shares.py"_s, QByteArray("x\n").repeated(60),
                                        "/home/user/shop/shares.py"_ba);
    const quint64 id = fixture.open(u"main.py"_s, targetProgram());
    QVERIFY(fixture.show());
    fixture.fail(id);
    RunView *results = fixture.view.results().view();
    QTRY_COMPARE(results->boxes().size(), 3);
    buttonOf(*results, u"/home/user/shop/shares.py, line 48 in share(part, whole)"_s)->click();
    QCOMPARE(fixture.view.currentBuffer(), shares);
    QCOMPARE(fixture.view.page(shares)->editor().currentLine(), 47);
}

void TestEditorView::contextsAreChosenByIntent()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"main.py"_s, cells);
    QVERIFY(fixture.show());
    auto *combo = fixture.view.toolBar().findChild<QComboBox *>();
    QSignalSpy chosen(&fixture.view, &EditorView::contextChosen);
    QSignalSpy wanted(&fixture.view, &EditorView::newContextRequested);
    QCOMPARE(combo->currentText(), u"Python 3.13, main.py"_s);
    Q_EMIT combo->activated(1);
    QCOMPARE(chosen, (QList<QVariantList>{{id, u"c2"_s}}));
    QCOMPARE(combo->currentText(), u"Python 3.13, main.py"_s); // until the application says so
    fixture.view.setBufferContext(id, u"c2"_s);
    QCOMPARE(combo->currentText(), u"Python 3.13, shared"_s);
    Q_EMIT combo->activated(combo->count() - 1);
    QCOMPARE(wanted, (QList<QVariantList>{{id, u"bash"_s}}));
    fixture.view.setBufferState(id, RunState::Running);
    QVERIFY(!combo->isEnabled());
}

void TestEditorView::resultsStandBelowWhereItIsNarrow()
{
    EditorFixture fixture;
    fixture.open(u"a.py"_s, "a"_ba);
    QVERIFY(fixture.show({1300, 700}));
    const auto *splitter = fixture.view.findChild<QSplitter *>();
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    fixture.view.resize(EditorView::narrow - 1, 700);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QVERIFY(fixture.view.results().isVisible());
    QCOMPARE_GT(fixture.view.results().height(), 200);
    fixture.view.resize(EditorView::narrow, 700);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
}

void TestEditorView::theFirstTextRunsAndPlots()
{
    EditorFixture fixture;
    const quint64 id = fixture.open(u"untitled"_s, pythonSample());
    QVERIFY(fixture.show());
    QCOMPARE(fixture.view.page(id)->editor().languageName(), u"Python"_s);
    QVERIFY(pythonSample().contains("print(") && pythonSample().contains("plt.show()"));
    QCOMPARE(fixture.view.bytes(id), pythonSample());
}

QTEST_MAIN(TestEditorView)
#include "tst_editorview.moc"
