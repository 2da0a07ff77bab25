// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runtext.h>

#include <QList>
#include <QString>

#include <string_view>

namespace Sandglass {

/// One place of a traceback. All texts are fit to be shown.
struct TracebackFrame {
    QString file;     ///< as the traceback names it; empty for code that was run from the editor
    int line = 0;     ///< from 1; 0 when it is not told
    QString function; ///< may be empty
    QString text;     ///< the line of code, or the message of a shell; may be empty
    /// Of code that was run: the number of the execution, 0 when the traceback does not tell
    /// ("bash: line 3"), which means the one that failed.
    int cell = 0;
    bool isCell = false; ///< leads to the buffer that was run
    friend bool operator==(const TracebackFrame &, const TracebackFrame &) = default;
};

struct CodeTraceback {
    RunText text; ///< with its colours; the middle of a very long one is left out
    QList<TracebackFrame> frames;
    int framesLeftOut = 0; ///< between the first and the last ones, of the text that was kept
    bool isCut = false;
};

/// What a kernel says about an error (protocol page "code-interpreter", section 3): the forms of
/// ipykernel, of plain Python and of bash, with or without ANSI colours. Bounded for any input.
[[nodiscard]] CodeTraceback parseTraceback(std::string_view ansi);

} // namespace Sandglass
