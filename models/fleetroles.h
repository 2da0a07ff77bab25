// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

namespace Sandglass {

/// Columns of FleetModel, in their default order.
enum class FleetColumn {
    Name,
    Id,
    State,
    Cpu,
    Memory,
    TimeLeft,
    Template,
    Metadata,
    Age,
    Attention
};
inline constexpr int fleetColumnCount = 10;

/// What a row goes through, ours included: the wire knows only running and paused.
enum class FleetState { Starting, Running, Pausing, Paused, Resuming, Killing, Gone, Unknown };

/// Why a metric cell holds no number: never a false 0.
enum class NoValue {
    None,        ///< there is a value
    Paused,      ///< "·"
    Transition,  ///< "–"
    NotReported, ///< the service offers no metrics
    NoSample,    ///< running, but the first sample has not come yet
};

/// How much a row wants to be looked at; sorts in this order.
enum class Attention { None, Remark, Warning, AtRisk };

/// Roles of every cell of a row, whatever its column, unless a column is named.
enum FleetRole {
    SandboxKeyRole = Qt::UserRole +
                     1,  ///< QString: connection id + "/" + sandbox id; unique over all connections
    SandboxIdRole,       ///< QString, whole
    ConnectionIdRole,    ///< QString
    ConnectionNameRole,  ///< QString
    ConnectionColorRole, ///< int 0..3, the connection bar's role
    FleetStateRole,      ///< int of FleetState
    StaleSecondsRole, ///< int: age of what is shown; 0 while fresh (a sweep of at most 3 intervals)
    AttentionRole,    ///< int of Attention
    AttentionTextRole,  ///< QString, one reason in words; may be empty
    NoValueRole,        ///< int of NoValue, columns Cpu and Memory
    ValueRole,          ///< double percent 0..100, columns Cpu and Memory; invalid when NoValue
    OverLimitRole,      ///< bool, columns Cpu and Memory: draw number and line in danger
    SeriesRole,         ///< QList<float> of 60 points, one a minute, NaN = gap; Cpu and Memory
    EndAtRole,          ///< QDateTime UTC; invalid when there is no limit or none applies
    SecondsLeftRole,    ///< int; -1 when none applies
    FractionLeftRole,   ///< double 0..1 of the whole run length
    PauseOnTimeoutRole, ///< bool: pauses instead of being killed
    StartedAtRole,      ///< QDateTime UTC
    MetadataRole,       ///< QMap<QString, QString>
    SortRole,           ///< what this cell sorts by
};

} // namespace Sandglass
