// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/uploadoperation.h>
#include <client/filetransfers.h>
#include <models/displaytext.h>

#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Sandglass {

UploadOperation::UploadOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent)
    : QObject(parent),
      m_transfers(transfers),
      m_api(std::move(api))
{
    connect(&m_batch, &TransferBatch::progressed, this, &UploadOperation::progressed);
    connect(&m_batch, &TransferBatch::finished, this, [this](TransferOutcome outcome) {
        outcome.place = displayText(m_remotePath);
        Q_EMIT finished(outcome);
    });
    connect(&m_scanning, &QFutureWatcher<LocalScan>::finished, this, [this] {
        m_scan = m_scanning.result();
        for (const QString &skipped : std::as_const(m_scan.skipped))
            m_batch.addSkipped(skipped);
        if (m_scan.isFolder)
            m_scan.folders.prepend({});
        makeNextFolder();
    });
}

UploadOperation::~UploadOperation() = default;

void UploadOperation::start(const QString &localPath, std::string remotePath, Replace replace)
{
    m_remotePath = std::move(remotePath);
    m_replace = replace;
    m_scanning.setFuture(QtConcurrent::run(scanLocal, localPath));
}

void UploadOperation::makeNextFolder()
{
    if (m_foldersMade == m_scan.folders.size()) {
        sendFiles();
        return;
    }
    const QString folder = m_scan.folders.at(m_foldersMade++);
    m_makeFolder =
        m_api.makeDirectory(remotePathOf(folder), [this, folder](const Result<FileEntry> &made) {
            // One that is there is added to. Of a folder that cannot be made its files tell why.
            if (!made && made.error().kind != Error::Kind::Conflict)
                m_batch.addFailure(folder, made.error());
            makeNextFolder();
        });
}

void UploadOperation::sendFiles()
{
    for (const LocalScan::File &file : std::as_const(m_scan.files)) {
        const QString localPath =
            file.path.isEmpty() ? m_scan.root : m_scan.root + u'/' + file.path;
        m_batch.add(file.path.isEmpty() ? m_scan.root.section(u'/', -1) : file.path, file.size,
                    [this, localPath, remote = remotePathOf(file.path)] {
                        return m_transfers.upload(m_api.address(), localPath, remote, m_replace);
                    });
    }
    if (m_scan.isCutOff)
        m_batch.addFailure(m_scan.root.section(u'/', -1),
                           Error{.kind = Error::Kind::Policy,
                                 .detail = "a folder may hold at most a million entries"});
    m_batch.close();
}

std::string UploadOperation::remotePathOf(const QString &relative) const
{
    return relative.isEmpty() ? m_remotePath : m_remotePath + "/" + relative.toStdString();
}

} // namespace Sandglass
