// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/downloadoperation.h>
#include <app/transfers/freename.h>
#include <client/filetransfers.h>
#include <client/localname.h>
#include <models/displaytext.h>

#include <QtCore/QDir>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace Sandglass {

DownloadOperation::DownloadOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent)
    : QObject(parent),
      m_transfers(transfers),
      m_api(std::move(api))
{
    connect(&m_batch, &TransferBatch::progressed, this, &DownloadOperation::progressed);
    connect(&m_batch, &TransferBatch::finished, this, [this](TransferOutcome outcome) {
        outcome.place = displayText(QDir::toNativeSeparators(m_root));
        outcome.localPath = m_root;
        Q_EMIT finished(outcome);
    });
}

DownloadOperation::~DownloadOperation() = default;

void DownloadOperation::startInto(const QString &localFolder, const FileEntry &entry)
{
    const QDir folder(localFolder);
    const QString name = freeName(safeLocalName(entry.name), [&folder](const QString &name) {
        return QFileInfo::exists(folder.filePath(name)) ||
               QFileInfo(folder.filePath(name)).isSymLink();
    });
    m_root = folder.filePath(name);
    if (entry.type == FileType::Unknown) {
        m_batch.addSkipped(displayText(entry.path));
        m_batch.close();
        return;
    }
    if (entry.type != FileType::Directory) {
        addFile(entry, m_root, Replace::Never);
        m_batch.close();
        return;
    }
    if (!folder.mkdir(name)) {
        m_batch.addFailure(name, Error{.kind = Error::Kind::Io,
                                       .detail = "the folder cannot be made on this computer"});
        m_batch.close();
        return;
    }
    m_folders.push_back({entry.path, m_root});
    listNext();
}

void DownloadOperation::startAs(const QString &localPath, const FileEntry &entry, Replace replace)
{
    m_root = localPath;
    addFile(entry, localPath, replace);
    m_batch.close();
}

void DownloadOperation::listNext()
{
    if (m_folders.empty()) {
        m_batch.close();
        return;
    }
    m_list = m_api.list({.path = m_folders.front().remotePath},
                        [this](const Result<std::vector<FileEntry>> &entries) {
                            const Folder folder = std::move(m_folders.front());
                            m_folders.pop_front();
                            if (entries)
                                take(folder, *entries);
                            else
                                m_batch.addFailure(displayText(folder.remotePath), entries.error());
                            listNext();
                        });
}

void DownloadOperation::take(const Folder &folder, const std::vector<FileEntry> &entries)
{
    const QDir local(folder.localPath);
    // The folder is new, so names are taken by what came before only.
    QSet<QString> taken;
    for (const FileEntry &entry : entries) {
        const QString name = freeName(safeLocalName(entry.name), [&taken](const QString &name) {
            return taken.contains(name);
        });
        taken.insert(name);
        const bool isLink = entry.symlinkTarget.has_value();
        if (entry.type == FileType::Directory && !isLink) {
            if (local.mkdir(name))
                m_folders.push_back({entry.path, local.filePath(name)});
            else
                m_batch.addFailure(displayText(entry.path),
                                   Error{.kind = Error::Kind::Io,
                                         .detail = "the folder cannot be made on this computer"});
        } else if (entry.type == FileType::File) {
            addFile(entry, local.filePath(name), Replace::Never);
        } else {
            m_batch.addSkipped(displayText(entry.path));
        }
    }
}

void DownloadOperation::addFile(const FileEntry &entry, const QString &localPath, Replace replace)
{
    m_batch.add(displayText(entry.path), entry.size,
                [this, remote = entry.path, localPath, replace] {
                    return m_transfers.download(m_api.address(), remote, localPath, replace);
                });
}

} // namespace Sandglass
