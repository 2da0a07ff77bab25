// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runmodel.h>
#include <widgets/editorview.h>

#include <QtCore/QList>

#include <chrono>
#include <memory>

namespace Sandglass {

/// An editor with a real run model and a clock that the test turns; runs are fed by hand.
class EditorFixture final
{
public:
    EditorFixture();
    ~EditorFixture();

    /// Opens a buffer with results of its own; returns its id.
    quint64 open(const QString &title, const QByteArray &text, const QByteArray &path = {});
    [[nodiscard]] RunModel &results(quint64 id) const { return *m_results[std::size_t(id) - 1]; }
    /// Shows it as the active window with the focus in the code.
    [[nodiscard]] bool show(const QSize &size = {1200, 700});

    void print(quint64 id, const std::string &text) const;
    void begin(quint64 id, int number, int firstLine = 0) const;
    /// The bars and the data frame of the visual target.
    void finishTarget(quint64 id);
    void fail(quint64 id) const; ///< a division in a function that line 15 calls

    std::chrono::milliseconds time{100000};
    EditorView view;

private:
    std::vector<std::unique_ptr<RunModel>> m_results;
};

/// The program of the visual target.
[[nodiscard]] QByteArray targetProgram();
/// A bar chart of 1000 by 420 pixels as a kernel sends it: base64 of a PNG.
[[nodiscard]] std::string targetChart();
[[nodiscard]] std::string targetTable();

} // namespace Sandglass
