// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/metrichistory.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

/// 05:00:00, at the start of a minute.
constexpr Timestamp start{std::chrono::seconds(1'795'150'800)};

MetricSample at(std::chrono::seconds offset, double cpu, std::int64_t memUsed = 0)
{
    return {.time = start + offset,
            .cpuCount = 2,
            .cpuUsedPct = cpu,
            .memUsed = memUsed,
            .memTotal = 1 << 20,
            .memCache = 2048,
            .diskUsed = 4096,
            .diskTotal = 8192};
}

QString print(const QList<float> &series)
{
    QStringList values;
    for (const float value : series)
        values.append(std::isnan(value) ? QStringLiteral("-") : QString::number(double(value)));
    return values.join(u' ');
}

} // namespace

class TestMetricHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void repeatedSamplesChangeNothing()
    {
        MetricHistory history;
        QVERIFY(history.append({at(0s, 1), at(5s, 2)}));
        QVERIFY(!history.append({at(0s, 1), at(5s, 2)}));
        QCOMPARE(history.size(), 2);
        QVERIFY(history.append({at(5s, 2), at(10s, 3)}));
        QCOMPARE(history.size(), 3);
    }

    void anyOrderGivesTheSameHistory()
    {
        QList<int> offsets;
        for (int i = 0; i < 500; ++i)
            offsets.append(i * 5);
        MetricHistory ordered;
        for (const int offset : std::as_const(offsets))
            ordered.append(at(std::chrono::seconds(offset), offset % 100));
        QRandomGenerator random(7);
        std::shuffle(offsets.begin(), offsets.end(), random);
        MetricHistory shuffled;
        for (const int offset : std::as_const(offsets))
            shuffled.append(at(std::chrono::seconds(offset), offset % 100));
        QVERIFY(ordered.samples() == shuffled.samples());
        QCOMPARE(shuffled.latest()->time, start + 2495s);
    }

    void onlyTheLastHourIsKept()
    {
        MetricHistory history;
        for (int i = 0; i < 3000; ++i)
            history.append(at(std::chrono::seconds(i * 5), 1));
        QCOMPARE(history.size(), 721);
        QCOMPARE(history.samples().constFirst().time, start + 2999 * 5s - 1h);
        QVERIFY(!history.append(at(0s, 1)));
        QCOMPARE(history.size(), 721);
    }

    void aServiceThatSamplesTooOftenCannotGrowIt()
    {
        MetricHistory history;
        for (int i = 0; i < 5000; ++i)
            history.append(at(std::chrono::seconds(i), 1));
        QCOMPARE(history.size(), 1024);
        QCOMPARE(history.latest()->time, start + 4999s);
    }

    void eachMinuteIsItsMaximumAndAGapStaysAGap()
    {
        MetricHistory history;
        history.append({at(0s, 10), at(30s, 40), at(59s, 20), at(180s, 7), at(239s, 5)});
        QCOMPARE(print(history.series(start + 239s, MetricMember::Cpu, 6)),
                 QStringLiteral("- - 40 - - 7"));
    }

    void theLineKeepsItsEndWhenTheMinuteTurns()
    {
        MetricHistory history;
        history.append({at(50s, 10), at(58s, 20)});
        QCOMPARE(print(history.series(start + 63s, MetricMember::Cpu, 2)), QStringLiteral("- 20"));
        // After three samplings without one it is a gap all the same.
        QCOMPARE(print(history.series(start + 75s, MetricMember::Cpu, 2)), QStringLiteral("20 -"));
    }

    void memoryAndDiskAreInPercentOfTheCapacity()
    {
        MetricHistory history;
        history.append(at(0s, 1, 1 << 19));
        QCOMPARE(print(history.series(start, MetricMember::Memory, 1)), QStringLiteral("50"));
        QCOMPARE(print(history.series(start, MetricMember::Disk, 1)), QStringLiteral("50"));
        QCOMPARE(percentOf(at(0s, 1, 1 << 19), MetricMember::Memory), 50.0);
    }

    void withoutACapacityThereIsNoPercentage()
    {
        MetricSample sample = at(0s, 1, 4096);
        sample.memTotal = 0;
        QVERIFY(!percentOf(sample, MetricMember::Memory));
        MetricHistory history;
        history.append(sample);
        QCOMPARE(print(history.series(start, MetricMember::Memory, 1)), QStringLiteral("-"));
    }

    void wildValuesStayBetweenZeroAndHundred()
    {
        MetricSample sample = at(0s, std::nan(""), -5);
        QCOMPARE(percentOf(sample, MetricMember::Cpu), 0.0);
        QCOMPARE(percentOf(sample, MetricMember::Memory), 0.0);
        sample.cpuUsedPct = 1e300;
        sample.memUsed = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(percentOf(sample, MetricMember::Cpu), 100.0);
        QCOMPARE(percentOf(sample, MetricMember::Memory), 100.0);
        MetricHistory history;
        history.append(sample);
        QCOMPARE(print(history.series(start, MetricMember::Memory, 1)), QStringLiteral("100"));
    }

    void samplesComeBackInKibibytes()
    {
        MetricHistory history;
        history.append(at(0s, 12.5, 300 * 1024 + 7));
        MetricSample expected = at(0s, 12.5, 300 * 1024);
        QVERIFY(history.samples() == QList{expected});
        QVERIFY(*history.latest() == at(0s, 12.5, 300 * 1024 + 7));
    }

    void beingBusyIsCountedBackToTheFirstBusySample()
    {
        MetricHistory history;
        QVERIFY(!history.aboveSince(95, MetricMember::Cpu));
        history.append({at(0s, 50), at(5s, 99), at(10s, 96), at(15s, 97)});
        QCOMPARE(history.aboveSince(95, MetricMember::Cpu), start + 5s);
        history.append(at(20s, 95));
        QVERIFY(!history.aboveSince(95, MetricMember::Cpu));
    }

    void aGapEndsWhatIsKnownOfBeingBusy()
    {
        MetricHistory history;
        history.append({at(0s, 99), at(60s, 99), at(65s, 99)});
        QCOMPARE(history.aboveSince(95, MetricMember::Cpu), start + 60s);
    }

    void anEmptyHistoryHasNothingButGaps()
    {
        const MetricHistory history;
        QVERIFY(history.isEmpty());
        QVERIFY(history.samples().isEmpty());
        QCOMPARE(history.series(start, MetricMember::Cpu).size(), 60);
        QCOMPARE(print(history.series(start, MetricMember::Cpu, 2)), QStringLiteral("- -"));
    }
};

QTEST_GUILESS_MAIN(TestMetricHistory)
#include "tst_metrichistory.moc"
