// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <memory>

namespace Sandglass {

class FileActs;
class FileDesk;
class FilesFeed;
class FilesSession;

/// The files of one sandbox, over the whole pane. Sends nothing before it is activated. All that it
/// is given is borrowed.
class FilesPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesPane)

public:
    FilesPane(FilesSession &session, FileActs &acts, FileDesk &desk, QWidget *parent = nullptr);
    ~FilesPane() override;

    /// It is looked at.
    void activate();

Q_SIGNALS:
    void openRequested(const QByteArray &path);
    void resumeRequested();
    void told(const QString &title, const QString &words);

private:
    FilesSession &m_session;
    std::unique_ptr<FilesFeed> m_feed;
};

} // namespace Sandglass
