// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <memory>

class QStackedWidget;

namespace Sandglass {

class DetailHeader;
class EditorPane;
class FilesPane;
class OverviewFeed;
class OverviewView;
class SandboxWork;
class ScreenPane;
class TerminalTabs;
struct AppContext;

/// Everything about one sandbox: its header, and below it the overview, the terminals, the editor,
/// the files or the screen. Looking at it sends nothing that changes the sandbox; a terminal is
/// opened when it is asked for. Borrows the context.
class SandboxPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxPane)

public:
    enum Tab { Overview, Terminal, Editor, Files, Screen };

    SandboxPane(QString key, AppContext &context, QWidget *parent = nullptr);
    ~SandboxPane() override;

    [[nodiscard]] const QString &key() const { return m_key; }
    void setKey(const QString &key);
    void showTab(Tab tab);
    /// Shows the terminals, with one open.
    void activateTerminal();
    void openAnotherTerminal();
    void activateEditor();
    void activateFiles();
    void activateScreen();
    /// Closes the terminal or the text in front; false when none is.
    bool closeInner();
    /// Texts of the editor that closing it would lose.
    [[nodiscard]] QStringList unsaved() const;
    /// Files and folders on their way, which closing it would break off.
    [[nodiscard]] int transfersUnderWay() const;
    /// Mouse and keyboard of its screen are in a person's hands.
    [[nodiscard]] bool isDriving() const;
    /// Somebody works in it: it is to stay when another sandbox is looked at.
    [[nodiscard]] bool isInUse() const;

Q_SIGNALS:
    void closeRequested();
    void newSandboxRequested(const QString &templateName);
    /// In passing: something did not come about.
    void told(const QString &icon, const QString &title, const QString &words);
    void screenshotSaved(const QString &path);
    /// Mouse and keyboard of its screen are in a person's hands, or not any more.
    void drivingChanged(bool driving);
    void killRequested(const QRect &anchor);

private:
    void wire();
    void activate(int tab);
    void refresh();
    /// At once: what asked for it said what it costs.
    void resume();
    void tellRisk(const QString &title, const QString &words);
    [[nodiscard]] SandboxWork &work();
    [[nodiscard]] EditorPane &editor();
    [[nodiscard]] FilesPane &files();
    [[nodiscard]] ScreenPane &screen();
    /// The shortest range that holds all of it: a young sandbox would be a dot at the edge of an
    /// hour.
    void showWholeLife();

    QString m_key;
    AppContext &m_context;
    DetailHeader *m_header;
    QStackedWidget *m_stack;
    OverviewView *m_overview;
    TerminalTabs *m_terminals;
    EditorPane *m_editor = nullptr; ///< these three are made when they are first wanted
    FilesPane *m_files = nullptr;
    ScreenPane *m_screen = nullptr;
    std::unique_ptr<OverviewFeed> m_feed;
    std::unique_ptr<SandboxWork> m_work;
};

} // namespace Sandglass
