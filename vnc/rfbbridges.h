// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QThread>

namespace Sandglass {

/// The one thread on which the bytes of all remote desktops move between the network and their
/// decoders, and the place of that decoder. Built once by the app, in the GUI thread, and destroyed
/// after all sessions; destroying it ends what is still saying goodbye.
class RfbBridges final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbBridges)

public:
    /// `helperPath` is the program `sandglass-rfb`. Without one every session ends with NoHelper:
    /// nothing is ever decoded in this process.
    explicit RfbBridges(QString helperPath, QObject *parent = nullptr);
    ~RfbBridges() override;

    /// Beside the running program, where it is installed or was built. Empty when it is nowhere.
    [[nodiscard]] static QString findHelper();

    [[nodiscard]] const QString &helperPath() const { return m_helperPath; }
    /// Where the bridges' sockets live.
    [[nodiscard]] QThread &thread() { return m_thread; }

private:
    QString m_helperPath;
    QThread m_thread;
};

} // namespace Sandglass
