// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runentry.h>

#include <QtWidgets/QWidget>

#include <memory>

namespace Sandglass {

/// The part of a result that shows what it holds. Made anew for a row; told about each change.
class RunBody : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunBody)

public:
    using QWidget::QWidget;

    virtual void setEntry(const RunEntry &entry) = 0;
    /// A title that the body knows better; empty: that of the row.
    [[nodiscard]] virtual QString title() const { return {}; }
    /// What stands beside the kind ("640 × 480"); may change with facts that come later.
    [[nodiscard]] virtual QString facts() const { return {}; }
    /// What the row lays over the upper end corner of a body that takes the whole width.
    virtual void setCornerWidth(int) {}
    /// Far away from what is seen: what can be made again may go.
    virtual void rest() {}

Q_SIGNALS:
    void factsChanged();
    void linkActivated(const QString &address);
    void frameActivated(const Sandglass::TracebackFrame &frame);
};

/// The body for a row's kind. Ownership goes to the caller.
[[nodiscard]] std::unique_ptr<RunBody> makeRunBody(RunEntryKind kind);

} // namespace Sandglass
