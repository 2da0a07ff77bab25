// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <expected>
#include <functional>
#include <string>

namespace Sandglass {

class FilesSession;
struct FileEntry;

/// A path below a directory of a sandbox.
[[nodiscard]] std::string pathBelow(const QByteArray &directory, const std::string &name);

/// What is done with the files of one sandbox where they are: new names, new folders, removal.
/// Nothing is overwritten. Borrows the session; GUI
/// thread.
class FileActs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileActs)

public:
    explicit FileActs(FilesSession &session, QObject *parent = nullptr);
    ~FileActs() override;

    /// The path that there is now, or why there is none, in words. A later act takes the place of
    /// one that has not ended, which then stays silent.
    using Done = std::function<void(const std::expected<QByteArray, QString> &)>;

    void rename(const QByteArray &path, const QByteArray &newName, Done done);
    void makeFolder(const QByteArray &directory, const QByteArray &name, Done done);
    /// With all that is below them.
    void remove(const QList<QByteArray> &paths);

Q_SIGNALS:
    /// What the sandbox has confirmed, before whoever asked hears of it.
    void made(const Sandglass::FileEntry &entry);
    void moved(const QByteArray &from, const Sandglass::FileEntry &entry);
    void removed(const QByteArray &path);
    /// The others are removed nevertheless.
    void removeFailed(const QByteArray &path, const QString &words);

private:
    void move(const QByteArray &path, const std::string &target, Done done);
    void removeNext();

    FilesSession &m_session;
    QList<QByteArray> m_toRemove;
    // Last: their handlers look at what is above.
    Request m_change;
    Request m_removal;
};

} // namespace Sandglass
