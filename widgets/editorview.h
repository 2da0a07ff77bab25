// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/codetraceback.h>
#include <widgets/codelanguages.h>
#include <widgets/editorbuffer.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QKeyEvent;
class QSplitter;
class QStackedWidget;
class QUrl;

namespace Sandglass {

class EditorPage;
class EditorResults;
class EditorStatusRow;
class EditorTabs;
class EditorToolBar;
class EmptyPage;

/// The Editor tab of a sandbox: buffers with their code at one side, what came of running it at the
/// other (below it where the window is narrow). Tells what the user wants; the application does it
/// and says what came of it. Ctrl+Enter runs, Shift+Enter runs a cell, Ctrl+. stops, Ctrl+Shift+.
/// restarts, Ctrl+S saves, Ctrl+W closes, Ctrl+F, Ctrl+H and Ctrl+L find, replace and go to a line.
class EditorView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorView)

public:
    /// Of a window of 1200 with the files beside it.
    static constexpr int narrow = 950;

    explicit EditorView(QWidget *parent = nullptr);
    ~EditorView() override;

    /// Opens it, current, and returns its place in the row of tabs.
    int addBuffer(const EditorBuffer &buffer);
    /// Its RunModel may go right after this.
    void removeBuffer(quint64 id);
    void setCurrentBuffer(quint64 id);
    [[nodiscard]] quint64 currentBuffer() const; ///< 0: none is open
    [[nodiscard]] QList<quint64> buffers() const;
    [[nodiscard]] quint64 bufferOf(const QByteArray &path) const; ///< 0: not open

    [[nodiscard]] QByteArray bytes(quint64 id) const; ///< what saving writes
    [[nodiscard]] int revision(quint64 id) const;     ///< of bytes(), for setSaved
    [[nodiscard]] bool isModified(quint64 id) const;
    void setBufferFile(quint64 id, const QString &title, const QByteArray &path);
    void setBufferText(quint64 id, const QByteArray &bytes); ///< after Reload
    void setSaving(quint64 id);
    /// `revision`: of the bytes that were written. What was typed since then stays unsaved.
    void setSaved(quint64 id, int revision);
    void setSaveFailed(quint64 id, const QString &words);
    void setSaveConflict(quint64 id); ///< the file was changed in the sandbox; asks what to do

    void setBufferState(quint64 id, RunState state);
    void setBufferContext(quint64 id, const QString &contextId);
    void setContexts(const QList<EditorContext> &contexts);
    void setLanguages(const QList<EditorLanguage> &languages);
    /// For all buffers; nothing: code can be run (again).
    void setUnavailable(const std::optional<EditorUnavailable> &why);

    void requestClose(quint64 id) { askToClose(id); } ///< as the tab's button does
    void goTo(quint64 id, int line, int column = 0);  ///< from 0
    [[nodiscard]] EditorPage *page(quint64 id) const;
    [[nodiscard]] EditorToolBar &toolBar() const { return *m_toolBar; }
    [[nodiscard]] EditorResults &results() const { return *m_results; }
    [[nodiscard]] EditorTabs &tabs() const { return *m_tabs; }

Q_SIGNALS:
    /// `firstLine` from 0: where the code begins in the buffer. `title` for RunStart.
    void runRequested(quint64 id, const QString &code, int firstLine, const QString &title);
    void stopRequested(quint64 id);
    void restartRequested(quint64 id);
    void saveRequested(quint64 id);
    void overwriteRequested(quint64 id);
    void reloadRequested(quint64 id);
    void saveAndCloseRequested(quint64 id);
    void closeRequested(quint64 id); ///< nothing unsaved would be lost, or the user wants to
    void newBufferRequested();
    void contextChosen(quint64 id, const QString &contextId);
    void newContextRequested(quint64 id, const QString &language);
    void currentBufferChanged(quint64 id);
    void unavailableActionRequested();
    /// A place of a traceback in a file that is not open; `line` from 0.
    void fileRequested(const QByteArray &path, int line);
    void linkRequested(const QUrl &address);
    void saveResultRequested(const QByteArray &bytes, const QString &name);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLayout();
    void connectTools();
    void connectPage(EditorPage &page);
    void connectResults();
    [[nodiscard]] EditorPage *current() const { return page(currentBuffer()); }
    [[nodiscard]] bool handleKey(const QKeyEvent &event, bool act);
    void run();
    void runCell();
    void stop();
    void save();
    void restart();
    void askToClose(quint64 id);
    void showBuffer();
    void showRunState();
    void updatePage(EditorPage &page);
    void markError(EditorPage &page);
    void activateFrame(quint64 entry, const TracebackFrame &frame);
    void fitOrientation();

    CodeLanguages m_languages;
    EditorToolBar *m_toolBar;
    QSplitter *m_splitter;
    EditorTabs *m_tabs;
    QStackedWidget *m_pages;
    EmptyPage *m_none; ///< while no text is open
    EditorStatusRow *m_status;
    EditorResults *m_results;
    QHash<quint64, EditorPage *> m_pageOf;
    std::optional<EditorUnavailable> m_unavailable;
    bool m_isFitted = false;
    QTimer m_tick; ///< "12 s ago"
};

} // namespace Sandglass
