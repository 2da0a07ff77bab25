// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Sandglass {

class RunModel;

/// A file, or a text without one, that is open in the editor.
struct EditorBuffer {
    quint64 id = 0;   ///< given by the application; never used twice
    QString title;    ///< fit to be shown: "main.py"
    QByteArray path;  ///< in the sandbox; empty: has none yet
    QByteArray text;  ///< the file's bytes
    QString language; ///< of the kernel ("python"), where the title does not tell it; may be empty
    RunModel *results = nullptr; ///< borrowed; must outlive the buffer
};

/// Whether and how code of a buffer runs. What came of the last run is told by its RunModel.
enum class RunState {
    Idle,
    Starting, ///< the context or the sandbox is made ready
    Waiting,  ///< another run of the context comes first
    Running,
    Stopping,
    Restarting,
    Unavailable ///< see EditorView::setUnavailable
};

/// Where code can be run.
struct EditorContext {
    QString id;    ///< of the service
    QString title; ///< fit to be shown: "Python, main.py"
    friend bool operator==(const EditorContext &, const EditorContext &) = default;
};

/// A language in which a new context can be asked for.
struct EditorLanguage {
    QString id;   ///< of the service: "python"
    QString name; ///< "Python"
    friend bool operator==(const EditorLanguage &, const EditorLanguage &) = default;
};

/// Why nothing can be run, and the one action that changes it.
struct EditorUnavailable {
    QString icon; ///< of resources/icons
    QString title;
    QString words;
    QString action; ///< a button's text; empty: there is none
    friend bool operator==(const EditorUnavailable &, const EditorUnavailable &) = default;
};

/// The first text of a sandbox whose interpreter runs Python: prints and plots, in two cells.
[[nodiscard]] QByteArray pythonSample();

} // namespace Sandglass
