// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <models/metrichistory.h>
#include <protocol/sandbox.h>

#include <QString>

#include <chrono>
#include <optional>

namespace Sandglass {

/// Where a connection leads; decides how the side bar names it.
enum class ConnectionKind { ThisComputer, Cloud, Service };

/// How the last sweep of a connection's list went. Everything but Ok keeps the rows that were
/// known, dated.
enum class ConnectionHealth {
    Connecting,      ///< no answer yet
    Ok,              ///< the last sweep was complete
    Unauthorized,    ///< 401 or 403: nothing more is asked until the key is entered again
    Unreachable,     ///< no connection, TLS refused, no answer in time
    BadAnswer,       ///< it answers, but not what the protocol says
    Failing,         ///< 5xx
    RateLimited,     ///< 429
    EmptiedSuddenly, ///< an empty list where several sandboxes had been: kept until accepted
};

/// What the store knows of one connection.
struct ConnectionStatus {
    QString id;
    QString name; ///< as the user wrote it
    int colorRole = 0;
    ConnectionKind kind = ConnectionKind::Service;
    bool readOnly = false;
    ConnectionHealth health = ConnectionHealth::Connecting;
    QString detail;             ///< what the service or the network said; plain, for display
    int httpStatus = 0;         ///< of the last failed sweep; 0: there was no HTTP answer
    bool metricsOffered = true; ///< false after 404 or 501 on the batch metrics
    int sandboxes = 0;          ///< rows that are not gone
    std::optional<std::chrono::milliseconds> latency; ///< of the last page of the list
    std::optional<Timestamp> lastAnswer;              ///< our clock: end of the last complete sweep
    std::optional<Timestamp> failingSince;            ///< our clock; empty while Ok
    std::optional<Timestamp> nextTry;         ///< our clock: end of the back-off; empty while Ok
    std::chrono::milliseconds clockOffset{};  ///< the service's clock minus ours; 0 within a second
    std::chrono::milliseconds freshFor{6000}; ///< what is older than this counts as stale
};

enum class GoneReason {
    None,
    TimeRanOut,
    KilledHere,    ///< by us, in this run of Sandglass
    EndedElsewhere ///< another client, the service, or a failure: nobody says which
};

/// What we asked of a row and wait for.
enum class FleetMark { None, Starting, Killing, Extending, Resuming };

/// One row. Lives in the FleetStore; pointers to it are good until the event loop runs again.
struct FleetEntry {
    QString key; ///< connection id + "/" + sandbox id, or + "/+N" until the id is known
    const ConnectionStatus *connection = nullptr;
    SandboxInfo info; ///< as last said by the service; detail fields as far as known
    FleetState state = FleetState::Unknown;
    FleetMark mark = FleetMark::None;
    MetricHistory history;
    Timestamp lastSeen{}; ///< our clock: when the service last confirmed that it exists
    GoneReason goneReason = GoneReason::None;
    std::optional<Timestamp> goneAt; ///< our clock

    std::optional<Timestamp> goneNoticedAt; ///< our clock: it leaves the list some time after this

    // For the store, which numbers its questions: which answers are older than what we know.
    int settled = 0;                      ///< answers to questions asked before this do not count
    int seen = 0;                         ///< the sweep that saw it last
    std::optional<Timestamp> endAtBefore; ///< while Extending: what revert() brings back

    [[nodiscard]] bool isGone() const { return state == FleetState::Gone; }
    /// True until the service has given it an id.
    [[nodiscard]] bool isPending() const { return info.id.empty(); }
    [[nodiscard]] const std::optional<MetricSample> &latest() const { return history.latest(); }
};

} // namespace Sandglass
