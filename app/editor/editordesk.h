// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/editorfile.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>
#include <memory>

namespace Sandglass {

class CodeRunner;
class CodeSession;
struct CodeContext;
class EditorView;
class FileTransfers;
class FilesSession;

/// The buffers of one sandbox's editor: opens and saves files, runs code, and tells the view what
/// became of it. Borrows all it is given; GUI thread.
class EditorDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorDesk)

public:
    EditorDesk(EditorView &view, FilesSession &files, CodeSession &code, FileTransfers &transfers,
               QObject *parent = nullptr);
    ~EditorDesk() override;

    /// In front; read unless it is open already. Relative paths begin in the home directory, as
    /// does "~/". `line` from 0; negative for none.
    void openFile(const QByteArray &path, int line = -1);
    /// A text without a file, with something to run in it.
    void addSample();
    void addEmpty();
    /// Under a name in the sandbox; asks before it replaces something.
    void saveAs(quint64 buffer, const QByteArray &path);
    [[nodiscard]] QStringList unsaved() const; ///< titles
    /// "Python, main.py": what a context is called in a list.
    [[nodiscard]] QString contextTitle(const CodeContext &context) const;

Q_SIGNALS:
    void openFailed(const QByteArray &path, const QString &words);
    /// A text without a file is to be saved; `name` is proposed.
    void pathRequested(quint64 buffer, const QString &name);
    void titleChanged(quint64 buffer);
    /// Something worth knowing that stopped nothing.
    void noticed(const QString &words);

private:
    struct Buffer {
        QString title;
        QString language; ///< of the interpreter
        std::unique_ptr<CodeRunner> runner;
        std::unique_ptr<EditorFile> file; ///< null: it has none yet
        bool closesWhenSaved = false;
    };

    [[nodiscard]] QByteArray absolute(const QByteArray &path) const;
    void wireFiles();
    void wireRuns();
    quint64 add(const QString &title, const QByteArray &path, const QByteArray &text,
                const QString &language);
    void take(const QByteArray &path, const QByteArray &content, const FileStamp &stamp);
    void giveFile(quint64 id, const QByteArray &path, std::optional<FileStamp> stamp);
    void save(quint64 id);
    void close(quint64 id);
    void run(quint64 id, const QString &code, int firstLine, const QString &title);
    void showState(quint64 id);
    [[nodiscard]] Buffer *find(quint64 id);
    [[nodiscard]] static QString languageOf(const QString &title);

    EditorView &m_view;
    FilesSession &m_files;
    CodeSession &m_code;
    FileTransfers &m_transfers;
    quint64 m_latestId = 0;
    int m_untitled = 0;
    std::map<QByteArray, int> m_opening; ///< path to the line that is wanted
    std::map<quint64, Buffer> m_buffers;
    std::map<QByteArray, std::unique_ptr<OpenFileOperation>> m_reads; ///< last: goes first
};

} // namespace Sandglass
