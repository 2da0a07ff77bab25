// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/sessions/filessession.h>
#include <app/transfers/fileacts.h>

namespace Sandglass {

namespace {

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.left(slash);
}

} // namespace

std::string pathBelow(const QByteArray &directory, const std::string &name)
{
    return directory.endsWith('/') ? directory.toStdString() + name
                                   : directory.toStdString() + "/" + name;
}

FileActs::FileActs(FilesSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    // Nothing is sent to a sandbox that is paused or gone.
    connect(&session, &FilesSession::stateChanged, this, [this] {
        if (m_session.state() == FilesSession::State::Closed) {
            m_change = {};
            m_removal = {};
            m_toRemove.clear();
        }
    });
}

FileActs::~FileActs() = default;

void FileActs::rename(const QByteArray &path, const QByteArray &newName, Done done)
{
    if (!m_session.api()) {
        done(std::unexpected(m_session.closed().words));
        return;
    }
    const std::string target = pathBelow(parentOf(path), newName.toStdString());
    m_change = m_session.api()->stat(
        target, [this, path, target, done = std::move(done)](const Result<FileEntry> &there) {
            if (there)
                done(std::unexpected(tr("This name is taken.")));
            else if (there.error().kind != Error::Kind::NotFound)
                done(std::unexpected(errorLine(there.error(), m_session.where())));
            else
                move(path, target, done);
        });
}

void FileActs::move(const QByteArray &path, const std::string &target, Done done)
{
    m_change = m_session.api()->move(
        {.source = path.toStdString(), .destination = target},
        [this, path, done = std::move(done)](const Result<FileEntry> &moved) {
            if (!moved) {
                done(std::unexpected(errorLine(moved.error(), m_session.where())));
                return;
            }
            Q_EMIT this->moved(path, *moved);
            done(QByteArray::fromStdString(moved->path));
        });
}

void FileActs::makeFolder(const QByteArray &directory, const QByteArray &name, Done done)
{
    if (!m_session.api()) {
        done(std::unexpected(m_session.closed().words));
        return;
    }
    m_change = m_session.api()->makeDirectory(
        pathBelow(directory, name.toStdString()),
        [this, done = std::move(done)](const Result<FileEntry> &made) {
            if (made) {
                Q_EMIT this->made(*made);
                done(QByteArray::fromStdString(made->path));
            } else if (made.error().kind == Error::Kind::Conflict) {
                done(std::unexpected(tr("This name is taken.")));
            } else {
                done(std::unexpected(errorLine(made.error(), m_session.where())));
            }
        });
}

void FileActs::remove(const QList<QByteArray> &paths)
{
    m_toRemove.append(paths);
    if (!m_removal.isActive())
        removeNext();
}

void FileActs::removeNext()
{
    if (m_toRemove.isEmpty())
        return;
    const QByteArray path = m_toRemove.takeFirst();
    if (!m_session.api()) {
        m_toRemove.clear();
        Q_EMIT removeFailed(path, m_session.closed().words);
        return;
    }
    m_removal = m_session.api()->remove(path.toStdString(), [this, path](const Result<void> &done) {
        if (done)
            Q_EMIT removed(path);
        else
            Q_EMIT removeFailed(path, errorLine(done.error(), m_session.where()));
        removeNext();
    });
}

} // namespace Sandglass
