// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runwords.h>
#include <widgets/editorbuffer.h>

#include <QtWidgets/QWidget>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace Sandglass {

class Badge;
class IconLabel;
class Label;

/// The row of buttons above the editor: what is done with the code, in which context, and how the
/// last run went.
class EditorToolBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorToolBar)

public:
    explicit EditorToolBar(QWidget *parent = nullptr);

    /// `reason` is the tooltip of Run while nothing can be run.
    void setState(RunState state, const QString &reason);
    /// What came of the last run, while none runs; "Running 3 s" while one does.
    void setFacts(const RunFacts &facts, std::chrono::milliseconds uptime);
    void setContexts(const QList<EditorContext> &contexts);
    void setLanguages(const QList<EditorLanguage> &languages);
    void setContext(const QString &id); ///< empty: none chosen yet
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] bool canRun() const;
    [[nodiscard]] bool canStop() const;
    [[nodiscard]] bool canRestart() const;

Q_SIGNALS:
    void runRequested();
    void runCellRequested();
    void stopRequested();
    void restartRequested();
    void contextChosen(const QString &id);
    void newContextRequested(const QString &language);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRow();
    void fillContexts();
    void contextActivated(int index);
    void showState();
    void fit();

    QToolButton *m_run;
    Badge *m_runKey;
    QToolButton *m_runCell;
    QToolButton *m_stop;
    QToolButton *m_restart;
    Label *m_contextName;
    QComboBox *m_context;
    IconLabel *m_stateIcon;
    Label *m_stateText;
    Label *m_age;
    QHBoxLayout *m_row;
    RunState m_state = RunState::Idle;
    RunFacts m_facts;
    std::chrono::milliseconds m_uptime{};
    QList<EditorContext> m_contexts;
    QList<EditorLanguage> m_languages;
    QString m_chosen;
};

} // namespace Sandglass
