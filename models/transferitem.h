// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Sandglass {

enum class TransferDirection { Upload, Download };

enum class TransferState {
    Waiting, ///< others come first
    Running,
    Done,
    Failed,    ///< `words` say why
    Cancelled, ///< by the user
};

/// One transfer as people see it: a file, or a folder as a whole. Texts are fit to be shown.
struct TransferItem {
    quint64 id = 0; ///< the app's own number
    QString name;
    TransferDirection direction = TransferDirection::Download;
    TransferState state = TransferState::Waiting;
    qint64 done = 0;
    qint64 total = -1; ///< -1: unknown
    QString place;     ///< where it goes to: "Downloads", "/home/user/in"
    QString words;     ///< of a failure; else a remark
};

/// All transfers of one strip taken together.
struct TransferSummary {
    int active = 0; ///< waiting or running
    int ended = 0;  ///< of them, done, failed or cancelled
    int failed = 0;
    qint64 done = 0;                ///< of the active ones
    qint64 total = 0;               ///< of the active ones; -1 when one of them is unknown
    std::optional<double> rate;     ///< bytes a second
    std::optional<int> secondsLeft; ///< of all
};

} // namespace Sandglass
