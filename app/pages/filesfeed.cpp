// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/operations/resumetext.h>
#include <app/pages/filesfeed.h>
#include <app/sessions/filessession.h>
#include <app/transfers/fileacts.h>
#include <app/transfers/filedesk.h>
#include <models/displaytext.h>
#include <widgets/filesview.h>

#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>

namespace Sandglass {

FilesFeed::FilesFeed(FilesSession &session, FileActs &acts, FileDesk &desk, Form form,
                     QObject *parent)
    : QObject(parent),
      m_session(session),
      m_acts(acts),
      m_desk(desk),
      m_form(form),
      m_view(new FilesView(m_files, desk.transfers())),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
{
    m_view->setCompact(form == Form::Dock);
    wireTree();
    wireView();
    wireTransfers();
    wireActs();
    connect(&session, &FilesSession::stateChanged, this, &FilesFeed::showState);
    showState();
}

FilesFeed::~FilesFeed()
{
    delete m_view; // it looks at the tree
}

FilesView *FilesFeed::view() const
{
    return m_view;
}

void FilesFeed::wireTree()
{
    m_files.setErrorText(
        [this](const Error &error) { return errorLine(error, m_session.where()); });
    connect(&m_acts, &FileActs::made, &m_files, &FileTreeModel::takeEntry);
    connect(&m_acts, &FileActs::moved, &m_files, &FileTreeModel::takeMoved);
    connect(&m_acts, &FileActs::removed, &m_files, &FileTreeModel::takeRemoved);
    // The watch says so as well, where there is one, but who asks to see it now shall see it.
    connect(&m_desk, &FileDesk::uploaded, &m_files, [this](const QByteArray &directory) {
        if (const QModelIndex shown = m_files.indexOf(directory); shown.isValid())
            m_files.refresh(shown);
    });
}

void FilesFeed::wireView()
{
    connect(m_view, &FilesView::openRequested, this, &FilesFeed::openRequested);
    connect(m_view, &FilesView::messageActionRequested, this, &FilesFeed::actOnMessage);
    connect(m_view, &FilesView::copyPathRequested, this, [](const QList<QByteArray> &paths) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(paths.join('\n')));
    });
}

void FilesFeed::wireActs()
{
    // The one of two views that asks hears what came of it.
    const auto take = [feed = QPointer(this)](const std::expected<QByteArray, QString> &path) {
        if (feed)
            feed->takeEdit(path);
    };
    connect(m_view, &FilesView::renameRequested, this,
            [this, take](const QByteArray &path, const QByteArray &name) {
                m_acts.rename(path, name, take);
            });
    connect(m_view, &FilesView::newFolderRequested, this,
            [this, take](const QByteArray &directory, const QByteArray &name) {
                m_acts.makeFolder(directory, name, take);
            });
    connect(m_view, &FilesView::removeRequested, &m_acts, &FileActs::remove);
    connect(&m_acts, &FileActs::removeFailed, this,
            [this](const QByteArray &path, const QString &words) {
                if (m_view->isVisible())
                    Q_EMIT told(tr("%1 was not removed").arg(displayText(path.toStdString())),
                                words);
            });
}

void FilesFeed::takeEdit(const std::expected<QByteArray, QString> &path)
{
    if (path)
        m_view->finishEdit(*path);
    else
        m_view->refuseEdit(path.error());
}

void FilesFeed::wireTransfers()
{
    connect(m_view, &FilesView::uploadRequested, this, &FilesFeed::askWhatToUpload);
    connect(m_view, &FilesView::dropped, this,
            [this](const QList<QUrl> &files, const QByteArray &directory) {
                QStringList paths;
                for (const QUrl &file : files) {
                    if (file.isLocalFile())
                        paths.append(file.toLocalFile());
                }
                upload(paths, directory);
            });
    connect(m_view, &FilesView::downloadRequested, this, &FilesFeed::askWhereTo);
    connect(m_view, &FilesView::cancelRequested, &m_desk, &FileDesk::cancel);
    connect(m_view, &FilesView::retryRequested, &m_desk, &FileDesk::retry);
    connect(m_view, &FilesView::revealRequested, this, &FilesFeed::showInFolder);
}

void FilesFeed::showState()
{
    switch (m_session.state()) {
    case FilesSession::State::Idle:
        if (m_view->isVisible())
            m_session.open();
        return;
    case FilesSession::State::Opening:
        return;
    case FilesSession::State::Open:
        m_files.setRoots(m_session.roots());
        m_files.setSource(m_session.api());
        m_view->clearMessage();
        m_view->setReadOnly(m_session.api()->address().permitted == Access::Observe
                                ? tr("This connection only observes: nothing may be changed.")
                                : QString());
        return;
    case FilesSession::State::Closed:
        m_files.setSource(std::nullopt);
        showClosed();
        return;
    }
}

void FilesFeed::showClosed()
{
    using Kind = FilesMessage::Kind;
    using Why = SandboxLookUp::Closed::Why;
    const SandboxLookUp::Closed &closed = m_session.closed();
    switch (closed.why) {
    case Why::Paused: {
        // A dock has no room for what it costs, so its button asks.
        const QString label = m_form == Form::Dock ? tr("Resume…") : resumeLabel();
        m_view->setMessage({Kind::Paused, tr("This sandbox is paused"), closed.words,
                            closed.mayResume ? label : QString()});
        return;
    }
    case Why::Resuming:
        m_view->setMessage({Kind::Paused, tr("This sandbox is being resumed"), closed.words, {}});
        return;
    case Why::NotRunning:
        m_view->setMessage({Kind::Gone, tr("This sandbox is not running"), closed.words, {}});
        return;
    case Why::Failed:
        m_view->setMessage(
            {Kind::Failed, tr("The files cannot be looked at"), closed.words, tr("Try again")});
        return;
    }
}

void FilesFeed::actOnMessage()
{
    if (!m_session.closed().mayResume)
        m_session.open();
    else if (m_form == Form::Dock)
        askAboutResuming();
    else
        Q_EMIT resumeRequested();
}

void FilesFeed::upload(const QStringList &localPaths, const QByteArray &directory)
{
    m_desk.upload(localPaths, directory,
                  [feed = QPointer(this)](const QString &where, const QStringList &names) {
                      if (feed)
                          feed->askAboutTaken(where, names);
                  });
}

void FilesFeed::showInFolder(quint64 transfer)
{
    if (const QString path = m_desk.localPathOf(transfer); !path.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    else if (const QByteArray remote = m_desk.remotePathOf(transfer); !remote.isEmpty())
        m_view->reveal(remote);
}

QList<FileEntry> FilesFeed::entriesOf(const QList<QByteArray> &paths) const
{
    QList<FileEntry> entries;
    for (const QByteArray &path : paths) {
        const QModelIndex index = m_files.indexOf(path);
        if (!index.isValid())
            continue;
        auto entry = index.data(EntryRole).value<FileEntry>();
        entry.path = path.toStdString(); // the tree keeps names alone
        entries.append(std::move(entry));
    }
    return entries;
}

} // namespace Sandglass
