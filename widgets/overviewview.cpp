// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/overviewview.h>
#include <widgets/overviewviewfacts.h>

#include <QtCore/QEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int gap = 8; // between frames, and around them
constexpr int factsWidth = 284;
constexpr int factsInset = 6;
constexpr int rangeHeight = 26;
constexpr int leastChartWidth = 216;
constexpr int leastChartHeight = 150;
constexpr int mostChartHeight = 360;
constexpr int noticeHeight = 40;
constexpr std::array ranges{ChartRange::FiveMinutes, ChartRange::QuarterHour, ChartRange::Hour};

} // namespace

OverviewView::OverviewView(QWidget *parent)
    : QScrollArea(parent),
      m_content(new QWidget),
      m_notice(new OverviewViewNotice(m_content)),
      m_facts(new OverviewViewFacts(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setWidget(m_content);
    m_notice->hide();
    setUpCharts();
    setUpRangeButtons();
    connect(m_facts, &OverviewViewFacts::copyIdRequested, this, &OverviewView::copyIdRequested);
}

OverviewView::~OverviewView() = default;

void OverviewView::setUpCharts()
{
    // Numbers of the colours as in the table: a metric has one colour everywhere.
    m_charts = {new MetricChart(tr("CPU"), 1, ChartUnit::Percent, m_content),
                new MetricChart(tr("Memory"), 3, ChartUnit::Bytes, m_content),
                new MetricChart(tr("Disk"), 2, ChartUnit::Bytes, m_content)};
    for (MetricChart *chart : m_charts)
        connect(chart, &MetricChart::zoomRequested, this, &OverviewView::zoom);
}

void OverviewView::setUpRangeButtons()
{
    m_ranges = new QWidget(m_content);
    auto *row = new QHBoxLayout(m_ranges);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto *label = new QLabel(tr("Charts show"), m_ranges);
    label->setFont(fontFor(FontStep::Small, font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label);
    row->addStretch();
    auto *group = new QButtonGroup(this);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        auto *button = new QToolButton(m_ranges);
        //: a time range of charts
        button->setText(tr("%1 min").arg(int(ranges[i])));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFont(fontFor(FontStep::Small, font()));
        button->setAccessibleName(tr("Charts show %1 minutes").arg(int(ranges[i])));
        button->setChecked(ranges[i] == m_range);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { setRange(ranges[i]); });
        m_rangeButtons[i] = button;
    }
}

void OverviewView::setFacts(const OverviewFacts &facts)
{
    m_facts->setFacts(facts);
    m_notice->setText(facts.noMetrics);
    const bool charts = facts.noMetrics.isEmpty();
    m_notice->setVisible(!charts);
    m_ranges->setVisible(charts);
    for (MetricChart *chart : m_charts)
        chart->setVisible(charts);
    arrange();
}

void OverviewView::setSeries(Metric metric, const ChartSeries &series)
{
    chart(metric)->setFacts(series.facts);
    chart(metric)->setSamples(series.points);
}

void OverviewView::setBanner(QWidget *banner)
{
    if (banner == m_banner)
        return;
    delete m_banner;
    m_banner = banner;
    if (banner != nullptr) {
        banner->setParent(m_content);
        banner->installEventFilter(this);
        banner->show();
    }
    arrange();
}

bool OverviewView::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_banner && (type == QEvent::ShowToParent || type == QEvent::HideToParent ||
                                type == QEvent::LayoutRequest))
        arrange();
    return QScrollArea::eventFilter(watched, event);
}

void OverviewView::setRange(ChartRange range)
{
    for (std::size_t i = 0; i < ranges.size(); ++i)
        m_rangeButtons[i]->setChecked(ranges[i] == range);
    if (range == m_range)
        return;
    m_range = range;
    for (MetricChart *chart : m_charts)
        chart->setRange(range);
    Q_EMIT rangeChanged(range);
}

void OverviewView::zoom(int steps)
{
    const auto at = std::ranges::find(ranges, m_range) - ranges.begin() - steps;
    setRange(ranges[std::size_t(std::clamp<std::ptrdiff_t>(at, 0, ranges.size() - 1))]);
}

void OverviewView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void OverviewView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void OverviewView::arrange()
{
    const int width = viewport()->width();
    const int height = viewport()->height();
    const int facts = scaledHeight(factsWidth, fontMetrics());
    const int chart = scaledHeight(leastChartWidth, fontMetrics());
    const int top = placeBanner(width);
    const bool beside = width >= 3 * chart + facts + 5 * gap;
    const int room = width - 2 * gap - (beside ? facts + gap : 0);
    const int columns = std::clamp((room + gap) / (chart + gap), 1, 3);
    const int least = scaledHeight(leastChartHeight, fontMetrics());

    const int wanted = beside ? height - top - gap : least + 30;
    const int bottom =
        placeCharts(QRect(gap, top, room, 0), columns, std::clamp(wanted, least, mostChartHeight));
    const QRect below(gap + factsInset, bottom + gap, room - 2 * factsInset, 0);
    const QRect right(2 * gap + room + factsInset, top, facts - factsInset, 0);
    QRect area = beside ? right : below;
    area.setHeight(factsHeight(area.width()));
    placeFacts(area);
    const int end = std::max(bottom, area.bottom() + 1);
    m_content->resize(width, std::max(height, end + gap));
}

int OverviewView::placeBanner(int width)
{
    if (m_banner == nullptr || m_banner->isHidden())
        return gap;
    const int wide = width - 2 * gap;
    const int high = m_banner->hasHeightForWidth()
                         ? m_banner->heightForWidth(wide)
                         : std::max(m_banner->sizeHint().height(), m_banner->minimumHeight());
    m_banner->setGeometry(gap, gap, wide, high);
    return gap + high + gap;
}

int OverviewView::placeCharts(const QRect &area, int columns, int height)
{
    const auto place = [this](QWidget *widget, const QRect &box) {
        widget->setGeometry(
            style()->visualRect(layoutDirection(), QRect(0, 0, viewport()->width(), 0), box));
    };
    if (!m_notice->isHidden()) {
        const int high = scaledHeight(noticeHeight, fontMetrics());
        place(m_notice, QRect(area.left(), area.top(), area.width(), high));
        return area.top() + high;
    }
    int top = area.top();
    for (int i = 0; i < int(m_charts.size()); ++i) {
        const int column = i % columns;
        if (i > 0 && column == 0)
            top += height + gap;
        // Whole pixels for each, none lost at the end.
        const int left = area.left() + column * (area.width() + gap) / columns;
        const int right = area.left() + (column + 1) * (area.width() + gap) / columns - gap;
        place(m_charts[std::size_t(i)], QRect(left, top, right - left, height));
    }
    return top + height;
}

int OverviewView::factsHeight(int width) const
{
    const int range = m_ranges->isHidden() ? 0 : scaledHeight(rangeHeight, fontMetrics()) + gap / 2;
    return range + m_facts->heightForWidth(width);
}

void OverviewView::placeFacts(const QRect &area)
{
    const QRect whole(0, 0, viewport()->width(), 0);
    const int range = area.height() - m_facts->heightForWidth(area.width());
    const auto visual = [&](const QRect &box) {
        return style()->visualRect(layoutDirection(), whole, box);
    };
    m_ranges->setGeometry(
        visual(QRect(area.left(), area.top(), area.width(), std::max(0, range - gap / 2))));
    m_facts->setGeometry(visual(area.adjusted(0, range, 0, 0)));
}

} // namespace Sandglass
