// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QFrame>

#include <array>

class QListView;
class QStandardItemModel;
class QToolButton;
class QVBoxLayout;

namespace Sandglass {

class Label;

/// The views of the fleet, in the order of models' FleetViewFilter.
enum class SideBarView { All, Running, Paused, Gone, AtRisk };
inline constexpr int sideBarViewCount = 5;

/// Rows of each view; the index is a SideBarView.
using SideBarCounts = std::array<int, sideBarViewCount>;

/// One connection. Texts are fit to be shown.
struct ConnectionRow {
    QString id;
    QString name;
    QString subtitle; ///< "This computer", "Cloud", "Key rejected"
    QString latency;  ///< "38 ms"; empty while there is no answer
    QString toolTip;  ///< plain text; may be empty
    int colorRole = 0;
    int count = -1;       ///< sandboxes; negative: not known
    bool problem = false; ///< the subtitle is one
    bool editable = true;
    friend bool operator==(const ConnectionRow &, const ConnectionRow &) = default;
};

/// Left of the fleet: its views with their counts, and the connections. Shows what it is given and
/// tells what is asked.
class SideBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBar)

public:
    explicit SideBar(QWidget *parent = nullptr);

    void setCounts(const SideBarCounts &counts);
    void setConnections(const QList<ConnectionRow> &rows); ///< keeps the current one by its id
    void setCurrentView(SideBarView view);                 ///< emits nothing
    [[nodiscard]] SideBarView currentView() const;
    /// The connection that the list is narrowed to; empty for all.
    void setCurrentConnection(QString id); ///< emits nothing
    [[nodiscard]] QString currentConnection() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void viewChosen(Sandglass::SideBarView view);
    void connectionChosen(const QString &id); ///< empty: all of them again
    void addConnectionRequested();
    void editConnectionRequested(const QString &id);
    void removeConnectionRequested(const QString &id);
    void refreshConnectionRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *makeList(QStandardItemModel *model, const QString &name);
    void connectIntents();
    void fillViews();
    void showConnectionMenu(const QPoint &at);
    void fitHeights();

    QStandardItemModel *m_viewModel;
    QStandardItemModel *m_connectionModel;
    QListView *m_views;
    QListView *m_connections;
    Label *m_noConnections;
    QToolButton *m_add;
    QList<ConnectionRow> m_rows;
    QString m_current;
};

} // namespace Sandglass
