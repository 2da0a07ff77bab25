// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/fleetfixture.h>
#include <tests/widgets/overviewfixture.h>
#include <widgets/appearance.h>
#include <widgets/fleetview.h>
#include <widgets/overviewview.h>

#include <QtCore/QDir>
#include <QtCore/QSortFilterProxyModel>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// Pictures for people to look at, written to $SANDGLASS_PICTURES in both themes and at the scale
/// of the display.
class TestFleetPictures final : public QObject
{
    Q_OBJECT

private:
    static void save(QWidget *widget, const QString &name);

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void theFleetIsPainted_data();
    void theFleetIsPainted();
    void theOverviewIsPainted_data() { theFleetIsPainted_data(); }
    void theOverviewIsPainted();
};

void TestFleetPictures::save(QWidget *widget, const QString &name)
{
    const QPixmap picture = widget->grab();
    QVERIFY(!picture.isNull());
    const QString directory = qEnvironmentVariable("SANDGLASS_PICTURES");
    if (directory.isEmpty())
        return;
    const QString scale = QString::number(widget->devicePixelRatioF());
    QVERIFY(picture.save(QDir(directory).filePath(name + u'-' + scale + u"x.png"_s)));
}

void TestFleetPictures::theFleetIsPainted_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestFleetPictures::theFleetIsPainted()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    FleetFixture fixture(FleetFixture::mockup());
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&fixture);
    sorted.setSortRole(SortRole);
    FleetView view;
    view.setModel(&sorted);
    view.resize(1224, 460);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.activateWindow();
    view.setFocus();
    QTRY_VERIFY(view.hasFocus());
    QVERIFY(view.selectKey(fixture.rows().front().key()));
    QTest::mouseMove(view.viewport(), view.visualRect(view.model()->index(6, 0)).center());
    QTRY_VERIFY(view.isOrderHeld());
    save(&view, u"fleet-"_s + (dark ? u"dark"_s : u"light"_s));
}

void TestFleetPictures::theOverviewIsPainted()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    const QString theme = dark ? u"dark"_s : u"light"_s;
    OverviewView view;
    view.setFacts(OverviewFixture::facts());
    view.setSeries(OverviewView::Metric::Cpu, OverviewFixture::cpu());
    view.setSeries(OverviewView::Metric::Memory, OverviewFixture::memory());
    view.setSeries(OverviewView::Metric::Disk, OverviewFixture::disk());
    view.resize(1224, 230);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    save(&view, u"overview-"_s + theme);

    MetricChart *memory = view.chart(OverviewView::Metric::Memory);
    QTest::mouseMove(memory, QPoint(memory->width() * 2 / 3, memory->height() / 2));
    QTRY_VERIFY(memory->cursorTime().has_value());
    view.setRange(ChartRange::QuarterHour);
    QTest::mouseMove(memory, QPoint(memory->width() / 2, memory->height() / 2));
    QTRY_VERIFY(memory->cursorTime().has_value());
    view.resize(760, 420);
    save(&view, u"overview-narrow-"_s + theme);
}

QTEST_MAIN(TestFleetPictures)
#include "tst_fleetpictures.moc"
