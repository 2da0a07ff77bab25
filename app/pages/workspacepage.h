// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QTabBar;
class QStackedWidget;

namespace Sandglass {

class EmptyPage;
class SandboxArea;
struct AppContext;

/// The second workspace: the opened sandboxes as tabs, the one in front in full. Borrows the
/// context.
class WorkspacePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkspacePage)

public:
    WorkspacePage(AppContext &context, SandboxArea &area, QWidget *parent = nullptr);

    void takeArea();

Q_SIGNALS:
    /// There is nothing open; the person wants the list.
    void fleetRequested();

private:
    void rebuild();
    void choose(int index);

    AppContext &m_context;
    SandboxArea &m_area;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
};

} // namespace Sandglass
