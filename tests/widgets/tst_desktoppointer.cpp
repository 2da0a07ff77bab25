// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/scaledmain.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Scale = DesktopView::Scale;

/// Where clicks and the wheel arrive, at one or two device pixels for each logical one.
class TestDesktopPointer final : public DesktopStage
{
    Q_OBJECT

private Q_SLOTS:
    void aClickArrivesAtItsPixel_data();
    void aClickArrivesAtItsPixel();
    void placesBesideThePictureAreNotClicked();
    void aDragThatLeavesThePictureStaysAtItsEdge();
    void everyButtonArrives();
    void theWheelTurnsInFourDirections();
    void fineWheelsAddUp();
};

void TestDesktopPointer::aClickArrivesAtItsPixel_data()
{
    QTest::addColumn<QSize>("desktop");
    QTest::addColumn<Scale>("scale");
    QTest::newRow("native") << QSize(300, 200) << Scale::Native;
    QTest::newRow("fit, smaller") << QSize(1300, 901) << Scale::Fit;
    QTest::newRow("fit, larger") << QSize(120, 90) << Scale::Fit;
}

void TestDesktopPointer::aClickArrivesAtItsPixel()
{
    QFETCH(QSize, desktop);
    QFETCH(Scale, scale);
    open(patternOf(desktop), {400, 301}, scale);
    drive();
    for (const QPoint wanted : {QPoint(0, 0), QPoint(desktop.width() / 2, desktop.height() / 3),
                                QPoint(desktop.width() - 1, desktop.height() - 1)}) {
        forgetInput();
        const QPointF place = placeOf(wanted);
        QPoint pixel(int(place.x()), int(place.y()));
        if (!m_view->geometryOfPicture().holds(pixel))
            pixel += QPoint(1, 1); // the picture begins in the middle of one
        QVERIFY(m_view->geometryOfPicture().holds(pixel));
        // A click lies on a whole logical pixel, which may be several of the desktop's.
        const QPoint expected = m_view->geometryOfPicture().remoteAt(pixel);
        const qreal logical = 100.0 / m_view->percent() * m_view->devicePixelRatioF();
        QVERIFY((expected - wanted).manhattanLength() <= 2 * logical + 1);
        QTest::mouseClick(m_view, Qt::LeftButton, {}, pixel);
        const QString at = u"%1,%2:"_s.arg(expected.x()).arg(expected.y());
        QTRY_VERIFY(heard().endsWith(at + u'1' + u' ' + at + u"1 "_s + at + u'0'));
    }
}

void TestDesktopPointer::placesBesideThePictureAreNotClicked()
{
    openAndDrive();
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {1, 1});
    key(QEvent::KeyPress, Qt::Key_X, u"x"_s);
    QTRY_VERIFY(heard().endsWith(u"+78"_s));
    QVERIFY2(!heard().contains(u":1"_s), qPrintable(heard()));
}

void TestDesktopPointer::aDragThatLeavesThePictureStaysAtItsEdge()
{
    openAndDrive();
    QTest::mousePress(m_view, Qt::LeftButton, {}, placeOf({10, 10}).toPoint());
    QTest::mouseMove(m_view, {399, 299});
    QTRY_VERIFY(heard().endsWith(u"299,199:1"_s));
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, {399, 299});
    QTRY_VERIFY(heard().endsWith(u"299,199:0"_s));
}

void TestDesktopPointer::everyButtonArrives()
{
    openAndDrive();
    const QPoint place = placeOf({10, 20}).toPoint();
    const std::pair<Qt::MouseButton, QString> buttons[] = {{Qt::LeftButton, u"1"_s},
                                                           {Qt::MiddleButton, u"2"_s},
                                                           {Qt::RightButton, u"4"_s},
                                                           {Qt::BackButton, u"80"_s}};
    for (const auto &[button, mask] : buttons) {
        forgetInput();
        QTest::mouseClick(m_view, button, {}, place);
        QTRY_VERIFY2(heard().contains(u':' + mask + u' ') && heard().endsWith(u":0"_s),
                     qPrintable(heard()));
    }
}

void TestDesktopPointer::theWheelTurnsInFourDirections()
{
    openAndDrive();
    forgetInput();
    wheel({0, 120});
    wheel({0, -240});
    wheel({120, 0});
    wheel({-120, 0});
    // With Alt, Qt turns it; the sandbox gets Alt as a key.
    wheel({120, 0}, Qt::AltModifier);
    const QString at = u"10,20:"_s;
    const auto click = [&at](const QString &mask) { return at + mask + u' ' + at + u'0'; };
    const QString move = at + u'0';
    QTRY_COMPARE(heard(),
                 QStringList({move, click(u"8"_s), move, click(u"10"_s), click(u"10"_s), move,
                              click(u"20"_s), move, click(u"40"_s), move, click(u"8"_s)})
                     .join(u' '));
}

void TestDesktopPointer::fineWheelsAddUp()
{
    openAndDrive();
    forgetInput();
    for (int i = 0; i < 9; ++i)
        wheel({0, 30});
    key(QEvent::KeyPress, Qt::Key_X, u"x"_s);
    QTRY_VERIFY(heard().endsWith(u"+78"_s));
    QCOMPARE(heard().count(u"10,20:8"_s), 2);
}

SANDGLASS_SCALED_MAIN(TestDesktopPointer)
#include "tst_desktoppointer.moc"
