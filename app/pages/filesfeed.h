// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/filetreemodel.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>

#include <expected>

class QFileDialog;
class QMessageBox;

namespace Sandglass {

class FileActs;
class FileDesk;
class FilesSession;
class FilesView;

/// Joins one view of a sandbox's files, with a tree of its own, to the session that feeds it and to
/// those who do what it asks for. Borrows them. The view belongs to the layout that takes it, but
/// goes with this at the latest.
class FilesFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesFeed)

public:
    enum class Form { Page, Dock };

    FilesFeed(FilesSession &session, FileActs &acts, FileDesk &desk, Form form,
              QObject *parent = nullptr);
    ~FilesFeed() override;

    [[nodiscard]] FilesView *view() const;
    [[nodiscard]] const FileDesk &desk() const { return m_desk; }

Q_SIGNALS:
    /// A file is to be opened in the editor.
    void openRequested(const QByteArray &path);
    /// The sandbox is paused and is to run again, as the words beside the button say.
    void resumeRequested();
    /// In passing: something did not come about.
    void told(const QString &title, const QString &words);

private:
    void wireView();
    void wireTransfers();
    void wireActs();
    void wireTree();
    void takeEdit(const std::expected<QByteArray, QString> &path);
    void showState();
    void showClosed();
    void actOnMessage();
    void askWhatToUpload(const QByteArray &directory);
    void upload(const QStringList &localPaths, const QByteArray &directory);
    void askWhereTo(const QList<QByteArray> &paths);
    [[nodiscard]] QFileDialog *makeDialog(const QString &title);
    void askFileName(const FileEntry &entry);
    void askAboutReplacing(const FileEntry &entry, const QString &path);
    void askAboutResuming();
    void askAboutTaken(const QString &directory, const QStringList &names);
    void showInFolder(quint64 transfer);
    [[nodiscard]] QList<FileEntry> entriesOf(const QList<QByteArray> &paths) const;

    FilesSession &m_session;
    FileActs &m_acts;
    FileDesk &m_desk;
    Form m_form;
    FileTreeModel m_files;
    QPointer<FilesView> m_view;
    QString m_folder; ///< of this computer: where the last dialog ended
    QPointer<QMessageBox> m_question;
};

} // namespace Sandglass
