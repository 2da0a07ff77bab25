// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/editorfile.h>
#include <app/errortext.h>
#include <app/sessions/filessession.h>

namespace Sandglass {

namespace {

/// It is emitting: let it return first.
template<typename Operation>
void leave(std::unique_ptr<Operation> &operation)
{
    operation.release()->deleteLater();
}

} // namespace

EditorFile::EditorFile(QByteArray path, std::optional<FileStamp> stamp, FilesSession &files,
                       FileTransfers &transfers, QObject *parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_stamp(stamp),
      m_files(files),
      m_transfers(transfers)
{
    // Nothing is sent to a sandbox that is paused or gone.
    connect(&files, &FilesSession::stateChanged, this, [this] {
        if (m_files.state() != FilesSession::State::Closed)
            return;
        if (std::exchange(m_saving, nullptr))
            Q_EMIT saveFailed(m_files.closed().words);
        if (std::exchange(m_reading, nullptr))
            Q_EMIT reloadFailed(m_files.closed().words);
    });
}

EditorFile::~EditorFile() = default;

void EditorFile::save(const QByteArray &content, int revision)
{
    write(content, revision, false);
}

void EditorFile::overwrite(const QByteArray &content, int revision)
{
    write(content, revision, true);
}

void EditorFile::write(const QByteArray &content, int revision, bool overwrites)
{
    if (!m_files.api()) {
        Q_EMIT saveFailed(m_files.closed().words);
        return;
    }
    m_saving = std::make_unique<SaveFileOperation>(m_transfers, *m_files.api());
    connect(m_saving.get(), &SaveFileOperation::saved, this,
            [this, revision](const FileStamp &stamp, bool notKept) {
                leave(m_saving);
                m_stamp = stamp;
                Q_EMIT saved(revision, notKept);
            });
    connect(m_saving.get(), &SaveFileOperation::changedMeanwhile, this, [this] {
        leave(m_saving);
        Q_EMIT conflicted();
    });
    connect(m_saving.get(), &SaveFileOperation::failed, this, [this](const Error &error) {
        leave(m_saving);
        Q_EMIT saveFailed(errorLine(error, m_files.where()));
    });
    if (overwrites)
        m_saving->overwrite(m_path.toStdString(), content);
    else
        m_saving->start(m_path.toStdString(), content, m_stamp);
}

void EditorFile::reload()
{
    if (!m_files.api()) {
        Q_EMIT reloadFailed(m_files.closed().words);
        return;
    }
    m_reading = std::make_unique<OpenFileOperation>(m_transfers, *m_files.api());
    connect(m_reading.get(), &OpenFileOperation::opened, this,
            [this](const QByteArray &content, const FileStamp &stamp) {
                leave(m_reading);
                m_stamp = stamp;
                Q_EMIT reloaded(content);
            });
    connect(m_reading.get(), &OpenFileOperation::failed, this, [this](const Error &error) {
        leave(m_reading);
        Q_EMIT reloadFailed(errorLine(error, m_files.where()));
    });
    m_reading->start(m_path.toStdString());
}

} // namespace Sandglass
