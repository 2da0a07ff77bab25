// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/desktopsession.h>

#include <QtWidgets/QWidget>

#include <memory>

namespace Sandglass {

class DesktopPanel;
class MutationCounter;
class ScreenDriver;

/// The screen of one sandbox. Sends nothing before it is activated, and nothing that changes the
/// sandbox before a person asks for it. All that it is given is borrowed.
class ScreenPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenPane)

public:
    ScreenPane(DesktopSession &session, MutationCounter &mutations, QWidget *parent = nullptr);
    ~ScreenPane() override;

    /// It is looked at.
    void activate();
    /// The sandbox's name, as it is shown.
    void setSubject(const QString &name);
    [[nodiscard]] ScreenDriver &driver() { return *m_driver; }

Q_SIGNALS:
    void newSandboxRequested(const QString &templateName);
    void resumeRequested();       ///< what it costs was said beside it
    void trafficTokenRequested(); ///< the same
    void told(const QString &icon, const QString &title, const QString &words);
    void screenshotSaved(const QString &path); ///< it is on the clipboard, too

private:
    void wire();
    void showState();
    void showMissing();
    [[nodiscard]] QString startWords() const;
    [[nodiscard]] static QString tokenWords();
    [[nodiscard]] QString closedTitle() const;
    void act();

    DesktopSession &m_session;
    DesktopPanel *m_panel;
    std::unique_ptr<ScreenDriver> m_driver;
};

} // namespace Sandglass
