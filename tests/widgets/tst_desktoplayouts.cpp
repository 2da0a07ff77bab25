// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/realdesktop.h>
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/scaledmain.h>

#include <QtCore/QProcess>
#include <QtCore/QScopeGuard>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Scale = DesktopView::Scale;

namespace {

// Key codes of a PC keyboard in X11.
constexpr int keyQ = 24;
constexpr int keyE = 26;
constexpr int keyL = 46;
constexpr int keyA = 38;
constexpr int keyOfDeadAcute = 21; // de: right of ß
constexpr int keyTab = 23;
constexpr int keyLeftShift = 50;
constexpr int keyRightAlt = 108;
constexpr int keypad7 = 79;

/// Real keys of the X server that the test runs in, all in one go: "+24 -24".
void press(const QList<int> &codes)
{
    QStringList arguments;
    for (const int code : codes)
        arguments += {code > 0 ? u"keydown"_s : u"keyup"_s, QString::number(std::abs(code))};
    QCOMPARE(QProcess::execute(u"xdotool"_s, arguments), 0);
}

void useLayout(const QString &layout)
{
    QCOMPARE(QProcess::execute(u"setxkbmap"_s, {u"-layout"_s, layout}), 0);
}

} // namespace

/// The keyboard as X11 has it: the keys are pressed in the X server, and the layout is its own.
class TestDesktopLayouts final : public DesktopStage
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutSendsItsKeysyms_data();
    void everyLayoutSendsItsKeysyms();
    void aChangeOfLayoutWhileAKeyIsDownReleasesWhatWasPressed();
    void aRealServerGetsWhatWasTyped_data();
    void aRealServerGetsWhatWasTyped();
};

void TestDesktopLayouts::everyLayoutSendsItsKeysyms_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &layout, const QList<int> &keys,
                        const QString &sent) { QTest::newRow(name) << layout << keys << sent; };
    row("us q", u"us"_s, {keyQ, -keyQ}, u"+71 -71"_s);
    row("us Q", u"us"_s, {keyLeftShift, keyQ, -keyQ, -keyLeftShift}, u"+ffe1 +51 -51 -ffe1"_s);
    row("us Shift+Tab", u"us"_s, {keyLeftShift, keyTab, -keyTab, -keyLeftShift},
        u"+ffe1 +ff09 -ff09 -ffe1"_s);
    row("us keypad", u"us"_s, {keypad7, -keypad7}, u"+ff95 -ff95"_s);
    row("de AltGr+Q", u"de"_s, {keyRightAlt, keyQ, -keyQ, -keyRightAlt}, u"+fe03 +40 -40 -fe03"_s);
    row("de AltGr+E", u"de"_s, {keyRightAlt, keyE, -keyE, -keyRightAlt},
        u"+fe03 +20ac -20ac -fe03"_s);
    row("de dead acute, e", u"de"_s, {keyOfDeadAcute, -keyOfDeadAcute, keyE, -keyE}, u"+e9 -e9"_s);
    row("pl AltGr+L", u"pl"_s, {keyRightAlt, keyL, -keyL, -keyRightAlt},
        u"+fe03 +1b3 -1b3 -fe03"_s);
    row("gr alpha", u"gr"_s, {keyA, -keyA}, u"+7e1 -7e1"_s);
    row("ru ef", u"ru"_s, {keyA, -keyA}, u"+6c6 -6c6"_s);
}

void TestDesktopLayouts::everyLayoutSendsItsKeysyms()
{
    QFETCH(QString, layout);
    QFETCH(QList<int>, keys);
    QFETCH(QString, sent);
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    drive();
    useLayout(layout);
    press(keys);
    QTRY_COMPARE(heard(), sent);
    useLayout(u"us"_s);
}

void TestDesktopLayouts::aChangeOfLayoutWhileAKeyIsDownReleasesWhatWasPressed()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    drive();
    useLayout(u"us"_s);
    press({keyQ});
    QTRY_COMPARE(heard(), u"+71"_s);
    useLayout(u"gr"_s);
    press({-keyQ});
    QTRY_VERIFY(heard().endsWith(u"-71"_s));
    useLayout(u"us"_s);
}

void TestDesktopLayouts::aRealServerGetsWhatWasTyped_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("us") << u"us"_s << QList<int>{keyA, -keyA} << u"a"_s;
    QTest::newRow("de AltGr+Q") << u"de"_s << QList<int>{keyRightAlt, keyQ, -keyQ, -keyRightAlt}
                                << u"@"_s;
    QTest::newRow("de dead acute")
        << u"de"_s << QList<int>{keyOfDeadAcute, -keyOfDeadAcute, keyE, -keyE} << u"é"_s;
    QTest::newRow("pl AltGr+L") << u"pl"_s << QList<int>{keyRightAlt, keyL, -keyL, -keyRightAlt}
                                << u"ł"_s;
    QTest::newRow("gr") << u"gr"_s << QList<int>{keyA, -keyA} << u"α"_s;
}

/// Xvnc with a US layout of its own, and a program in it that says which keys it got.
void TestDesktopLayouts::aRealServerGetsWhatWasTyped()
{
    QFETCH(QString, layout);
    QFETCH(QList<int>, keys);
    QFETCH(QString, text);
    RealDesktop desktop(RealDesktop::Kind::XvncOverTcp);
    QVERIFY(desktop.start());
    session().open(desktop.endpoint());
    QTRY_VERIFY(m_watch->isLive());
    m_view->setSession(&session());
    show({400, 300}, Scale::Native);
    drive();
    QProcess reader;
    const auto stop = qScopeGuard([&reader] {
        reader.kill();
        reader.waitForFinished();
    });
    reader.start(u"xev"_s, {u"-display"_s, QString::fromLatin1(desktop.display()), u"-event"_s,
                            u"keyboard"_s, u"-geometry"_s, u"2000x2000+0+0"_s});
    QByteArray said;
    connect(&reader, &QProcess::readyReadStandardOutput, this,
            [&] { said += reader.readAllStandardOutput(); });
    // It has the keyboard when its window is under the pointer.
    QTRY_VERIFY(said.contains("KeymapNotify"));
    useLayout(layout);
    // Xvnc makes a key for a character that its layout lacks; a program of plain Xlib may learn of
    // it only after the first press.
    press(keys);
    QTRY_VERIFY(said.contains("KeyPress"));
    press(keys);
    const QByteArray wanted = "bytes: ("_ba + text.toUtf8().toHex(' ') + ") \""_ba;
    QTRY_VERIFY2(said.contains(wanted), said.constData());
    useLayout(u"us"_s);
}

SANDGLASS_SCALED_MAIN(TestDesktopLayouts)
#include "tst_desktoplayouts.moc"
