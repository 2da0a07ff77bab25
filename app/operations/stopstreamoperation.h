// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/desktopcommand.h>

#include <QtCore/QString>

namespace Sandglass {

/// Ends the stream of a desktop for everybody who watches: the VNC server, and the WebSocket proxy
/// with it, so that the port is free for the next one. Display, session and programs go on. An act,
/// on an explicit request alone. Destroying it stops waiting. GUI thread.
class StopStreamOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopStreamOperation)

public:
    explicit StopStreamOperation(ProcessApi api, QObject *parent = nullptr);
    ~StopStreamOperation() override;

    void start();

Q_SIGNALS:
    /// Nothing streams, also when nothing did before.
    void finished();
    void failed(const QString &words);

private:
    void take(const Result<CommandOutcome> &outcome);

    DesktopCommand m_command;
};

} // namespace Sandglass
