// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runmodel.h>
#include <tests/widgets/editorfixture.h>
#include <tests/widgets/pixels.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/popover.h>
#include <widgets/runentrybox.h>
#include <widgets/runerrorbody.h>
#include <widgets/runhtmlbody.h>
#include <widgets/runpicturebody.h>
#include <widgets/runtextbody.h>
#include <widgets/runview.h>
#include <widgets/theme.h>

#include <QtCore/QUrl>
#include <QtCore/QtMath>
#include <QtGui/QClipboard>
#include <QtGui/QTextBlock>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// A view of 520 by 400 pixels with a run that goes on.
struct Stage {
    RunModel model;
    RunView view{model};

    Stage()
    {
        model.beginRun({.buffer = 1});
        model.take(ExecutionCounted{3});
        view.resize(520, 400);
    }
    [[nodiscard]] bool show() { return showActive(view); }
    void print(const std::string &text) { model.take(ExecutionOutput{.text = text}); }
    void give(const char *key, const std::string &value)
    {
        model.take(ExecutionResult{.parts = {{key, value}}});
    }
    /// The rows are those of the model, with what they hold.
    [[nodiscard]] bool isCurrent() const
    {
        if (view.boxes().size() != model.rowCount())
            return false;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (view.boxes().at(row)->id() != model.entry(row).id ||
                view.boxes().at(row)->revision() != model.entry(row).revision)
                return false;
        }
        return true;
    }
    template<typename Body>
    [[nodiscard]] Body *body(int row) const
    {
        return qobject_cast<Body *>(&view.boxes().at(row)->body());
    }
    [[nodiscard]] bool isAtEnd() const
    {
        const QScrollBar *bar = view.verticalScrollBar();
        return bar->maximum() > 0 && bar->value() == bar->maximum();
    }
};

QToolButton *toolOf(const RunEntryBox &box, const QString &name)
{
    for (QToolButton *button : box.findChildren<QToolButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestRunView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void rowsFollowTheModel();
    void outputGrowsInPlace();
    void coloursOfTheOutputAreShown();
    void theViewStaysAtTheEndUntilOneLooksElsewhere();
    void longOutputScrollsInItsFrameAndOpens();
    void endlessOutputDropsItsStart();
    void aPictureFitsAndIsShownPixelByPixelOnAClick();
    void aPictureFarAwayIsLetGo();
    void copyTakesTheWholeRow();
    void savingAsksTheApplication();
    void placesOfAnErrorAreLinks();
    void anErrorTakesTheWholeWidth();
    void theWholeTracebackOpens();
    void aLinkIsFollowedOnlyAfterItsTargetWasSeen();
    void aLinkToAFileIsNotOffered_data();
    void aLinkToAFileIsNotOffered();
};

void TestRunView::rowsFollowTheModel()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.print("hello\n");
    stage.give("text", "42");
    stage.give("json", "[1,2]");
    QTRY_VERIFY(stage.isCurrent());
    QCOMPARE(stage.body<RunTextBody>(0)->shownText(), u"hello"_s);
    QCOMPARE(stage.body<RunTextBody>(1)->shownText(), u"42"_s);
    QCOMPARE(stage.body<RunTextBody>(2)->shownText(), u"[\n  1,\n  2\n]"_s);
    RunEntryBox *kept = stage.view.boxes().at(1);
    stage.model.endRun(RunOutcome::Finished);
    stage.model.beginRun({});
    QTRY_VERIFY(stage.isCurrent());
    QCOMPARE(stage.view.boxes().at(1), kept);
    stage.model.clear();
    QTRY_COMPARE(stage.view.boxes().size(), 1);
}

void TestRunView::outputGrowsInPlace()
{
    Stage stage;
    QVERIFY(stage.show());
    for (const char *text : {"a\nb", "c\n", "10%", "\r20%", "\r\x1b[Kdone\n", "end"}) {
        stage.print(text);
        QTRY_VERIFY(stage.isCurrent());
        QCOMPARE(stage.body<RunTextBody>(0)->shownText(), stage.model.entry(0).lines.text());
    }
    QCOMPARE(stage.body<RunTextBody>(0)->shownText(), u"a\nbc\ndone\nend"_s);
}

void TestRunView::coloursOfTheOutputAreShown()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.print("\x1b[31mredredredred\x1b[0m plain\n");
    QTRY_VERIFY(stage.isCurrent());
    RunTextBody *body = stage.body<RunTextBody>(0);
    QTRY_VERIFY(Pixels(body).count(body->rect(), Theme::light().ansi(1)) > 20);
}

void TestRunView::theViewStaysAtTheEndUntilOneLooksElsewhere()
{
    Stage stage;
    QVERIFY(stage.show());
    for (int i = 0; i < 40; ++i)
        stage.give("text", std::to_string(i));
    QTRY_VERIFY(stage.isCurrent() && stage.isAtEnd());
    stage.view.verticalScrollBar()->setValue(10);
    QVERIFY(!stage.view.isFollowing());
    stage.give("text", "more");
    QTRY_VERIFY(stage.isCurrent());
    const int before = stage.view.verticalScrollBar()->maximum();
    stage.give("text", "and more");
    QTRY_VERIFY(stage.view.verticalScrollBar()->maximum() > before);
    QCOMPARE(stage.view.verticalScrollBar()->value(), 10);
    stage.view.verticalScrollBar()->setValue(stage.view.verticalScrollBar()->maximum());
    stage.give("text", "the end");
    QTRY_VERIFY(stage.isCurrent() && stage.isAtEnd());
}

void TestRunView::longOutputScrollsInItsFrameAndOpens()
{
    Stage stage;
    QVERIFY(stage.show());
    std::string lines;
    for (int i = 0; i < 300; ++i)
        lines += "line " + std::to_string(i) + "\n";
    stage.print(lines);
    QTRY_VERIFY(stage.isCurrent());
    RunTextBody *body = stage.body<RunTextBody>(0);
    auto *more = body->findChild<QPushButton *>();
    QTRY_VERIFY(more->isVisible());
    QCOMPARE_LT(body->height(), 500);
    const auto *text = body->findChild<QPlainTextEdit *>();
    QTRY_COMPARE(text->verticalScrollBar()->value(), text->verticalScrollBar()->maximum());
    more->click();
    QTRY_VERIFY(body->height() > 300 * 10);
    more->click();
    QTRY_VERIFY(body->height() < 500);
}

void TestRunView::endlessOutputDropsItsStart()
{
    Stage stage;
    QVERIFY(stage.show());
    const std::string chunk(1000, 'x');
    for (int i = 0; i < 12000; ++i) {
        stage.print(chunk + std::to_string(i) + "\n");
        if (i % 4000 == 3999)
            QTRY_VERIFY(stage.isCurrent());
    }
    const RunText &lines = stage.model.entry(1).lines;
    QCOMPARE_GT(lines.firstLine(), 0);
    const auto *text = stage.body<RunTextBody>(1)->findChild<QPlainTextEdit *>();
    QCOMPARE(text->blockCount(), lines.endLine() - lines.firstLine() - 1);
    QVERIFY(text->document()->lastBlock().text().endsWith(u"11999"_s));
}

void TestRunView::aPictureFitsAndIsShownPixelByPixelOnAClick()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.give("png", targetChart());
    QTRY_VERIFY(stage.isCurrent());
    RunPictureView &view = stage.body<RunPictureBody>(0)->view();
    QTRY_VERIFY(view.hasImage());
    QCOMPARE(view.naturalSize(), QSize(1000, 420));
    QTRY_COMPARE(view.height(), qCeil(view.viewport()->width() * 0.42));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 20));
    QVERIFY(view.isWhole());
    QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 400);
    QTRY_COMPARE_GE(view.height(), 420);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(300, 100));
    QTest::mouseMove(view.viewport(), QPoint(100, 100));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    QCOMPARE(view.horizontalScrollBar()->value(), 200);
    QVERIFY(view.isWhole()); // a drag is no click
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.isWhole());
}

void TestRunView::aPictureFarAwayIsLetGo()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.give("png", targetChart());
    QTRY_VERIFY(stage.isCurrent());
    RunPictureView &view = stage.body<RunPictureBody>(0)->view();
    QTRY_VERIFY(view.hasImage());
    for (int i = 0; i < 120; ++i)
        stage.give("text", std::to_string(i));
    QTRY_VERIFY(stage.isCurrent() && stage.isAtEnd());
    QTRY_VERIFY(!view.hasImage());
    stage.view.verticalScrollBar()->setValue(0);
    QTRY_VERIFY(view.hasImage());
}

void TestRunView::copyTakesTheWholeRow()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.print("a\n" + std::string(10000, 'x') + "\n");
    stage.give("png", targetChart());
    QTRY_VERIFY(stage.isCurrent());
    QToolButton *copy = toolOf(*stage.view.boxes().at(0), u"Copy"_s);
    QVERIFY(copy);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a\n"_s + QString(10000, u'x'));
    toolOf(*stage.view.boxes().at(1), u"Copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1000, 420));
}

void TestRunView::savingAsksTheApplication()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.give("png", targetChart());
    stage.print("text\n");
    QTRY_VERIFY(stage.isCurrent());
    QSignalSpy saved(&stage.view, &RunView::saveRequested);
    toolOf(*stage.view.boxes().at(0), u"Save as…"_s)->click();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(0).toByteArray(), QByteArray::fromBase64(targetChart().c_str()));
    QCOMPARE(saved.first().at(1).toString(), u"result-3.png"_s);
    QVERIFY(toolOf(*stage.view.boxes().at(1), u"Save as…"_s)->isHidden());
}

void TestRunView::placesOfAnErrorAreLinks()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.model.take(ExecutionError{"ValueError", "no <b>tags</b>",
                                    "Cell In[3], line 2, in f(a)\n----> 2 g()\n"
                                    "File /tmp/a&b.py:7, in g\n----> 7 raise"});
    QTRY_VERIFY(stage.isCurrent());
    QSignalSpy chosen(&stage.view, &RunView::frameActivated);
    QPushButton *cell = buttonOf(*stage.view.boxes().at(0), u"Line 2 in f(a)"_s);
    QPushButton *file = buttonOf(*stage.view.boxes().at(0), u"/tmp/a&&b.py, line 7 in g"_s);
    QVERIFY(cell && file);
    cell->click();
    file->click();
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).toULongLong(), stage.model.entry(0).id);
    QCOMPARE(chosen.at(1).at(1).value<TracebackFrame>().file, u"/tmp/a&b.py"_s);
}

void TestRunView::anErrorTakesTheWholeWidth()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.print("x\n");
    stage.model.take(
        ExecutionError{"ValueError", "no", "Cell In[3], line 2, in f(a)\n----> 2 g()\n"});
    QTRY_VERIFY(stage.isCurrent());
    const auto *output = stage.body<RunTextBody>(0);
    const RunEntryBox *box = stage.view.boxes().at(1);
    const auto xOf = [&](const QWidget *widget) { return widget->mapTo(box, QPoint()).x(); };
    QTRY_COMPARE(xOf(&box->body()) + box->body().width(), box->width() - 12);
    // Its words begin where those of the output do.
    QCOMPARE(xOf(&box->body()) + RunErrorBody::linkPadding,
             output->mapTo(stage.view.boxes().at(0), QPoint()).x());
    const QToolButton *copy = toolOf(*box, u"Copy"_s);
    const auto *title = box->body().findChild<QLabel *>();
    QVERIFY(copy && title);
    QVERIFY(xOf(title) + title->contentsRect().right() < xOf(copy)); // they do not meet
}

void TestRunView::theWholeTracebackOpens()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.model.take(ExecutionError{"E", "", "Cell In[3], line 2\n----> 2 g()\nthe rest"});
    QTRY_VERIFY(stage.isCurrent());
    QPushButton *more = buttonOf(*stage.view.boxes().at(0), u"Show the whole traceback"_s);
    QVERIFY(more);
    const auto *text = stage.view.boxes().at(0)->findChild<RunTextBody *>();
    QVERIFY(!text->isVisible());
    more->click();
    QVERIFY(text->isVisible());
    QVERIFY(text->shownText().endsWith(u"the rest"_s));
}

void TestRunView::aLinkIsFollowedOnlyAfterItsTargetWasSeen()
{
    Stage stage;
    QVERIFY(stage.show());
    stage.give("html", "<a href=\"https://example.org/a?b&amp;c\">pypi.org</a>");
    QTRY_VERIFY(stage.isCurrent());
    QSignalSpy wanted(&stage.view, &RunView::linkRequested);
    const RunHtmlView &html = stage.body<RunHtmlBody>(0)->view();
    QTRY_VERIFY(html.height() >= 16);
    QTest::mouseClick(html.viewport(), Qt::LeftButton, {}, QPoint(20, 8));
    const auto *popover = stage.view.window()->findChild<Popover *>();
    QVERIFY(popover);
    QCOMPARE(wanted.size(), 0);
    buttonOf(*popover, u"Open in the browser"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toUrl(), QUrl(u"https://example.org/a?b&c"_s));
}

void TestRunView::aLinkToAFileIsNotOffered_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("file") << "file:///etc/passwd"_ba;
    QTest::newRow("script") << "javascript:alert(1)"_ba;
    QTest::newRow("data") << "data:text/html,x"_ba;
    QTest::newRow("relative") << "other.html"_ba;
    QTest::newRow("resource") << "qrc:/x"_ba;
}

void TestRunView::aLinkToAFileIsNotOffered()
{
    QFETCH(QByteArray, address);
    Stage stage;
    QVERIFY(stage.show());
    stage.give("html", "<a href=\"" + address.toStdString() + "\">click here</a>");
    stage.give("markdown", "[click here](" + address.toStdString() + ")");
    QTRY_VERIFY(stage.isCurrent());
    QSignalSpy wanted(&stage.view, &RunView::linkRequested);
    for (const int row : {0, 1}) {
        const RunHtmlView &html = stage.body<RunHtmlBody>(row)->view();
        if (!html.anchorAt(QPoint(20, 8)).isEmpty()) // one of Markdown is left standing
            QTest::mouseClick(html.viewport(), Qt::LeftButton, {}, QPoint(20, 8));
        QVERIFY(!stage.view.window()->findChild<Popover *>());
    }
    QCOMPARE(wanted.size(), 0);
}

QTEST_MAIN(TestRunView)
#include "tst_runview.moc"
