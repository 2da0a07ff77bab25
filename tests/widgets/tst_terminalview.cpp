// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalsurface.h>
#include <tests/terminal/printedscreen.h>
#include <widgets/appearance.h>
#include <widgets/terminalview.h>
#include <widgets/terminalviewcolors.h>
#include <widgets/theme.h>

#include <QtCore/QDir>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto both = Qt::ControlModifier | Qt::ShiftModifier;

// A shown view of a surface, with what it sends.
struct Stage {
    Stage()
    {
        surface.setOutput([this](QByteArrayView bytes) { sent += bytes; });
        view = std::make_unique<TerminalView>(surface);
        view->resize(800, 420);
        view->show();
        view->activateWindow();
        view->setFocus();
    }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitForWindowActive(view.get()) && view->hasFocus();
    }
    [[nodiscard]] QPoint at(int row, int column) const { return view->cellCenter({row, column}); }
    void click(int row, int column, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(view->viewport(), button, {}, at(row, column));
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view->viewport(), to);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
    }

    TerminalSurface surface{QSize(80, 24)};
    QByteArray sent;
    std::unique_ptr<TerminalView> view;
};

QByteArray showcase()
{
    QByteArray bytes =
        "\x1b[32muser@nb-anna\x1b[m:\x1b[34m~/shop\x1b[m (main \xc2\xb1"
        "2)$ pytest -q tests\r\n"
        "tests/test_load.py \x1b[32m........\x1b[m                [ 57%]\r\n"
        "\x1b[31mFAILED\x1b[m tests/test_revenue.py \x1b[1mbold\x1b[m \x1b[3mitalic\x1b[m "
        "\x1b[4munder\x1b[m \x1b[21mdouble\x1b[m \x1b[4:3mcurly\x1b[m \x1b[9mstrike\x1b[m "
        "\x1b[7mreverse\x1b[m \x1b[1;3;4mall gpqy\x1b[m\r\n";
    for (const int base : {30, 90, 40, 100}) {
        for (int color = 0; color < 8; ++color)
            bytes += "\x1b[" + QByteArray::number(base + color) + "m Abc" +
                     QByteArray::number(base + color) + " ";
        bytes += "\x1b[m\r\n";
    }
    for (int step = 0; step < 72; ++step)
        bytes += "\x1b[48;2;" + QByteArray::number(step * 3) + ";" +
                 QByteArray::number(255 - step * 3) + ";" + QByteArray::number((step * 7) % 256) +
                 "m ";
    bytes += "\x1b[m\r\n";
    for (int index = 16; index < 88; ++index)
        bytes += "\x1b[48;5;" + QByteArray::number(index) + "m ";
    bytes += "\x1b[m\r\n"
             "┌─┬─┐ ┏━┳━┓ ╔═╦═╗ ╭─┬─╮ ╓─╥─╖ ┍━┯━┑ ▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉ ░▒▓ ▖▗▘▙▚▛▜▝▞▟ ⣿⡇⢸⠿\r\n"
             "├─┼─┤ ┣━╋━┫ ╠═╬═╣ ├─┼─┤ ╟─╫─╢ ┝━┿━┥ ┄┄┄┅┅┅ ┈┈┈ ╌╌╌ ╱╲╳ ▀▄▐▌ h\xc3\xa9llo ñ ß → ✓\r\n"
             "└─┴─┘ ┗━┻━┛ ╚═╩═╝ ╰─┴─╯ ╙─╨─╜ ┕━┷━┙ \xe6\xbc\xa2\xe5\xad\x97 \xd7\xa9\xd7\x9c "
             "e\xcc\x81 \xf0\x9f\x98\x80 g\xcc\x88 0O1lI| {}[]() != => <= fi ffi\r\n"
             "\x1b[30;42m  PID USER      PRI  NI  VIRT   RES \x1b[m\x1b[30;46m selected row \x1b[m"
             "\x1b[37;41m alarm \x1b[m\x1b[30;47m white \x1b[m\x1b[1;37;44m bold blue \x1b[m\r\n"
             "user@nb-anna:~$ select this text ";
    return bytes;
}

} // namespace

class TestTerminalView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init()
    {
        QTest::failOnWarning();
        setColorScheme(Qt::ColorScheme::Light);
    }
    void theSurfaceGetsTheSizeOfTheView()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        QSignalSpy resized(&stage.surface, &TerminalSurface::resized);
        QTRY_VERIFY(stage.surface.size().width() > 85);
        const QSize before = stage.surface.size();
        stage.view->resize(500, 300);
        QTRY_VERIFY(stage.surface.size().width() < before.width());
        QVERIFY(stage.surface.size().height() < before.height());
    }
    void keysGoToTheProgram()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        QTest::keyClicks(stage.view.get(), u"ls"_s);
        QTest::keyClick(stage.view.get(), Qt::Key_Return);
        QTest::keyClick(stage.view.get(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(stage.view.get(), Qt::Key_Tab);
        QTest::keyClick(stage.view.get(), Qt::Key_F5);
        QCOMPARE(stage.sent, "ls\r\x03\t\x1b[15~"_ba);
    }
    void plainShortcutsOfTheWindowAreLeftToTheProgram()
    {
        TerminalSurface surface(QSize(80, 24));
        QByteArray sent;
        surface.setOutput([&sent](QByteArrayView bytes) { sent += bytes; });
        QWidget window;
        auto *view = new TerminalView(surface, &window);
        auto *control = new QAction(&window);
        control->setShortcut(Qt::CTRL | Qt::Key_K);
        auto *shifted = new QAction(&window);
        shifted->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
        window.addActions({control, shifted});
        QSignalSpy controlled(control, &QAction::triggered);
        QSignalSpy palette(shifted, &QAction::triggered);
        window.show();
        window.activateWindow();
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(view, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_P, both);
        QCOMPARE(controlled.count(), 0);
        QCOMPARE(palette.count(), 1);
        QCOMPARE(sent, "\x0b"_ba);
    }
    void textOfAnInputMethodIsSent()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        QInputMethodEvent compose(u"かん"_s, {});
        QApplication::sendEvent(stage.view.get(), &compose);
        QCOMPARE(stage.sent, QByteArray());
        QInputMethodEvent commit;
        commit.setCommitString(u"漢"_s);
        QApplication::sendEvent(stage.view.get(), &commit);
        QCOMPARE(stage.sent, "\xe6\xbc\xa2"_ba);
    }
    void draggingSelectsAndCtrlShiftCCopies()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        stage.surface.receive("hello wide world\r\nsecond");
        stage.drag(stage.at(0, 6) - QPoint(3, 0), stage.at(0, 9) + QPoint(3, 0));
        QCOMPARE(stage.surface.selectedText(), u"wide"_s);
        QTest::keyClick(stage.view.get(), Qt::Key_C, both);
        QCOMPARE(QApplication::clipboard()->text(), u"wide"_s);
        QCOMPARE(stage.sent, QByteArray());
        stage.click(1, 20);
        QVERIFY(!stage.view->hasSelection());
    }
    void clicksSelectWordsAndLines()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        stage.surface.receive("cat /etc/hosts and more");
        QTest::mouseDClick(stage.view->viewport(), Qt::LeftButton, {}, stage.at(0, 7));
        QCOMPARE(stage.surface.selectedText(), u"/etc/hosts"_s);
        QTest::mousePress(stage.view->viewport(), Qt::LeftButton, {}, stage.at(0, 7));
        QTest::mouseRelease(stage.view->viewport(), Qt::LeftButton, {}, stage.at(0, 7));
        QCOMPARE(stage.surface.selectedText(), u"cat /etc/hosts and more"_s);
    }
    void draggingBeyondTheEdgeScrolls()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        for (int line = 0; line < 200; ++line)
            stage.surface.receive("line " + QByteArray::number(line) + "\r\n");
        QTRY_VERIFY(stage.view->verticalScrollBar()->maximum() > 100);
        const int before = stage.view->verticalScrollBar()->value();
        QTest::mousePress(stage.view->viewport(), Qt::LeftButton, {}, stage.at(3, 5));
        QTest::mouseMove(stage.view->viewport(), QPoint(50, -60));
        QTRY_VERIFY(stage.view->verticalScrollBar()->value() < before - 20);
        QTest::mouseRelease(stage.view->viewport(), Qt::LeftButton, {}, QPoint(50, -60));
        QVERIFY(stage.surface.selectedText().count(u'\n') > 20);
    }
    void aRiskyPasteIsAskedAbout()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        QApplication::clipboard()->setText(u"echo one"_s);
        QTest::keyClick(stage.view.get(), Qt::Key_V, both);
        QCOMPARE(stage.sent, "echo one"_ba);
        stage.sent.clear();
        QApplication::clipboard()->setText(u"echo one\nrm -r two\n"_s);
        QTest::keyClick(stage.view.get(), Qt::Key_V, both);
        auto *box = stage.view->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(stage.sent, QByteArray());
        QVERIFY(box->text().contains(u'2'));
        QCOMPARE(box->defaultButton(),
                 qobject_cast<QPushButton *>(box->button(QMessageBox::Cancel)));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QCOMPARE(stage.sent, "echo one\rrm -r two\r"_ba);
        stage.sent.clear();
        stage.surface.receive("\x1b[?2004h");
        QTest::keyClick(stage.view.get(), Qt::Key_V, both);
        QCOMPARE(stage.sent, "\x1b[200~echo one\rrm -r two\r\x1b[201~"_ba);
    }
    void theMouseIsTheProgramsUnlessShiftIsHeld()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        stage.surface.receive("some text here\x1b[?1000h\x1b[?1006h");
        stage.click(0, 5);
        QCOMPARE(stage.sent, "\x1b[<0;6;1M\x1b[<0;6;1m"_ba);
        stage.sent.clear();
        QTest::mouseDClick(stage.view->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                           stage.at(0, 6));
        QCOMPARE(stage.surface.selectedText(), u"text"_s);
        QVERIFY(!stage.sent.contains("\x1b[<0"));
    }
    void theWheelScrollsOrMovesTheCursorOfAFullScreenProgram()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        for (int line = 0; line < 100; ++line)
            stage.surface.receive("line\r\n");
        QTRY_VERIFY(stage.view->verticalScrollBar()->maximum() > 50);
        const QPoint place = stage.at(3, 3);
        const auto roll = [&] {
            QWheelEvent wheel(place, stage.view->viewport()->mapToGlobal(place), {}, {0, 120}, {},
                              {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(stage.view->viewport(), &wheel);
        };
        roll();
        QVERIFY(stage.view->verticalScrollBar()->value() <
                stage.view->verticalScrollBar()->maximum());
        QCOMPARE(stage.sent, QByteArray());
        stage.surface.receive("\x1b[?1049h");
        roll();
        QCOMPARE(stage.sent, "\x1b[A\x1b[A\x1b[A"_ba);
    }
    void scrollingBackStaysWhileOutputComesAndTypingReturns()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        for (int line = 0; line < 100; ++line)
            stage.surface.receive("line\r\n");
        QScrollBar *bar = stage.view->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 50);
        QTest::keyClick(stage.view.get(), Qt::Key_PageUp, Qt::ShiftModifier);
        const int value = bar->value();
        QVERIFY(value < bar->maximum());
        const int maximum = bar->maximum();
        stage.surface.receive("more\r\nmore\r\n");
        QTRY_COMPARE(bar->maximum(), maximum + 2);
        QCOMPARE(bar->value(), value);
        QTest::keyClick(stage.view.get(), Qt::Key_A);
        QCOMPARE(bar->value(), bar->maximum());
    }
    void findShowsThePlace()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        stage.surface.receive("the Needle\r\n");
        for (int line = 0; line < 100; ++line)
            stage.surface.receive("hay\r\n");
        QSignalSpy requested(stage.view.get(), &TerminalView::findRequested);
        QTest::keyClick(stage.view.get(), Qt::Key_F, both);
        QCOMPARE(requested.count(), 1);
        QVERIFY(stage.view->find(u"needle"_s, SearchDirection::Up));
        QTRY_COMPARE(stage.view->verticalScrollBar()->value(), 0);
        QCOMPARE(stage.surface.selectedText(), u"Needle"_s);
        QVERIFY(!stage.view->find(u"absent"_s, SearchDirection::Up));
    }
    void textGrowsAndShrinks()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        QTRY_VERIFY(stage.surface.size().width() > 85);
        const QSize before = stage.surface.size();
        QTest::keyClick(stage.view.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(stage.view.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(stage.view->zoom(), 2);
        QTRY_VERIFY(stage.surface.size().width() < before.width());
        QTest::keyClick(stage.view.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(stage.surface.size(), before);
    }
    void theCursorIsABlockWithTheFocusAndHollowWithout()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        stage.surface.receive("\x1b[2 q\x1b[3;3H");
        const QPoint place = stage.at(2, 2);
        const QRgb text = themeOf(stage.view.get()).color(ThemeRole::Text).rgb();
        const auto pixel = [&] {
            const QImage picture = stage.view->viewport()->grab().toImage();
            return picture.pixel(place * picture.devicePixelRatio());
        };
        QTRY_COMPARE(pixel(), text);
        stage.view->clearFocus();
        QTRY_VERIFY(pixel() != text);
        stage.surface.receive("\x1b[?25l");
        QTRY_VERIFY(pixel() != text);
    }
    void manyChangesMakeFewPictures()
    {
        Stage stage;
        QVERIFY(stage.isReady());
        struct Counter final : QObject {
            bool eventFilter(QObject *, QEvent *event) override
            {
                paints += event->type() == QEvent::Paint;
                return false;
            }
            int paints = 0;
        } counter;
        stage.view->viewport()->installEventFilter(&counter);
        QElapsedTimer elapsed;
        elapsed.start();
        for (int turn = 0; turn < 300; ++turn) {
            stage.surface.receive("x\r\n");
            QCoreApplication::sendPostedEvents();
        }
        QTRY_VERIFY(counter.paints > 0);
        QVERIFY(counter.paints <= int(elapsed.elapsed() / 16) + 3);
    }
    void namedColoursCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void namedColoursCanBeRead()
    {
        QFETCH(const bool, dark);
        const TerminalViewColors colors(dark ? Theme::dark() : Theme::light());
        for (int text = 0; text < 16; ++text) {
            for (int ground = 0; ground < 16; ++ground) {
                TerminalCell cell;
                cell.foreground = TerminalColor::indexed(quint8(text));
                cell.background = TerminalColor::indexed(quint8(ground));
                const auto pair = colors.resolve(cell, false);
                if (text != ground)
                    QVERIFY2(contrast(QColor(pair.text), QColor(pair.ground)) >= 3,
                             qPrintable(u"%1 on %2"_s.arg(text).arg(ground)));
            }
        }
    }
    void picturesToLookAt_data() { namedColoursCanBeRead_data(); }
    void picturesToLookAt()
    {
        QFETCH(const bool, dark);
        setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
        Stage stage;
        QVERIFY(stage.isReady());
        QTRY_VERIFY(stage.surface.size().width() > 85);
        stage.surface.receive(showcase());
        stage.drag(stage.at(stage.surface.cursor().row, 16) - QPoint(3, 0),
                   stage.at(stage.surface.cursor().row, 26));
        QVERIFY(stage.view->hasSelection());
        const QPixmap picture = stage.view->grab();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("SANDGLASS_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                QDir(folder).filePath(u"terminal-%1-%2x.png"_s.arg(dark ? u"dark"_s : u"light"_s)
                                          .arg(stage.view->devicePixelRatioF()))));
    }
};

QTEST_MAIN(TestTerminalView)
#include "tst_terminalview.moc"
