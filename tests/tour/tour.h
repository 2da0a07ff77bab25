// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/appcontext.h>
#include <app/mainwindow.h>
#include <tests/tour/slotwatch.h>

#include <QtCore/QDir>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>

class QAbstractButton;

namespace Sandglass {

class DesktopView;
class FleetView;
class TerminalPane;
enum class RunPhase;
enum class TransferState;

/// Drives the real window with keys and mouse as a person would, from the first start to the last
/// kill, against the real local host, and keeps a picture of every step. A step that does not come
/// true in time ends it.
class Tour final
{
public:
    Tour(SlotWatch &application, const QDir &pictures);
    ~Tour();

    /// False when a step failed; what it was is printed.
    [[nodiscard]] bool run();

private:
    void startHere();
    void watchCharts();
    void useTerminal();
    void runFullScreenProgram();
    void createAnother();
    void extend();
    void tryWrongConnection();
    void runCode();
    void jumpToError();
    void transferFiles();
    void sendAndGetBack();
    void editAndSave();
    void openDesktop();
    void driveDesktop();
    void pictureDesktop();
    void handBack();
    void showWorkspace();
    void showDark();
    void kill();

    void step(const QString &name, const std::function<void()> &what);
    /// Waits until it is true; a failure names `what`.
    void expect(const QString &what, const std::function<bool()> &condition, int seconds = 20);
    void picture(const QString &name);
    void click(QWidget *widget);
    enum class Match { Whole, Contained };
    void clickButton(const QString &text, Match match = Match::Whole);
    void chooseTab(int tab); ///< of the sandbox that is shown
    void expectRun(RunPhase phase);
    void answerFileDialog(const QString &path);
    [[nodiscard]] bool hasTransfer(TransferState state) const; ///< the latest one
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void command(const QString &line);

    void clickDesktop(QPoint remote);
    void typeOnDesktop(const QString &text);
    /// A rough count; a desktop that has not drawn itself yet has few.
    [[nodiscard]] static int coloursOf(const DesktopView *view);
    /// What a file of a sandbox holds; empty when it is not there.
    [[nodiscard]] QByteArray fileOf(const QString &sandbox, const std::string &path) const;

    [[nodiscard]] DesktopView *desktop() const;
    [[nodiscard]] FleetView *fleet() const;
    [[nodiscard]] TerminalPane *terminal() const;
    [[nodiscard]] QString terminalText() const;
    [[nodiscard]] QWidget *dialog() const;
    /// Whether the words stand in a label that can be seen.
    [[nodiscard]] static bool shows(const QWidget *parent, const QString &words);
    [[nodiscard]] const FleetEntry *entryNamed(const QString &name) const;
    [[nodiscard]] QWidget *target() const; ///< what keys go to

    SlotWatch &m_application;
    QDir m_pictures;
    int m_number = 0;
    QString m_failure;
    QTemporaryDir m_folder; ///< files that go to the sandbox and come back
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Sandglass
