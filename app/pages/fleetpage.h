// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetcounts.h>
#include <models/fleetfiltermodel.h>
#include <models/fleetmodel.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace Sandglass {

class Actions;
class ConnectionBanners;
class EmptyPage;
class FilterField;
class FirstRunPage;
class FleetView;
class SandboxArea;
class SideBar;
class SideBarFeed;
struct AppContext;

/// The first workspace: tool bar and filter, side bar, the list of all sandboxes, and below it the
/// chosen one. Holds what stands in place of the list as well: the first-run page, and the pages
/// that say why there is nothing.
class FleetPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetPage)

public:
    FleetPage(AppContext &context, Actions &actions, QWidget *parent = nullptr);
    ~FleetPage() override;

    /// Puts the area of open sandboxes below the list.
    void takeArea(SandboxArea *area);
    /// Before another page takes it: it will come back in the same height.
    void rememberArea();
    [[nodiscard]] FleetView *view() const { return m_view; }
    [[nodiscard]] SideBar *sideBar() const { return m_sideBar; }
    [[nodiscard]] FirstRunPage *firstRun() const { return m_firstRun; }
    [[nodiscard]] ConnectionBanners *banners() const { return m_banners; }
    [[nodiscard]] FleetFilterModel &filter() { return m_filter; }
    void focusFilter();
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    QWidget *makeToolBar(Actions &actions);
    void layOut(Actions &actions);
    void wireFilter();
    void updateStack();
    void showEmptyReason();

    AppContext &m_context;
    FleetModel m_model;
    FleetFilterModel m_filter;
    FleetCounts m_counts;
    FleetView *m_view;
    FilterField *m_filterField;
    SideBar *m_sideBar;
    ConnectionBanners *m_banners;
    QStackedWidget *m_stack;
    FirstRunPage *m_firstRun;
    EmptyPage *m_empty;
    QSplitter *m_split;
    QList<int> m_sizes;      ///< while the area is elsewhere
    QByteArray m_splitState; ///< the same, as it is saved
    QTimer m_stackUpdate;
    std::unique_ptr<SideBarFeed> m_sideBarFeed;
};

} // namespace Sandglass
