// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbsession.h>

#include <QtWidgets/QMainWindow>

#include <memory>

namespace Sandglass {

class DesktopPanel;
class ScreenDriver;

/// A plain viewer of one RFB server, with no sandbox behind it: `sandglass vnc://HOST:PORT`. View
/// only until control is taken, like every screen. Borrows the bridges.
class ViewerWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewerWindow)

public:
    ViewerWindow(RfbBridges &bridges, RfbEndpoint endpoint);
    ~ViewerWindow() override;

    [[nodiscard]] DesktopPanel &panel() { return *m_panel; }
    [[nodiscard]] RfbSession &remote() { return m_remote; }

private:
    void open();
    void showState();
    void showEnd();
    void showTitle();

    RfbEndpoint m_endpoint;
    QString m_place; ///< "HOST:PORT"
    RfbSession m_remote;
    DesktopPanel *m_panel;
    std::unique_ptr<ScreenDriver> m_driver;
};

} // namespace Sandglass
