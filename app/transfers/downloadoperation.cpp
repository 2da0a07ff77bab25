// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/downloadoperation.h>
#include <app/transfers/freename.h>
#include <client/filetransfers.h>
#include <client/localname.h>
#include <models/displaytext.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace Sandglass {

namespace {

// What an entry's paths may take before it counts for more than one.
constexpr qint64 pathUnit = 512;
// What a file is believed to have; a million such sizes can still be added up.
constexpr std::int64_t largestSize = std::int64_t(1) << 42;

Error cutOff(const std::string &why)
{
    return {.kind = Error::Kind::Policy, .detail = why + "; the rest was left out"};
}

} // namespace

DownloadOperation::DownloadOperation(FileTransfers &transfers, FilesystemApi api,
                                     const DownloadLimits &limits, QObject *parent)
    : QObject(parent),
      m_transfers(transfers),
      m_api(std::move(api)),
      m_limits(limits)
{
    connect(&m_batch, &TransferBatch::progressed, this, &DownloadOperation::progressed);
    connect(&m_batch, &TransferBatch::waitingFell, this, [this] {
        if (std::exchange(m_isHeld, false))
            listNext();
    });
    connect(&m_batch, &TransferBatch::finished, this, [this](TransferOutcome outcome) {
        outcome.place = displayText(QDir::toNativeSeparators(m_root));
        outcome.localPath = m_root;
        // First: it weighs more than a file that failed.
        if (m_isCutOff)
            outcome.failures.prepend(
                {displayText(QFileInfo(m_root).fileName()),
                 cutOff("a folder is downloaded up to " + std::to_string(m_limits.entries) +
                        " files and folders in it")});
        Q_EMIT finished(outcome);
    });
}

DownloadOperation::~DownloadOperation() = default;

void DownloadOperation::startInto(const QString &localFolder, const FileEntry &entry)
{
    const QDir folder(localFolder);
    const QString name = freeName(safeLocalName(entry.name), [&folder](const QString &tried) {
        return QFileInfo::exists(folder.filePath(tried)) ||
               QFileInfo(folder.filePath(tried)).isSymLink();
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
    m_folders.push_back({.remotePath = entry.path, .localPath = m_root});
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
    while (!m_folders.empty()) {
        if (m_batch.waiting() > m_limits.waitingFiles) {
            m_isHeld = true;
            return;
        }
        Folder folder = std::move(m_folders.back());
        m_folders.pop_back();
        if (makeFolder(folder)) {
            list(std::move(folder));
            return;
        }
    }
    m_batch.close();
}

bool DownloadOperation::makeFolder(const Folder &folder)
{
    if (QDir().mkdir(folder.localPath))
        return true;
    m_batch.addFailure(
        displayText(folder.remotePath),
        Error{.kind = Error::Kind::Io, .detail = "the folder cannot be made on this computer"});
    return false;
}

void DownloadOperation::list(Folder folder)
{
    const ListDirectory request{.path = folder.remotePath};
    m_list = m_api.list(
        request, [this, folder = std::move(folder)](const Result<std::vector<FileEntry>> &entries) {
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
    GivenNames names;
    for (const FileEntry &entry : entries) {
        const QString localPath = local.filePath(names.give(safeLocalName(entry.name)));
        if (!countIn(entry, localPath))
            return;
        takeOne(folder, entry, localPath);
    }
}

bool DownloadOperation::countIn(const FileEntry &entry, const QString &localPath)
{
    m_entries += 1 + (qint64(entry.path.size()) + localPath.size()) / pathUnit;
    if (m_entries <= m_limits.entries)
        return true;
    m_isCutOff = true;
    m_folders.clear();
    return false;
}

void DownloadOperation::takeOne(const Folder &folder, const FileEntry &entry,
                                const QString &localPath)
{
    const bool isLink = entry.symlinkTarget.has_value();
    if (entry.type == FileType::File)
        addFile(entry, localPath, Replace::Never);
    else if (entry.type != FileType::Directory || isLink)
        m_batch.addSkipped(displayText(entry.path));
    else if (folder.level + 1 < m_limits.levels)
        m_folders.push_back({entry.path, localPath, folder.level + 1});
    else
        m_batch.addFailure(displayText(entry.path),
                           cutOff("folders are downloaded up to " +
                                  std::to_string(m_limits.levels) + " levels deep"));
}

void DownloadOperation::addFile(const FileEntry &entry, const QString &localPath, Replace replace)
{
    m_batch.add(displayText(entry.path), std::clamp<std::int64_t>(entry.size, 0, largestSize),
                [this, remote = entry.path, localPath, replace] {
                    return m_transfers.download(m_api.address(), remote, localPath, replace);
                });
}

} // namespace Sandglass
