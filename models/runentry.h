// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/codetraceback.h>
#include <models/runtext.h>

#include <QByteArray>
#include <QString>

#include <chrono>

namespace Sandglass {

enum class RunEntryKind {
    Stdout,
    Stderr,
    Text,     ///< of a result, in `lines`
    Html,     ///< in `source`
    Markdown, ///< in `source`
    Svg,      ///< in `bytes`
    Image,    ///< PNG or JPEG, in `bytes`
    Json,     ///< indented, in `lines`
    Error,
    Notice, ///< of ours: how a run stands, what was left out, what cannot be drawn
};

/// How a run stands; its notice, the last row of the run, tells it.
enum class RunPhase {
    None, ///< the row is no such notice
    Waiting,
    Running,
    Finished,
    Failed,     ///< finished, with an error of the code
    Stopped,    ///< by the user
    Lost,       ///< the stream broke: what runs in the sandbox is not known
    NotStarted, ///< nothing was run
};

/// How endRun says that a run ended.
enum class RunOutcome { Finished, Stopped, Lost, NotStarted };

/// One row of RunModel. Texts are fit to be shown as plain text but `source`, `bytes` and
/// `fullText`, which are as they came.
struct RunEntry {
    quint64 id = 0; ///< never used twice in a model
    int run = 0;
    RunEntryKind kind = RunEntryKind::Notice;
    int number = 0; ///< of the execution; 0 while it is not known
    QString title;
    QString detail; ///< "8 rows × 4 columns"
    RunText lines;
    QString source;
    QByteArray bytes;
    QString mimeType; ///< of `bytes`
    QString errorName;
    QString errorValue;
    CodeTraceback traceback;
    RunPhase phase = RunPhase::None;
    int revision = 0; ///< counts changes of the row
    bool isMainResult = false;

    [[nodiscard]] qint64 textCost() const
    {
        return 256 + lines.cost() + traceback.text.cost() +
               2 * (source.size() + title.size() + detail.size() + errorValue.size());
    }
};

} // namespace Sandglass
