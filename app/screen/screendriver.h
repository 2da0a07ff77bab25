// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/screen/screenshots.h>

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

namespace Sandglass {

class DesktopPanel;
class MutationCounter;
class RfbSession;

/// Who holds mouse and keyboard of one remote desktop, and the screenshots that are taken of it.
/// View only until a person takes control; handed back by a person, after five minutes without
/// input, and when the session ends. Each time that control was used counts as a change. Borrows
/// panel and session; GUI thread.
class ScreenDriver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenDriver)

public:
    /// `mutations` may be null: a plain server counts for nothing.
    ScreenDriver(DesktopPanel &panel, RfbSession &remote, MutationCounter *mutations,
                 QObject *parent = nullptr);
    ~ScreenDriver() override;

    /// Who is driven.
    void setSubject(const QString &name);
    /// On a connection that only observes nobody may drive.
    void setMayDrive(bool may);
    void setIdleLimit(std::chrono::milliseconds limit) { m_idle.setInterval(limit); }
    [[nodiscard]] bool isDriving() const { return m_isDriving; }
    void takeControl();
    void handBack();
    void takeScreenshot();
    [[nodiscard]] Screenshots &screenshots() { return m_screenshots; }

Q_SIGNALS:
    void drivingChanged(bool driving);
    /// After the idle limit.
    void handedBackUnused();

private:
    void follow();

    DesktopPanel &m_panel;
    RfbSession &m_remote;
    MutationCounter *m_mutations;
    QString m_subject;
    bool m_mayDrive = true;
    bool m_isDriving = false;
    bool m_isCounted = false; ///< of this time at the wheel
    QTimer m_idle;
    Screenshots m_screenshots;
};

} // namespace Sandglass
