// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/fleetstatusbar.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 12;
constexpr QSize gaugeSize{72, 6};

class StatusGauge final : public QWidget
{
public:
    StatusGauge(double fraction, QWidget *parent) : QWidget(parent), m_fraction(fraction)
    {
        setFixedSize(gaugeSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintGauge(&painter, rect(), m_fraction, 0.9, themeOf(this), layoutDirection());
    }

private:
    double m_fraction;
};

class Hairline final : public QWidget
{
public:
    explicit Hairline(QWidget *parent) : QWidget(parent) { setFixedWidth(1); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect().adjusted(0, 6, 0, -6), themeOf(this).color(ThemeRole::Line));
    }
};

QWidget *makeSegment(const StatusSegment &segment, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, padding, 0);
    row->setSpacing(8);
    row->addWidget(new Hairline(box));
    row->addSpacing(padding - 8);
    if (!segment.label.isEmpty())
        row->addWidget(new Label(segment.label, FontStep::Small, ThemeRole::TextMuted, box));
    if (segment.gauge)
        row->addWidget(new StatusGauge(*segment.gauge, box), 0, Qt::AlignVCenter);
    const bool warns = segment.gauge && *segment.gauge >= 0.9;
    auto *value = new Label(segment.value, FontStep::Small,
                            segment.problem ? ThemeRole::Danger
                            : warns         ? ThemeRole::Warn
                                            : ThemeRole::Text,
                            box);
    value->setElideMode(Qt::ElideRight);
    row->addWidget(value);
    box->setToolTip(segment.toolTip.toHtmlEscaped());
    box->setAccessibleName(segment.label + u' ' + segment.value);
    return box;
}

} // namespace

FleetStatusBar::FleetStatusBar(QWidget *parent)
    : QStatusBar(parent),
      m_content(new QWidget(this)),
      m_eye(new IconLabel(u"observe"_s, ThemeRole::Text, 16, m_content)),
      m_mode(new Label(tr("Observing"), FontStep::SmallStrong, ThemeRole::Text, m_content)),
      m_changes(new Label(FontStep::Small, ThemeRole::Text, m_content)),
      m_facts(new QHBoxLayout),
      m_hint(new Label(FontStep::Small, ThemeRole::TextMuted, m_content)),
      m_freshness(new Label(FontStep::Small, ThemeRole::TextMuted, m_content))
{
    setSizeGripEnabled(false);
    setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(0);
    row->addWidget(m_eye);
    row->addSpacing(7);
    row->addWidget(m_mode);
    row->addSpacing(4);
    row->addWidget(new Label(u"·"_s, FontStep::Small, ThemeRole::TextMuted, m_content));
    row->addSpacing(4);
    row->addWidget(m_changes);
    row->addSpacing(padding);
    m_facts->setSpacing(0);
    row->addLayout(m_facts);
    row->addStretch(1);
    row->addWidget(m_hint);
    row->addSpacing(padding);
    row->addWidget(new Hairline(m_content));
    row->addSpacing(padding);
    row->addWidget(m_freshness);
    m_hint->setElideMode(Qt::ElideRight);
    addWidget(m_content, 1);
    setMinimumHeight(scaledHeight(28, fontMetrics()));
    setChangesSent(0);
    setFreshness(tr("No data yet"));
}

void FleetStatusBar::setDriven(int screens)
{
    const ThemeRole role = screens > 0 ? ThemeRole::Warn : ThemeRole::Text;
    m_eye->setIcon(screens > 0 ? u"control"_s : u"observe"_s, role);
    m_mode->setText(screens > 0 ? tr("Driving %n screen(s)", nullptr, screens) : tr("Observing"));
    m_mode->setRole(role);
}

void FleetStatusBar::setChangesSent(int count)
{
    m_changes->setText(tr("%n changes sent", nullptr, count));
    const QString tip = tr(
        "Looking at a sandbox changes nothing in it and never extends its life. This counts the "
        "requests that did change something since Sandglass was started: create, extend, resume, "
        "kill, "
        "what you type into a terminal, and each time that you drove a screen.");
    m_mode->setToolTip(tip);
    m_changes->setToolTip(tip);
}

void FleetStatusBar::setSegments(const QList<StatusSegment> &segments)
{
    if (segments == m_segments)
        return;
    m_segments = segments;
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StatusSegment &segment : segments)
        m_facts->addWidget(makeSegment(segment, m_content));
}

void FleetStatusBar::setHint(const QString &text)
{
    m_hint->setText(text);
}

void FleetStatusBar::setFreshness(const QString &text, bool stale)
{
    m_freshness->setText(text);
    m_freshness->setRole(stale ? ThemeRole::Warn : ThemeRole::TextMuted);
}

bool FleetStatusBar::event(QEvent *event)
{
    // A message of QStatusBar would hide the eye.
    if (event->type() == QEvent::StatusTip)
        return true;
    return QStatusBar::event(event);
}

void FleetStatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::TopEdge, themeOf(this).color(ThemeRole::Line));
}

void FleetStatusBar::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMinimumHeight(scaledHeight(28, fontMetrics()));
}

} // namespace Sandglass
