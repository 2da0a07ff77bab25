// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/gallery.h>
#include <widgets/appearance.h>
#include <widgets/icons.h>
#include <widgets/statemark.h>
#include <widgets/theme.h>

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

/// The colour that stands in the picture most strongly: the pixel with the highest alpha.
QColor strongest(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor found(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            if (here.alpha() > found.alpha())
                found = here;
        }
    }
    return found;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup() { setColorScheme(Qt::ColorScheme::Light); }

    void everyIconDrawsSomethingAtEverySize_data();
    void everyIconDrawsSomethingAtEverySize();
    void anIconTakesTheTextColourOfTheTheme();
    void aRoleGivesAnIconItsColourUntilItIsDisabled();
    void aTabsIconIsMutedUntilItsTabIsCurrent();
    void anUnknownNameWarnsAndIsNull();
    void everyStateHasItsShapeAndColour();
    void theApplicationIconHasAllSizes();
};

void TestIcons::everyIconDrawsSomethingAtEverySize_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 40);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestIcons::everyIconDrawsSomethingAtEverySize()
{
    QFETCH(QString, name);
    for (const int size : {12, 16, 32}) {
        for (const qreal scale : {1.0, 2.0}) {
            const QPixmap pixmap = themedIcon(name).pixmap(QSize(size, size), scale);
            QCOMPARE(pixmap.size(), QSize(size, size) * scale);
            const QImage image = pixmap.toImage();
            QVERIFY2(paintedPixels(image) > size * scale, qPrintable(name));
            QVERIFY2(image.pixelColor(0, 0).alpha() < 128, "draws into its corner");
        }
    }
}

void TestIcons::anIconTakesTheTextColourOfTheTheme()
{
    const QIcon icon = themedIcon(u"files");
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        setColorScheme(theme->isDark() ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
        QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1)), theme->color(ThemeRole::Text));
        QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1, QIcon::Disabled)),
                 theme->color(ThemeRole::TextDisabled));
    }
}

void TestIcons::aRoleGivesAnIconItsColourUntilItIsDisabled()
{
    const QIcon icon = themedIcon(u"risk", ThemeRole::Danger);
    setColorScheme(Qt::ColorScheme::Dark);
    QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1)), Theme::dark().color(ThemeRole::Danger));
    QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1, QIcon::Disabled)),
             Theme::dark().color(ThemeRole::TextDisabled));
}

void TestIcons::aTabsIconIsMutedUntilItsTabIsCurrent()
{
    const QIcon icon = iconForTab(u"fleet");
    QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1, QIcon::Normal, QIcon::Off)),
             Theme::light().color(ThemeRole::TextMuted));
    QCOMPARE(strongest(icon.pixmap(QSize(64, 64), 1, QIcon::Normal, QIcon::On)),
             Theme::light().color(ThemeRole::Text));
}

void TestIcons::anUnknownNameWarnsAndIsNull()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no icon.*nothing-like-it"_s));
    QVERIFY(themedIcon(u"nothing-like-it").isNull());
}

void TestIcons::everyStateHasItsShapeAndColour()
{
    QSet<int> marks;
    QSet<QByteArray> shapes;
    for (int state = 0; state <= int(FleetState::Unknown); ++state) {
        const auto one = FleetState(state);
        const QPixmap pixmap = stateIcon(one).pixmap(QSize(16, 16), 4);
        QCOMPARE(strongest(pixmap), Theme::light().color(colorRoleOf(one)));
        marks.insert(int(markOf(one)));
        const QImage shape = pixmap.toImage().convertToFormat(QImage::Format_Alpha8);
        shapes.insert(
            QByteArray(reinterpret_cast<const char *>(shape.constBits()), shape.sizeInBytes()));
    }
    QCOMPARE(marks.size(), 5);
    QCOMPARE(shapes.size(), 5); // told apart without their colours
}

void TestIcons::theApplicationIconHasAllSizes()
{
    QVERIFY(applicationIcon().availableSizes().contains(QSize(16, 16)));
    QVERIFY(applicationIcon().availableSizes().contains(QSize(256, 256)));
    QVERIFY(paintedPixels(applicationIcon().pixmap(QSize(16, 16), 1).toImage()) > 100);
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
