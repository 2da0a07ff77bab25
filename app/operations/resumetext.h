// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/sandboxlookup.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>

namespace Sandglass {

struct FleetEntry;

/// For how long a sandbox is resumed where nobody says otherwise. The service keeps what happens
/// after that, but not the length of its last run.
inline constexpr std::chrono::minutes resumeLength{30};

/// The text of a button that resumes at once: "Resume for 30 min".
[[nodiscard]] QString resumeLabel(std::chrono::minutes length = resumeLength);
/// For how long they run then, that this costs, and what happens after that; plain sentences.
[[nodiscard]] QString resumeCost(const QList<const FleetEntry *> &entries,
                                 std::chrono::minutes length = resumeLength);

/// It can be resumed from here: it is paused, and the connection does more than observe.
[[nodiscard]] bool mayResume(const FleetEntry &entry);
/// Why nothing is sent to a sandbox that is paused, or about to be, or about to be resumed.
[[nodiscard]] SandboxLookUp::Closed asleep(const FleetEntry &entry);

} // namespace Sandglass
