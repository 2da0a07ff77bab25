// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopkeys.h>

#include <QtGui/QKeyEvent>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

/// As the X11 and Wayland platforms make them.
QKeyEvent native(Qt::Key key, quint32 keysym, const QString &text = {}, quint32 scanCode = 24,
                 QEvent::Type type = QEvent::KeyPress)
{
    return {type, key, {}, scanCode, keysym, 0, text};
}

QKeyEvent plain(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = {})
{
    return {QEvent::KeyPress, key, modifiers, text};
}

} // namespace

class TestDesktopKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aNativeKeysymIsTheMeaning_data();
    void aNativeKeysymIsTheMeaning();
    void aKeyOfAnotherSystemIsReadFromItsTextAndName_data();
    void aKeyOfAnotherSystemIsReadFromItsTextAndName();
    void foreignNativeCodesAreNoKeysyms();
    void charactersAreLatin1OrUnicode();
    void aKeyThatMeansNothingIsNone();
    void aPhysicalKeyStaysTheSameWhateverItMeans();
    void ctrlAndAltLetGoAreTheChord_data();
    void ctrlAndAltLetGoAreTheChord();
    void aClickInBetweenSpoilsTheChord();
    void aModifierHeldFromElsewhereSpoilsTheChord();
    void aLostReleaseDoesNotSpoilTheNextChord();
    void repeatsChangeNothing();
};

void TestDesktopKeys::aNativeKeysymIsTheMeaning_data()
{
    QTest::addColumn<quint32>("keysym");
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("sent");
    const auto row = [](const char *name, quint32 keysym, const QString &text, quint32 sent) {
        QTest::newRow(name) << keysym << text << sent;
    };
    row("us a", 0x61, u"a"_s, 0x61);
    row("us A", 0x41, u"A"_s, 0x41);
    row("us Ctrl+C", 0x63, u"\x03"_s, 0x63);
    row("de AltGr+Q", 0x40, u"@"_s, 0x40);
    row("de ß", 0xdf, u"ß"_s, 0xdf);
    row("de €", 0x20ac, u"€"_s, 0x20ac);
    row("de dead acute", 0xfe51, {}, 0xfe51);
    row("de AltGr itself", 0xfe03, {}, 0xfe03);
    row("pl ł", 0x1b3, u"ł"_s, 0x1b3);
    row("pl ż", 0x1bf, u"ż"_s, 0x1bf);
    row("gr alpha", 0x7e1, u"α"_s, 0x7e1);
    row("gr final sigma", 0x7f3, u"ς"_s, 0x7f3);
    row("ru ya", 0x6d1, u"я"_s, 0x6d1);
    row("Unicode one", 0x01001e9e, u"ẞ"_s, 0x01001e9e);
    row("Return", 0xff0d, u"\r"_s, 0xff0d);
    row("Tab", 0xff09, u"\t"_s, 0xff09);
    row("Shift+Tab", 0xfe20, {}, 0xff09);
    row("Delete", 0xffff, u"\x7f"_s, 0xffff);
    row("keypad 7", 0xffb7, u"7"_s, 0xffb7);
    row("keypad Home", 0xff95, {}, 0xff95);
    row("keypad Enter", 0xff8d, u"\r"_s, 0xff8d);
    row("left Shift", 0xffe1, {}, 0xffe1);
    row("right Shift", 0xffe2, {}, 0xffe2);
    row("right Control", 0xffe4, {}, 0xffe4);
    row("right Alt", 0xffea, {}, 0xffea);
    row("right Super", 0xffec, {}, 0xffec);
    row("F13", 0xffca, {}, 0xffca);
    row("volume", 0x1008ff13, {}, 0x1008ff13);
}

void TestDesktopKeys::aNativeKeysymIsTheMeaning()
{
    QFETCH(quint32, keysym);
    QFETCH(QString, text);
    QFETCH(quint32, sent);
    QCOMPARE(keysymOf(native(Qt::Key_unknown, keysym, text), NativeKeys::Keysyms), sent);
}

void TestDesktopKeys::aKeyOfAnotherSystemIsReadFromItsTextAndName_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<quint32>("sent");
    const auto row = [](const char *name, int key, const QString &text,
                        Qt::KeyboardModifiers modifiers,
                        quint32 sent) { QTest::newRow(name) << key << text << modifiers << sent; };
    row("a", Qt::Key_A, u"a"_s, {}, 0x61);
    row("A", Qt::Key_A, u"A"_s, Qt::ShiftModifier, 0x41);
    row("Ctrl+C", Qt::Key_C, u"\x03"_s, Qt::ControlModifier, 0x63);
    row("Ctrl+Shift+C", Qt::Key_C, u"\x03"_s, Qt::ControlModifier | Qt::ShiftModifier, 0x43);
    row("Ctrl+2, no text", Qt::Key_2, {}, Qt::ControlModifier, 0x32);
    row("space", Qt::Key_Space, u" "_s, {}, 0x20);
    row("é", Qt::Key_Eacute, u"é"_s, {}, 0xe9);
    row("ł", 0x141, u"ł"_s, {}, 0x01000142);
    row("α", 0x391, u"α"_s, {}, 0x010003b1);
    row("€", 0x20ac, u"€"_s, {}, 0x010020ac);
    row("beyond 16 bits", 0, u"😀"_s, {}, 0x0101f600);
    row("dead circumflex", Qt::Key_Dead_Circumflex, {}, {}, 0xfe52);
    row("dead belowdot", Qt::Key_Dead_Belowdot, {}, {}, 0xfe60);
    row("Tab", Qt::Key_Tab, u"\t"_s, {}, 0xff09);
    row("Backtab", Qt::Key_Backtab, u"\t"_s, Qt::ShiftModifier, 0xff09);
    row("Return", Qt::Key_Return, u"\r"_s, {}, 0xff0d);
    row("Escape", Qt::Key_Escape, u"\x1b"_s, {}, 0xff1b);
    row("Backspace", Qt::Key_Backspace, u"\b"_s, {}, 0xff08);
    row("Left", Qt::Key_Left, {}, {}, 0xff51);
    row("F1", Qt::Key_F1, {}, {}, 0xffbe);
    row("F12", Qt::Key_F12, {}, {}, 0xffc9);
    row("F35", Qt::Key_F35, {}, {}, 0xffe0);
    row("Shift", Qt::Key_Shift, {}, {}, 0xffe1);
    row("AltGr", Qt::Key_AltGr, {}, {}, 0xfe03);
    row("Super", Qt::Key_Meta, {}, {}, 0xffeb);
    row("keypad 7", Qt::Key_7, u"7"_s, Qt::KeypadModifier, 0xffb7);
    row("keypad Home", Qt::Key_Home, {}, Qt::KeypadModifier, 0xff95);
    row("keypad +", Qt::Key_Plus, u"+"_s, Qt::KeypadModifier, 0xffab);
    row("keypad Enter", Qt::Key_Enter, u"\r"_s, Qt::KeypadModifier, 0xff8d);
}

void TestDesktopKeys::aKeyOfAnotherSystemIsReadFromItsTextAndName()
{
    QFETCH(int, key);
    QFETCH(QString, text);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(quint32, sent);
    // Made-up events have no native code on any system.
    for (const NativeKeys system : {NativeKeys::Foreign, NativeKeys::Keysyms})
        QCOMPARE(keysymOf(plain(key, text, modifiers), system), sent);
}

void TestDesktopKeys::foreignNativeCodesAreNoKeysyms()
{
    // Windows has 0x14 for Caps Lock.
    QCOMPARE(keysymOf(native(Qt::Key_CapsLock, 0x14), NativeKeys::Foreign), 0xffe5U);
}

void TestDesktopKeys::charactersAreLatin1OrUnicode()
{
    QCOMPARE(keysymOf(U'~'), 0x7eU);
    QCOMPARE(keysymOf(U'ÿ'), 0xffU);
    QCOMPARE(keysymOf(U'Ā'), 0x01000100U);
    QCOMPARE(keysymOf(U'漢'), 0x01006f22U);
}

void TestDesktopKeys::aKeyThatMeansNothingIsNone()
{
    QCOMPARE(keysymOf(plain(Qt::Key_unknown), NativeKeys::Foreign), 0U);
    QCOMPARE(keysymOf(native(Qt::Key_unknown, 0), NativeKeys::Keysyms), 0U);
}

void TestDesktopKeys::aPhysicalKeyStaysTheSameWhateverItMeans()
{
    const auto down = native(Qt::Key_At, 0x40, u"@"_s, 24);
    const auto up = native(Qt::Key_Q, 0x71, u"q"_s, 24, QEvent::KeyRelease);
    QCOMPARE(physicalKeyOf(down), physicalKeyOf(up));
    QVERIFY(physicalKeyOf(native(Qt::Key_A, 0x61, u"a"_s, 38)) != physicalKeyOf(down));
    QCOMPARE(physicalKeyOf(plain(Qt::Key_Backtab)), physicalKeyOf(plain(Qt::Key_Tab)));
    QVERIFY(physicalKeyOf(plain(Qt::Key_A)) != physicalKeyOf(plain(Qt::Key_B)));
    QVERIFY(physicalKeyOf(plain(Qt::Key_unknown)) != 0);
}

void TestDesktopKeys::ctrlAndAltLetGoAreTheChord_data()
{
    QTest::addColumn<QString>("keys"); // upper case: down; c Ctrl, r the right one, a Alt, g AltGr
    QTest::addColumn<bool>("isChord");
    QTest::newRow("Ctrl first") << u"C A a c"_s << true;
    QTest::newRow("Alt first") << u"A C a c"_s << true;
    QTest::newRow("the right Ctrl") << u"R A r a"_s << true;
    QTest::newRow("twice Alt in it") << u"C A a A a c"_s << true;
    QTest::newRow("after another key") << u"X x C A c a"_s << true;
    QTest::newRow("Ctrl alone") << u"C c"_s << false;
    QTest::newRow("one after the other") << u"C c A a"_s << false;
    QTest::newRow("both Ctrl keys") << u"C R r c"_s << false;
    QTest::newRow("Ctrl+Alt+X") << u"C A X x a c"_s << false;
    QTest::newRow("with Shift") << u"C S A a s c"_s << false;
    QTest::newRow("Shift before it") << u"S C A a c s"_s << false;
    QTest::newRow("Shift before it, let go in it") << u"S C A s a c"_s << false;
    QTest::newRow("another key before it") << u"X C A c a x"_s << false;
    QTest::newRow("again, without the other key") << u"X C A c a x C A a c"_s << true;
    QTest::newRow("Ctrl+AltGr") << u"C G g c"_s << false;
}

void TestDesktopKeys::ctrlAndAltLetGoAreTheChord()
{
    QFETCH(QString, keys);
    QFETCH(bool, isChord);
    static const QHash<QChar, std::pair<Qt::Key, quint32>> known{
        {u'c', {Qt::Key_Control, 37}}, {u'r', {Qt::Key_Control, 105}}, {u'a', {Qt::Key_Alt, 64}},
        {u'g', {Qt::Key_AltGr, 108}},  {u's', {Qt::Key_Shift, 50}},    {u'x', {Qt::Key_X, 53}}};
    DesktopChord chord;
    int found = 0;
    for (const QString &word : keys.split(u' ')) {
        const auto [key, scanCode] = known.value(word[0].toLower());
        if (word[0].isUpper())
            chord.press(native(key, 0, {}, scanCode));
        else
            found += chord.release(native(key, 0, {}, scanCode, QEvent::KeyRelease)) ? 1 : 0;
    }
    QCOMPARE(found, isChord ? 1 : 0);
}

void TestDesktopKeys::aClickInBetweenSpoilsTheChord()
{
    DesktopChord chord;
    chord.press(plain(Qt::Key_Control));
    chord.press(plain(Qt::Key_Alt));
    chord.spoil();
    QVERIFY(!chord.release(plain(Qt::Key_Alt)));
    QVERIFY(!chord.release(plain(Qt::Key_Control)));
}

void TestDesktopKeys::aModifierHeldFromElsewhereSpoilsTheChord()
{
    for (const auto modifier : {Qt::ShiftModifier, Qt::MetaModifier}) {
        DesktopChord chord;
        chord.press({QEvent::KeyPress, Qt::Key_Control, modifier});
        chord.press({QEvent::KeyPress, Qt::Key_Alt, modifier | Qt::ControlModifier});
        QVERIFY(!chord.release({QEvent::KeyRelease, Qt::Key_Alt, modifier}));
        QVERIFY(!chord.release({QEvent::KeyRelease, Qt::Key_Control, modifier}));
    }
}

void TestDesktopKeys::aLostReleaseDoesNotSpoilTheNextChord()
{
    DesktopChord chord;
    chord.press(plain(Qt::Key_Control));
    chord.press(plain(Qt::Key_T)); // and the system took the focus: no releases
    chord.press(plain(Qt::Key_Control));
    chord.press(plain(Qt::Key_Alt));
    QVERIFY(!chord.release(plain(Qt::Key_Alt)));
    QVERIFY(chord.release(plain(Qt::Key_Control)));
}

void TestDesktopKeys::repeatsChangeNothing()
{
    DesktopChord chord;
    chord.press(plain(Qt::Key_Control));
    chord.press(plain(Qt::Key_Alt));
    chord.press({QEvent::KeyPress, Qt::Key_Alt, {}, QString(), true});
    QVERIFY(!chord.release({QEvent::KeyRelease, Qt::Key_Alt, {}, QString(), true}));
    QVERIFY(!chord.release(plain(Qt::Key_Control)));
    QVERIFY(chord.release(plain(Qt::Key_Alt)));
}

QTEST_MAIN(TestDesktopKeys)
#include "tst_desktopkeys.moc"
