// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/statusfeed.h>
#include <models/connectionsmodel.h>
#include <models/fleetfiltermodel.h>
#include <models/fleettext.h>
#include <widgets/fleetstatusbar.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace Sandglass {

StatusFeed::StatusFeed(AppContext &context, FleetFilterModel &filter, FleetStatusBar &bar)
    : m_context(context),
      m_filter(filter),
      m_bar(bar)
{
    connect(&context.mutations, &MutationCounter::changed, &bar, &FleetStatusBar::setChangesSent);
    connect(&m_second, &QTimer::timeout, this, &StatusFeed::refresh);
    m_bar.setChangesSent(context.mutations.count());
    m_second.start(1s);
    refresh();
}

void StatusFeed::refresh()
{
    QList<StatusSegment> segments;
    for (const QString &id : m_context.fleet.connectionIds()) {
        const ConnectionStatus *status = m_context.fleet.connection(id);
        const QString problem = ConnectionsModel::healthText(*status, QLocale());
        segments.append({.label = status->name,
                         .value = problem.isEmpty()
                                      ? tr("%n sandbox(es)", nullptr, status->sandboxes)
                                      : tr("has a problem"),
                         .gauge = {},
                         .problem = !problem.isEmpty(),
                         .toolTip = problem});
    }
    if (segments.isEmpty())
        segments.append({.label = {}, .value = tr("No connection"), .gauge = {}, .toolTip = {}});
    m_bar.setSegments(segments);
    m_bar.setHint(m_filter.isOrderHeld() && m_filter.orderAge() > 2
                      ? tr("Order held for %1 s while you point").arg(m_filter.orderAge())
                      : QString());
    showFreshness();
}

void StatusFeed::showFreshness()
{
    // The oldest speaks for all: what is on the screen is at least this fresh.
    std::optional<Timestamp> oldest;
    bool stale = false;
    for (const QString &id : m_context.fleet.connectionIds()) {
        const ConnectionStatus *status = m_context.fleet.connection(id);
        if (status->lastAnswer && (!oldest || *status->lastAnswer < *oldest))
            oldest = status->lastAnswer;
        if (status->lastAnswer && m_context.fleet.now() - *status->lastAnswer > status->freshFor)
            stale = true;
    }
    if (!oldest) {
        m_bar.setFreshness(tr("No data yet"));
        return;
    }
    const auto age = std::chrono::floor<std::chrono::seconds>(m_context.fleet.now() - *oldest);
    m_bar.setFreshness(tr("Updated %1").arg(FleetText::ago(std::max(age, 0s))), stale);
}

} // namespace Sandglass
