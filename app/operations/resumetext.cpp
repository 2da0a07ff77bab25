// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/resumetext.h>
#include <models/fleetentry.h>

#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// The texts of this file have one context.
struct ResumeText {
    Q_DECLARE_TR_FUNCTIONS(Sandglass::ResumeText)
};

enum class Afterwards { Unsaid, Paused, Killed };

Afterwards afterwards(const FleetEntry *entry)
{
    if (!entry->info.lifecycle)
        return Afterwards::Unsaid;
    return entry->info.lifecycle->pauseOnTimeout ? Afterwards::Paused : Afterwards::Killed;
}

bool isHere(const FleetEntry *entry)
{
    return entry->connection->kind == ConnectionKind::ThisComputer;
}

QString endOfOne(Afterwards what)
{
    switch (what) {
    case Afterwards::Paused:
        return ResumeText::tr("After that it is paused again.");
    case Afterwards::Killed:
        return ResumeText::tr("After that it is killed, unless it is extended before.");
    case Afterwards::Unsaid:
        break;
    }
    return ResumeText::tr("Whether it is paused or killed after that, its service has not said.");
}

QString endOfSome(Afterwards what, int count)
{
    switch (what) {
    case Afterwards::Paused:
        return ResumeText::tr("%n of them are paused again after that.", nullptr, count);
    case Afterwards::Killed:
        return ResumeText::tr("%n of them are killed after that, unless they are extended before.",
                              nullptr, count);
    case Afterwards::Unsaid:
        break;
    }
    return ResumeText::tr("Of %n of them the service has not said what happens after that.",
                          nullptr, count);
}

QString costOfOne(const FleetEntry *entry, int minutes)
{
    return isHere(entry)
               ? ResumeText::tr("Once resumed it runs for %n minutes and takes part of this "
                                "computer's time and memory again.",
                                nullptr, minutes)
               : ResumeText::tr(
                     "Once resumed it runs for %n minutes and costs running time from then on.",
                     nullptr, minutes);
}

} // namespace

QString resumeLabel(std::chrono::minutes length)
{
    return ResumeText::tr("Resume for %1 min").arg(length.count());
}

QString resumeCost(const QList<const FleetEntry *> &entries, std::chrono::minutes length)
{
    if (entries.isEmpty())
        return {};
    const int minutes = int(length.count());
    if (entries.size() == 1)
        return costOfOne(entries.first(), minutes) + u' ' + endOfOne(afterwards(entries.first()));
    QStringList sentences{
        std::ranges::all_of(entries, isHere)
            ? ResumeText::tr("Each of them runs for %n minutes and takes part of this computer's "
                             "time and memory again.",
                             nullptr, minutes)
            : ResumeText::tr(
                  "Each of them runs for %n minutes and costs running time from then on.", nullptr,
                  minutes)};
    for (const Afterwards what : {Afterwards::Paused, Afterwards::Killed, Afterwards::Unsaid}) {
        if (const auto count = std::ranges::count(entries, what, afterwards); count > 0)
            sentences += endOfSome(what, int(count));
    }
    return sentences.join(u'\n');
}

bool mayResume(const FleetEntry &entry)
{
    return entry.state == FleetState::Paused && entry.mark == FleetMark::None &&
           !entry.connection->readOnly;
}

SandboxLookUp::Closed asleep(const FleetEntry &entry)
{
    using Why = SandboxLookUp::Closed::Why;
    if (entry.state == FleetState::Resuming)
        return {.why = Why::Resuming,
                .words = ResumeText::tr("The sandbox is being resumed. This opens again by itself "
                                        "as soon as it runs.")};
    const QString paused = ResumeText::tr("The sandbox is paused. Nothing is sent to it, for that "
                                          "could wake it.");
    if (mayResume(entry))
        return {
            .why = Why::Paused, .words = paused + u' ' + resumeCost({&entry}), .mayResume = true};
    return {.why = Why::Paused,
            .words = entry.connection->readOnly
                         ? paused + u' ' +
                               ResumeText::tr("This connection only observes, so it cannot be "
                                              "resumed from here.")
                         : paused};
}

} // namespace Sandglass
