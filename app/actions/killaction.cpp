// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/killaction.h>
#include <app/appcontext.h>
#include <models/fleetfacts.h>
#include <models/fleettext.h>
#include <widgets/killpopover.h>

#include <QtWidgets/QWidget>

namespace Sandglass {

KillAction::KillAction(AppContext &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_popover(new KillPopover(window))
{
    connect(m_popover, &KillPopover::confirmed, &context.calls, &SandboxCalls::kill);
}

void KillAction::ask(const QStringList &keys, const QRect &anchor)
{
    const FleetText texts(QLocale(), m_context.fleet.now());
    QList<KillSubject> subjects;
    for (const QString &key : keys) {
        const FleetEntry *entry = m_context.fleet.find(key);
        if (entry == nullptr || entry->isGone() || entry->isPending() ||
            entry->mark != FleetMark::None)
            continue;
        subjects.append({.key = key,
                         .name = nameOf(*entry),
                         .id = QString::fromStdString(entry->info.id),
                         .age = texts.cell(*entry, FleetColumn::Age),
                         .templateName = texts.cell(*entry, FleetColumn::Template),
                         .connection = entry->connection->name});
    }
    if (!subjects.isEmpty())
        m_popover->ask(subjects, anchor);
}

} // namespace Sandglass
