// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/overviewfixture.h>
#include <tests/widgets/pixels.h>
#include <widgets/appearance.h>
#include <widgets/overviewview.h>
#include <widgets/overviewviewfacts.h>
#include <widgets/theme.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

using Metric = OverviewView::Metric;

/// The first page of a sandbox.
class TestOverviewView final : public QObject
{
    Q_OBJECT

private:
    void show(QSize size);
    [[nodiscard]] QRect place(Metric metric) const { return m_view->chart(metric)->geometry(); }
    [[nodiscard]] OverviewViewFacts *facts() const
    {
        return m_view->findChild<OverviewViewFacts *>();
    }
    [[nodiscard]] QToolButton *button(const QString &text) const;

    std::unique_ptr<OverviewView> m_view;

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup() { m_view.reset(); }

    void chartsAreEqualAndFactsStandBesideThem();
    void onANarrowWindowFactsStandBelow();
    void onAVeryNarrowWindowChartsStandBelowEachOther();
    void aShortWindowScrolls();
    void aBannerMovesEverythingDown();
    void theRangeIsOneForAllCharts();
    void zoomStopsAtTheEnds();
    void withoutMetricsOneLineSaysWhy();
    void factsAreSpoken();
    void unknownFactsAreLeftOut();
    void theIdIsCopiedWhole();
    void aGoneSandboxIsDated();
    void theSameFactsAgainChangeNothing();
};

void TestOverviewView::show(QSize size)
{
    m_view = std::make_unique<OverviewView>();
    m_view->setFacts(OverviewFixture::facts());
    m_view->setSeries(Metric::Cpu, OverviewFixture::cpu());
    m_view->setSeries(Metric::Memory, OverviewFixture::memory());
    m_view->setSeries(Metric::Disk, OverviewFixture::disk());
    m_view->resize(size);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

QToolButton *TestOverviewView::button(const QString &text) const
{
    for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TestOverviewView::chartsAreEqualAndFactsStandBesideThem()
{
    show({1224, 260});
    QCOMPARE(place(Metric::Cpu).topLeft(), QPoint(8, 8));
    QCOMPARE(place(Metric::Memory).left(), place(Metric::Cpu).right() + 1 + 8);
    QCOMPARE(place(Metric::Disk).left(), place(Metric::Memory).right() + 1 + 8);
    QCOMPARE_LE(std::abs(place(Metric::Cpu).width() - place(Metric::Disk).width()), 1);
    QCOMPARE(place(Metric::Cpu).height(), 260 - 16);
    QCOMPARE_GT(facts()->x(), place(Metric::Disk).right());
    QCOMPARE_LE(facts()->geometry().right(), 1224 - 8);
}

void TestOverviewView::onANarrowWindowFactsStandBelow()
{
    show({760, 500});
    QCOMPARE(place(Metric::Disk).top(), place(Metric::Cpu).top());
    QCOMPARE_GT(facts()->y(), place(Metric::Cpu).bottom());
    QCOMPARE_LE(place(Metric::Disk).right(), 760 - 8);
}

void TestOverviewView::onAVeryNarrowWindowChartsStandBelowEachOther()
{
    show({300, 500});
    QCOMPARE(place(Metric::Memory).left(), place(Metric::Cpu).left());
    QCOMPARE_GT(place(Metric::Memory).top(), place(Metric::Cpu).bottom());
    QCOMPARE_GT(facts()->y(), place(Metric::Disk).bottom());
    QVERIFY(m_view->verticalScrollBar()->isVisible());
}

void TestOverviewView::aShortWindowScrolls()
{
    show({1224, 120});
    QCOMPARE_GE(place(Metric::Cpu).height(), 150);
    QVERIFY(m_view->verticalScrollBar()->isVisible());
    m_view->resize(1224, 300);
    QTRY_VERIFY(!m_view->verticalScrollBar()->isVisible());
}

void TestOverviewView::aBannerMovesEverythingDown()
{
    show({1224, 300});
    auto *banner = new QWidget;
    banner->setMinimumHeight(36);
    banner->setFixedHeight(36);
    m_view->setBanner(banner);
    QTRY_COMPARE_GT(place(Metric::Cpu).top(), 16);
    QCOMPARE(banner->x(), 8);
    QCOMPARE(banner->width(), 1224 - 16);
    banner->hide();
    QTRY_COMPARE(place(Metric::Cpu).top(), 8);
    m_view->setBanner(nullptr);
    QCOMPARE(place(Metric::Cpu).top(), 8);
}

void TestOverviewView::theRangeIsOneForAllCharts()
{
    show({1224, 260});
    QSignalSpy changed(m_view.get(), &OverviewView::rangeChanged);
    QVERIFY(button(u"60 min"_s)->isChecked());
    QTest::mouseClick(button(u"5 min"_s), Qt::LeftButton);
    QCOMPARE(m_view->range(), ChartRange::FiveMinutes);
    for (const Metric metric : {Metric::Cpu, Metric::Memory, Metric::Disk})
        QCOMPARE(m_view->chart(metric)->range(), ChartRange::FiveMinutes);
    QCOMPARE(changed.size(), 1);
    QTest::mouseClick(button(u"5 min"_s), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
}

void TestOverviewView::zoomStopsAtTheEnds()
{
    show({1224, 260});
    MetricChart *chart = m_view->chart(Metric::Disk);
    QTest::keyClick(chart, Qt::Key_Plus);
    QCOMPARE(m_view->range(), ChartRange::QuarterHour);
    QVERIFY(button(u"15 min"_s)->isChecked());
    QTest::keyClick(chart, Qt::Key_Plus);
    QTest::keyClick(chart, Qt::Key_Plus);
    QCOMPARE(m_view->range(), ChartRange::FiveMinutes);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(chart, Qt::Key_Minus);
    QCOMPARE(m_view->range(), ChartRange::Hour);
}

void TestOverviewView::withoutMetricsOneLineSaysWhy()
{
    show({1224, 260});
    OverviewFacts facts = OverviewFixture::facts();
    facts.noMetrics = u"edge offers no metrics: GET /sandboxes/metrics was not found."_s;
    m_view->setFacts(facts);
    QVERIFY(!m_view->chart(Metric::Cpu)->isVisible());
    const auto *notice = m_view->findChild<OverviewViewNotice *>();
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleName(), facts.noMetrics);
    QVERIFY(!button(u"60 min"_s)->isVisible());
    m_view->setFacts(OverviewFixture::facts());
    QVERIFY(m_view->chart(Metric::Cpu)->isVisible());
    QVERIFY(!notice->isVisible());
}

void TestOverviewView::factsAreSpoken()
{
    show({1224, 260});
    const QString text = facts()->accessibleDescription();
    QVERIFY2(text.startsWith(u"State Running, Id i8f2kq0w9dm3x07q, Template base:2026-07"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"Ends 14:06, 4m left, pauses"_s));
    QVERIFY(text.contains(u"Size 2 vCPU, 4.0 GiB, 10.0 GiB disk"_s));
    QVERIFY(text.endsWith(u"owner ci-7, tenant acme"_s));
}

void TestOverviewView::unknownFactsAreLeftOut()
{
    show({1224, 260});
    const int whole = facts()->heightForWidth(280);
    OverviewFacts less = OverviewFixture::facts();
    less.envdVersion.clear();
    less.ends.clear();
    less.onTimeout.clear();
    m_view->setFacts(less);
    QCOMPARE(facts()->heightForWidth(280), whole - 2 * 20);
    QVERIFY(!facts()->accessibleDescription().contains(u"Ends"_s));
}

void TestOverviewView::theIdIsCopiedWhole()
{
    show({1224, 260});
    QSignalSpy copied(m_view.get(), &OverviewView::copyIdRequested);
    auto *copy = facts()->findChild<QToolButton *>();
    QVERIFY(copy->isVisible());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(copied, (QList<QVariantList>{{OverviewFixture::facts().id}}));
    OverviewFacts nameless = OverviewFixture::facts();
    nameless.id.clear();
    m_view->setFacts(nameless);
    QVERIFY(!copy->isVisible());
}

void TestOverviewView::aGoneSandboxIsDated()
{
    show({1224, 260});
    const QColor warn = Theme::light().color(ThemeRole::Warn);
    QCOMPARE(Pixels(facts()).count(facts()->rect(), warn), 0);
    OverviewFacts gone = OverviewFixture::facts();
    gone.state = FleetState::Gone;
    gone.stateText = u"Gone 14:02, timeout reached"_s;
    gone.dated = u"Last known 3 min ago"_s;
    m_view->setFacts(gone);
    QVERIFY(facts()->accessibleDescription().startsWith(
        u"Last known 3 min ago, State Gone 14:02, timeout reached"_s));
    QCOMPARE_GT(Pixels(facts()).count(facts()->rect(), warn), 10);
}

void TestOverviewView::theSameFactsAgainChangeNothing()
{
    show({1224, 260});
    const QImage before = m_view->grab().toImage();
    m_view->setFacts(OverviewFixture::facts());
    m_view->setSeries(Metric::Cpu, OverviewFixture::cpu());
    QCOMPARE(m_view->grab().toImage(), before);
}

QTEST_MAIN(TestOverviewView)
#include "tst_overviewview.moc"
