// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QTabBar;
class QToolButton;

namespace Sandglass {

class Label;

/// The sandbox that a detail shows. Texts are fit to be shown.
struct DetailSubject {
    QString key;
    QString name;
    QString id; ///< whole; shown shortened
    QString stateText;
    FleetState state = FleetState::Unknown;
    int colorRole = 0;
    QString connection;
    friend bool operator==(const DetailSubject &, const DetailSubject &) = default;
};

/// The row above a detail: connection bar, state, name, id with its copy button, the detail's own
/// tabs, close.
class DetailHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailHeader)

public:
    explicit DetailHeader(QWidget *parent = nullptr);

    void setSubject(const DetailSubject &subject);
    /// Names of the tabs, in order; the current index stays where it was.
    void setTabs(const QStringList &names);
    /// A number behind the name of a tab ("Terminal 2"); 0 shows none.
    void setTabCount(int tab, int count);
    void setCurrentTab(int tab); ///< emits nothing
    [[nodiscard]] int currentTab() const;

Q_SIGNALS:
    void tabChosen(int tab);
    void copyIdRequested(const QString &id);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    DetailSubject m_subject;
    QStringList m_names;
    QWidget *m_lead; ///< room in which bar and mark are painted
    Label *m_name;
    Label *m_id;
    QToolButton *m_copy;
    QTabBar *m_tabs;
    QToolButton *m_close;
};

} // namespace Sandglass
