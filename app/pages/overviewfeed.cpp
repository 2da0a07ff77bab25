// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/pages/overviewfeed.h>
#include <models/attention.h>
#include <models/displaytext.h>
#include <models/fleetfacts.h>
#include <models/fleetstore.h>
#include <models/fleettext.h>
#include <widgets/banner.h>

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

qint64 milliseconds(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

QString mebibytes(int size)
{
    return size <= 0 ? QString() : QLocale().formattedDataSize(qint64(size) << 20, 1);
}

ChartPoint pointOf(const MetricSample &sample, MetricMember member)
{
    ChartPoint point{.time = milliseconds(sample.time)};
    switch (member) {
    case MetricMember::Cpu:
        point.value = sample.cpuUsedPct;
        break;
    case MetricMember::Memory:
        point.value = double(sample.memUsed);
        if (sample.memCache > 0)
            point.second = double(sample.memUsed + sample.memCache);
        break;
    case MetricMember::Disk:
        point.value = double(sample.diskUsed);
        break;
    }
    return point;
}

} // namespace

OverviewFeed::OverviewFeed(OverviewView &view, const FleetStore &fleet)
    : m_view(view),
      m_fleet(fleet),
      m_banner(new Banner(Banner::Kind::Danger))
{
    m_banner->hide();
    connect(m_banner->addButton(tr("Extend 30 min"), u"extend"_s), &QPushButton::clicked, this,
            &OverviewFeed::extendRequested);
    QPushButton *kill = m_banner->addDangerButton(tr("Kill…"), u"kill"_s);
    connect(kill, &QPushButton::clicked, this, [this, kill] {
        Q_EMIT killRequested(QRect(kill->mapToGlobal(QPoint()), kill->size()));
    });
    view.setBanner(m_banner);
    // What is left and how old things are changes without any news.
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (const FleetEntry *entry = m_view.isVisible() ? m_fleet.find(m_key) : nullptr)
            show(*entry);
    });
    m_second.start(1s);
}

void OverviewFeed::show(const FleetEntry &entry)
{
    m_key = entry.key;
    showFacts(entry);
    showBanner(entry);
    showCharts(entry);
}

void OverviewFeed::showFacts(const FleetEntry &entry)
{
    const FleetText texts(QLocale(), m_fleet.now());
    const SandboxInfo &info = entry.info;
    OverviewFacts facts;
    facts.state = entry.state;
    facts.stateText =
        entry.isGone() && entry.goneAt
            ? tr("Gone %1, %2")
                  .arg(texts.clockTime(*entry.goneAt), FleetText::goneReason(entry.goneReason))
            : FleetText::state(entry.state);
    facts.dated = texts.freshness(entry);
    facts.id = QString::fromStdString(info.id);
    facts.templateName = texts.cell(entry, FleetColumn::Template);
    if (info.startedAt != Timestamp{}) {
        facts.created =
            tr("%1, %2 ago")
                .arg(texts.clockTime(info.startedAt), texts.cell(entry, FleetColumn::Age));
        facts.createdExact = texts.exactTime(info.startedAt);
    }
    if (const auto end = endOf(entry)) {
        facts.ends = tr("%1, %2 left").arg(texts.clockTime(*end), texts.timeLeft(entry));
        facts.endsExact = texts.exactTime(*end);
        facts.onTimeout =
            info.lifecycle && info.lifecycle->pauseOnTimeout ? tr("pauses") : tr("is killed");
    }
    if (info.cpuCount > 0)
        facts.cpu = tr("%n vCPU", nullptr, info.cpuCount);
    facts.memory = mebibytes(info.memoryMiB);
    facts.disk = mebibytes(info.diskMiB);
    facts.envdVersion = displayText(info.envdVersion);
    for (const auto &[key, value] : info.metadata)
        facts.metadata.append({displayText(key), displayText(value)});
    if (!entry.connection->metricsOffered)
        facts.noMetrics = tr("%1 offers no metrics: GET /sandboxes/metrics was not found.")
                              .arg(entry.connection->name);
    m_view.setFacts(facts);
}

void OverviewFeed::showBanner(const FleetEntry &entry)
{
    const AttentionFacts attention = attentionOf(entry, m_fleet.now(), QLocale());
    const bool shown = !entry.isGone() && attention.level >= Attention::Warning;
    if (shown) {
        const bool atRisk = attention.level == Attention::AtRisk;
        m_banner->setKind(atRisk ? Banner::Kind::Danger : Banner::Kind::Warning);
        m_banner->setText(atRisk ? tr("At risk") : tr("Attention"), attention.text);
    }
    m_banner->setVisible(shown);
}

void OverviewFeed::showCharts(const FleetEntry &entry)
{
    static constexpr std::array metrics{
        std::pair(OverviewView::Metric::Cpu, MetricMember::Cpu),
        std::pair(OverviewView::Metric::Memory, MetricMember::Memory),
        std::pair(OverviewView::Metric::Disk, MetricMember::Disk)};
    const QList<MetricSample> samples = entry.history.samples();
    for (const auto &[metric, member] : metrics) {
        ChartSeries series{.facts = chartFacts(entry, member), .points = {}};
        series.points.reserve(samples.size());
        for (const MetricSample &sample : samples)
            series.points.append(pointOf(sample, member));
        m_view.setSeries(metric, series);
    }
}

ChartFacts OverviewFeed::chartFacts(const FleetEntry &entry, MetricMember member) const
{
    ChartFacts facts;
    const auto &latest = entry.latest();
    if (!latest)
        facts.state =
            entry.connection->metricsOffered ? ChartState::NoSampleYet : ChartState::NotReported;
    if (latest && member == MetricMember::Memory) {
        facts.capacity = double(latest->memTotal);
        facts.secondName = tr("cache");
    }
    if (latest && member == MetricMember::Disk)
        facts.capacity = double(latest->diskTotal);
    if (member == MetricMember::Cpu && entry.info.cpuCount > 0)
        facts.note = tr("%n vCPU", nullptr, entry.info.cpuCount);
    const auto percent = percentOf(entry, member);
    facts.overLimit = percent && isOverLimit(*percent, member);
    facts.live = !entry.isGone();
    facts.now = milliseconds(entry.isGone() && latest ? latest->time : m_fleet.serviceNow(entry));
    return facts;
}

} // namespace Sandglass
