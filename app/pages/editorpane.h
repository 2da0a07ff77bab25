// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <memory>

class QSplitter;

namespace Sandglass {

class CodeSession;
class EditorDesk;
class EditorView;
class FileActs;
class FileDesk;
class FileTransfers;
class FilesFeed;
class FilesSession;

/// The editor of one sandbox with its files at the side. Sends nothing before it is activated. All
/// that it is given is borrowed.
class EditorPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorPane)

public:
    EditorPane(FilesSession &files, CodeSession &code, FileActs &acts, FileDesk &desk,
               FileTransfers &transfers, QWidget *parent = nullptr);
    ~EditorPane() override;

    /// It is looked at: opens the sessions, and a first text to run.
    void activate();
    void openFile(const QByteArray &path);
    [[nodiscard]] QStringList unsaved() const;
    /// Closes the text in front, after asking where something would be lost; false without one.
    bool closeBuffer();

Q_SIGNALS:
    /// There is no interpreter here: one with it is wanted.
    void newSandboxRequested(const QString &templateName);
    /// The sandbox is paused and is to run again, as the words beside the button say.
    void resumeRequested();
    void told(const QString &title, const QString &words);

private:
    void wire();
    void showCodeState();
    void showClosed();
    void showContexts();
    void retry();
    void askForPath(quint64 buffer, const QString &name);
    void askWhereToSave(const QByteArray &bytes, const QString &name);

    FilesSession &m_files;
    CodeSession &m_code;
    bool m_isUsed = false; ///< the first text is given once
    QSplitter *m_splitter;
    EditorView *m_view;
    std::unique_ptr<FilesFeed> m_dock;
    std::unique_ptr<EditorDesk> m_desk; ///< last: it looks at the view
};

} // namespace Sandglass
