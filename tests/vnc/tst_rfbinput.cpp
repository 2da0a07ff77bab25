// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbinput.h>

#include <QtCore/QStringList>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr quint32 keysymA = 0x61;
constexpr quint32 keysymQ = 0x71;
constexpr quint32 keysymShift = 0xffe1;
constexpr quint32 keysymControl = 0xffe3;

/// An input whose sink writes down what leaves it: "+61" and "-61" for keys, "5,6:1" for the
/// pointer.
struct Desk {
    QStringList left;
    RfbInput input{
        {.key =
             [this](quint32 keysym, bool down) {
                 left.append((down ? u"+"_s : u"-"_s) + QString::number(keysym, 16));
             },
         .pointer =
             [this](QPoint position, quint8 buttons) {
                 left.append(u"%1,%2:%3"_s.arg(position.x()).arg(position.y()).arg(buttons, 0, 16));
             },
         .recall = [this] { left.append(u"recall"_s); },
         .room = [this] { return room; }}};
    qsizetype room = RfbInput::longestText * 4;

    [[nodiscard]] QString take() { return std::exchange(left, {}).join(u' '); }
};

/// Everything that a view can ask for.
void useEverything(RfbInput &input)
{
    input.pressKey(38, keysymA);
    input.releaseKey(38);
    input.tapKeys({keysymControl, keysymA});
    input.typeText(u"text"_s);
    input.movePointer({5, 6});
    input.pressButton(Qt::LeftButton);
    input.releaseButton(Qt::LeftButton);
    input.scroll({240, -240});
    input.releaseAll();
}

} // namespace

class TestRfbInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_desk.emplace();
        m_desk->input.setConnected(true);
        m_desk->input.setMode(RfbInput::Mode::Control);
    }

    void nothingLeavesWhileViewingOnly()
    {
        RfbInput &input = m_desk->input;
        const QSignalSpy sent(&input, &RfbInput::sent);
        input.setMode(RfbInput::Mode::ViewOnly);
        useEverything(input);
        QCOMPARE(m_desk->take(), u"recall"_s);
        QCOMPARE(sent.count(), 0);
        input.setMode(RfbInput::Mode::Control);
        useEverything(input);
        QVERIFY(!m_desk->take().isEmpty());
        QVERIFY(!sent.isEmpty());
    }

    void anInputStartsViewOnly()
    {
        Desk desk;
        desk.input.setConnected(true);
        QCOMPARE(desk.input.mode(), RfbInput::Mode::ViewOnly);
        useEverything(desk.input);
        QCOMPARE(desk.take(), QString());
    }

    void aReleaseGoesOutWithTheKeysymOfItsPress()
    {
        // Shift down, A down, Shift up, and only then A up: now the layout calls the key "a".
        m_desk->input.pressKey(24, keysymQ);
        m_desk->input.pressKey(24, keysymA); // the layout changed while the key repeats
        m_desk->input.releaseKey(24);
        QCOMPARE(m_desk->take(), u"+71 +71 -71"_s);
        m_desk->input.pressKey(24, keysymA);
        QCOMPARE(m_desk->take(), u"+61"_s);
    }

    void whatIsDownIsKnown()
    {
        QVERIFY(!m_desk->input.isDown(24));
        m_desk->input.pressKey(24, keysymQ);
        QVERIFY(m_desk->input.isDown(24));
        QVERIFY(!m_desk->input.isDown(38));
        m_desk->input.releaseKey(24);
        QVERIFY(!m_desk->input.isDown(24));
        m_desk->input.pressKey(24, keysymQ);
        m_desk->input.setConnected(false);
        QVERIFY(!m_desk->input.isDown(24));
    }

    void aReleaseWithoutAPressIsSilent()
    {
        m_desk->input.releaseKey(24);
        m_desk->input.releaseButton(Qt::LeftButton);
        m_desk->input.releaseAll();
        QCOMPARE(m_desk->take(), QString());
    }

    void aKeyWithoutAKeysymIsSilent()
    {
        m_desk->input.pressKey(24, 0);
        m_desk->input.releaseKey(24);
        QCOMPARE(m_desk->take(), QString());
    }

    void nothingStaysPressedAfterReleaseAll()
    {
        m_desk->input.pressKey(50, keysymShift);
        m_desk->input.pressKey(38, keysymA);
        m_desk->input.movePointer({7, 8});
        m_desk->input.pressButton(Qt::LeftButton);
        m_desk->input.pressButton(Qt::RightButton);
        m_desk->left.clear();
        m_desk->input.releaseAll();
        QCOMPARE(m_desk->take(), u"-61 -ffe1 7,8:0"_s);
        m_desk->input.releaseAll();
        QCOMPARE(m_desk->take(), QString());
    }

    void handingBackReleasesBeforeTheGateCloses()
    {
        m_desk->input.pressKey(38, keysymA);
        m_desk->left.clear();
        const QSignalSpy changed(&m_desk->input, &RfbInput::modeChanged);
        m_desk->input.setMode(RfbInput::Mode::ViewOnly);
        QCOMPARE(m_desk->take(), u"-61 recall"_s);
        QCOMPARE(changed.count(), 1);
    }

    void tappedKeysAreReleasedBackwards()
    {
        m_desk->input.tapKeys({keysymControl, keysymShift, keysymA});
        QCOMPARE(m_desk->take(), u"+ffe3 +ffe1 +61 -61 -ffe1 -ffe3"_s);
    }

    void textIsTypedByKeysymsOfLatinAndUnicode()
    {
        m_desk->input.typeText(u"aé€"_s + QString::fromUcs4(U"\U0001F600") + u"\r\n\t\r\x1b\x7f"_s);
        QCOMPARE(m_desk->take(), u"+61 -61 +e9 -e9 +10020ac -10020ac +101f600 -101f600 "
                                 "+ff0d -ff0d +ff09 -ff09 +ff0d -ff0d"_s);
    }

    void aVeryLongTextIsCut()
    {
        m_desk->input.typeText(QString(RfbInput::longestText * 3, u'x'));
        QCOMPARE(m_desk->left.size(), RfbInput::longestText * 2);
    }

    void textLeavesRoomForWhatCannotWait()
    {
        m_desk->room = 16;
        m_desk->input.typeText(u"abcdefgh"_s);
        QCOMPARE(m_desk->take(), u"+61 -61 +62 -62 +63 -63 +64 -64"_s);
        m_desk->room = 0;
        m_desk->input.typeText(u"abc"_s);
        QCOMPARE(m_desk->take(), QString());
    }

    void buttonsBecomeBitsOfTheMask()
    {
        RfbInput &input = m_desk->input;
        input.movePointer({1, 2});
        input.pressButton(Qt::LeftButton);
        input.pressButton(Qt::MiddleButton);
        input.releaseButton(Qt::LeftButton);
        input.pressButton(Qt::RightButton);
        input.releaseButton(Qt::MiddleButton);
        input.releaseButton(Qt::RightButton);
        input.pressButton(Qt::BackButton);
        input.releaseButton(Qt::BackButton);
        input.pressButton(Qt::ForwardButton);
        QCOMPARE(m_desk->take(), u"1,2:0 1,2:1 1,2:3 1,2:2 1,2:6 1,2:4 1,2:0 1,2:80 1,2:0"_s);
    }

    void theWheelClicksOncePerHundredAndTwenty()
    {
        RfbInput &input = m_desk->input;
        input.scroll({0, 120});
        QCOMPARE(m_desk->take(), u"0,0:8 0,0:0"_s);
        input.scroll({0, -240});
        QCOMPARE(m_desk->take(), u"0,0:10 0,0:0 0,0:10 0,0:0"_s);
        input.scroll({120, 0});
        input.scroll({-120, 0});
        QCOMPARE(m_desk->take(), u"0,0:20 0,0:0 0,0:40 0,0:0"_s);
    }

    void smallTurnsOfTheWheelAddUp()
    {
        for (int i = 0; i < 3; ++i)
            m_desk->input.scroll({0, 30});
        QCOMPARE(m_desk->take(), QString());
        m_desk->input.scroll({0, 30});
        QCOMPARE(m_desk->take(), u"0,0:8 0,0:0"_s);
        m_desk->input.scroll({0, 90});
        m_desk->input.scroll({0, -90}); // turned round: not yet a click
        QCOMPARE(m_desk->take(), QString());
    }

    void theWheelKeepsPressedButtons()
    {
        m_desk->input.pressButton(Qt::LeftButton);
        m_desk->input.scroll({0, 120});
        QCOMPARE(m_desk->take(), u"0,0:1 0,0:9 0,0:1"_s);
    }

    void whatABrokenConnectionLeftPressedIsReleasedOnTheNext()
    {
        RfbInput &input = m_desk->input;
        input.pressKey(50, keysymShift);
        input.pressButton(Qt::LeftButton);
        m_desk->left.clear();
        input.setConnected(false);
        useEverything(input);
        input.setMode(RfbInput::Mode::ViewOnly);
        QCOMPARE(m_desk->take(), u"recall"_s);
        input.setConnected(true);
        QCOMPARE(m_desk->take(), u"-ffe1 0,0:0"_s);
        input.setConnected(false);
        input.setConnected(true);
        QCOMPARE(m_desk->take(), QString());
    }

    void anotherServerOwesNothing()
    {
        m_desk->input.pressKey(50, keysymShift);
        m_desk->input.setConnected(false);
        m_desk->input.forget();
        m_desk->left.clear();
        m_desk->input.setConnected(true);
        QCOMPARE(m_desk->take(), QString());
    }

private:
    std::optional<Desk> m_desk;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbInput)
#include "tst_rfbinput.moc"
