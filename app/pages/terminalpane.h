// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Sandglass {

class Banner;
class TerminalFindBar;
class TerminalSession;
class TerminalView;

/// One terminal: what its session has to say, above the view of its surface. Owns the session until
/// it is closed.
class TerminalPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPane)

public:
    explicit TerminalPane(TerminalSession *session, QWidget *parent = nullptr);
    ~TerminalPane() override;

    [[nodiscard]] TerminalSession *session() const { return m_session; }
    [[nodiscard]] TerminalView *view() const { return m_view; }

Q_SIGNALS:
    void titleChanged(const QString &title);
    /// The shell ended and the person wants another in its place.
    void anotherRequested();
    /// The sandbox is paused and is to run again, as the words beside the button say.
    void resumeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showState();

    TerminalSession *m_session;
    Banner *m_banner;
    TerminalFindBar *m_find;
    TerminalView *m_view;
};

} // namespace Sandglass
