// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QStackedWidget>

namespace Sandglass {

class SandboxPane;
struct AppContext;

/// The panes of the sandboxes that were looked at, one in front. There is one area: the fleet shows
/// it below the list, the workspace in full, so a sandbox opened anywhere is open everywhere. A
/// pane that was only glanced at goes when another comes; one that was opened or holds a terminal
/// stays until it is closed.
class SandboxArea final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxArea)

public:
    explicit SandboxArea(AppContext &context, QWidget *parent = nullptr);
    ~SandboxArea() override;

    /// Brings the sandbox's pane to the front.
    SandboxPane *glance(const QString &key);
    SandboxPane *open(const QString &key);
    void close(const QString &key);
    /// Ends what goes on in every pane, which may tell of it: to be done while listeners are whole.
    void clear();

    [[nodiscard]] QStringList openedKeys() const
    {
        return m_opened;
    } ///< in the order in which they were opened
    [[nodiscard]] QString currentKey() const; ///< empty without one
    [[nodiscard]] SandboxPane *currentPane() const;
    [[nodiscard]] SandboxPane *paneOf(const QString &key) const; ///< null without one
    [[nodiscard]] QList<SandboxPane *> panes() const;
    /// Of how many sandboxes a person holds mouse and keyboard.
    [[nodiscard]] int driven() const;

Q_SIGNALS:
    void openedChanged();
    void currentKeyChanged(const QString &key);
    /// By the pane's own button.
    void closeRequested(const QString &key);
    void killRequested(const QString &key, const QRect &anchor);
    void newSandboxRequested(const QString &templateName);
    void told(const QString &icon, const QString &title, const QString &words);
    void screenshotSaved(const QString &path);
    void drivingChanged();

private:
    SandboxPane *bringToFront(const QString &key);
    void dropGlanced(const SandboxPane *except);

    AppContext &m_context;
    QStringList m_opened;
};

} // namespace Sandglass
