// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <memory>

class QStackedWidget;

namespace Sandglass {

class DetailHeader;
class OverviewFeed;
class OverviewView;
class TerminalTabs;
struct AppContext;

/// Everything about one sandbox: its header, and below it the overview or the terminals. Looking at
/// it sends nothing that changes the sandbox; a terminal is opened when it is asked for. Borrows
/// the context.
class SandboxPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxPane)

public:
    enum Tab { Overview, Terminal };

    SandboxPane(QString key, AppContext &context, QWidget *parent = nullptr);
    ~SandboxPane() override;

    [[nodiscard]] const QString &key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] int terminalCount() const;
    void showTab(Tab tab);
    /// Shows the terminals, with one open.
    void activateTerminal();
    void openAnotherTerminal();
    /// Closes the terminal in front; false when none is.
    bool closeTerminal();

Q_SIGNALS:
    void closeRequested();
    void killRequested(const QRect &anchor);

private:
    void refresh();
    /// The shortest range that holds all of it: a young sandbox would be a dot at the edge of an
    /// hour.
    void showWholeLife();

    QString m_key;
    AppContext &m_context;
    DetailHeader *m_header;
    QStackedWidget *m_stack;
    OverviewView *m_overview;
    TerminalTabs *m_terminals;
    std::unique_ptr<OverviewFeed> m_feed;
};

} // namespace Sandglass
