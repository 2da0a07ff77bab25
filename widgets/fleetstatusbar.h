// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QStatusBar>

#include <optional>

class QHBoxLayout;

namespace Sandglass {

class IconLabel;
class Label;

/// A fact between the eye and the freshness. Texts are fit to be shown.
struct StatusSegment {
    QString label; ///< muted; may be empty
    QString value;
    std::optional<double> gauge; ///< 0..1, warns from 0.9
    bool problem = false;        ///< value in danger
    QString toolTip;             ///< plain text
    friend bool operator==(const StatusSegment &, const StatusSegment &) = default;
};

/// The window's status bar: the eye first, always; then facts; how fresh the data is at the far
/// end. Status tips of actions do not replace it.
class FleetStatusBar final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetStatusBar)

public:
    explicit FleetStatusBar(QWidget *parent = nullptr);

    /// Of how many screens a person holds mouse and keyboard: the eye becomes the pointer.
    void setDriven(int screens);
    /// How many requests that change anything were sent since the start.
    void setChangesSent(int count);
    void setSegments(const QList<StatusSegment> &segments);
    /// A passing remark before the freshness: "Order held for 8 s while you point".
    void setHint(const QString &text);
    /// "Updated 2 s ago", "No data yet"; `stale` gives it the colour of a warning.
    void setFreshness(const QString &text, bool stale = false);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<StatusSegment> m_segments;
    QWidget *m_content;
    IconLabel *m_eye;
    Label *m_mode;
    Label *m_changes;
    QHBoxLayout *m_facts;
    Label *m_hint;
    Label *m_freshness;
};

} // namespace Sandglass
