// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/sandboxlookup.h>

#include <QtCore/QObject>
#include <QtCore/QString>

namespace Sandglass {

/// One sandbox of the fleet as a session sees it: keeps its key right while it starts, and tells
/// when nothing may be sent to it any more. Borrows the fleet; GUI thread.
class FollowedSandbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowedSandbox)

public:
    /// `key`: of the fleet's row.
    FollowedSandbox(QString key, FleetStore &fleet, QObject *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] QString where() const; ///< the connection's name, for error texts

Q_SIGNALS:
    /// It is gone or paused, or about to be: streams end before that, not by it. Again whenever
    /// there is more to say about why: it is being resumed.
    void stopped(const Sandglass::SandboxLookUp::Closed &why);
    /// It was resumed and runs, or was not ended after all.
    void runsAgain();

private:
    void follow();

    QString m_key;
    FleetStore &m_fleet;
    bool m_isStopped = false;
};

} // namespace Sandglass
