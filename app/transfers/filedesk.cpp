// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/sessions/filessession.h>
#include <app/transfers/downloadoperation.h>
#include <app/transfers/fileacts.h>
#include <app/transfers/filedesk.h>
#include <app/transfers/freename.h>
#include <app/transfers/uploadoperation.h>
#include <models/displaytext.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString nameOfLocal(const QString &path)
{
    return QFileInfo(QDir::cleanPath(path)).fileName();
}

} // namespace

FileDesk::FileDesk(FilesSession &session, FileTransfers &transfers, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_transfers(transfers)
{
    connect(&session, &FilesSession::stateChanged, this, [this] {
        if (m_session.state() == FilesSession::State::Closed)
            stopAll();
    });
}

FileDesk::~FileDesk() = default;

void FileDesk::upload(const QStringList &localPaths, const QByteArray &directory, AskTaken ask)
{
    if (!m_session.api() || localPaths.isEmpty())
        return;
    m_asked = {.localPaths = localPaths, .directory = directory, .taken = {}};
    m_listing = m_session.api()->list(
        {.path = directory.toStdString()},
        [this, ask = std::move(ask)](const Result<std::vector<FileEntry>> &entries) {
            // A directory that cannot be listed can perhaps be written to; each file tells.
            const Upload asked = m_asked;
            for (const FileEntry &entry : entries.value_or(std::vector<FileEntry>()))
                m_asked.taken.append(QString::fromStdString(entry.name));
            QStringList conflicts;
            for (const QString &path : asked.localPaths) {
                if (const QString name = nameOfLocal(path); m_asked.taken.contains(name))
                    conflicts.append(displayText(name));
            }
            if (conflicts.isEmpty())
                beginUploads(m_asked, Taken::Skip);
            else
                ask(displayText(asked.directory.toStdString()), conflicts);
        });
}

void FileDesk::answerTaken(Taken what)
{
    beginUploads(m_asked, what);
}

void FileDesk::beginUploads(const Upload &upload, Taken what)
{
    QStringList taken = upload.taken;
    for (const QString &path : upload.localPaths) {
        QString name = nameOfLocal(path);
        const bool isTaken = taken.contains(name);
        if (isTaken && what == Taken::Skip)
            continue;
        if (isTaken && what == Taken::KeepBoth)
            name = freeName(name, [&taken](const QString &tried) { return taken.contains(tried); });
        taken.append(name);
        uploadOne(path, upload.directory, name,
                  isTaken && what == Taken::Replace ? Replace::Yes : Replace::Never);
    }
}

void FileDesk::uploadOne(const QString &localPath, const QByteArray &directory, const QString &name,
                         Replace replace)
{
    const std::string remote = pathBelow(directory, name.toStdString());
    const TransferItem item{.name = displayText(name),
                            .direction = TransferDirection::Upload,
                            .place = displayText(directory.toStdString())};
    add(
        item,
        [this, localPath, remote, replace](quint64 id) -> std::unique_ptr<QObject> {
            auto operation = std::make_unique<UploadOperation>(m_transfers, *m_session.api());
            follow(operation.get(), id);
            operation->start(localPath, remote, replace);
            return operation;
        },
        QByteArray::fromStdString(remote));
}

void FileDesk::download(const QList<FileEntry> &entries, const QString &localFolder)
{
    for (const FileEntry &entry : entries) {
        const TransferItem item{.name = displayText(entry.name),
                                .place = displayText(QDir::toNativeSeparators(localFolder))};
        add(item, [this, entry, localFolder](quint64 id) -> std::unique_ptr<QObject> {
            auto operation = std::make_unique<DownloadOperation>(m_transfers, *m_session.api());
            follow(operation.get(), id);
            operation->startInto(localFolder, entry);
            return operation;
        });
    }
}

void FileDesk::downloadAs(const FileEntry &entry, const QString &localPath, Replace replace)
{
    const TransferItem item{.name = displayText(entry.name),
                            .place = displayText(QDir::toNativeSeparators(localPath))};
    add(item, [this, entry, localPath, replace](quint64 id) -> std::unique_ptr<QObject> {
        auto operation = std::make_unique<DownloadOperation>(m_transfers, *m_session.api());
        follow(operation.get(), id);
        operation->startAs(localPath, entry, replace);
        return operation;
    });
}

void FileDesk::add(TransferItem item, Begin begin, QByteArray remotePath)
{
    item.id = ++m_latestId;
    m_works[item.id] = {.item = item,
                        .begin = std::move(begin),
                        .localPath = {},
                        .remotePath = std::move(remotePath),
                        .operation = {}};
    start(item.id);
}

void FileDesk::start(quint64 id)
{
    Work &work = m_works[id];
    m_rows.add(work.item);
    if (!m_session.api()) {
        m_rows.fail(id, m_session.closed().words);
        return;
    }
    work.operation = work.begin(id);
}

template<typename Operation>
void FileDesk::follow(Operation *operation, quint64 id)
{
    connect(operation, &Operation::progressed, &m_rows,
            [this, id](qint64 done, qint64 total) { m_rows.progress(id, done, total); });
    connect(operation, &Operation::finished, this,
            [this, id](const TransferOutcome &outcome) { end(id, outcome); });
}

void FileDesk::end(quint64 id, const TransferOutcome &outcome)
{
    // It is emitting: let it return first.
    m_works[id].operation.release()->deleteLater();
    if (!outcome.localPath.isEmpty())
        m_works[id].localPath = outcome.localPath;
    if (const QByteArray &remote = m_works[id].remotePath; !remote.isEmpty())
        Q_EMIT uploaded(remote.left(std::max<qsizetype>(1, remote.lastIndexOf('/'))));
    if (!outcome.failures.isEmpty()) {
        const TransferOutcome::Failure &first = outcome.failures.first();
        QString words = errorLine(first.error, m_session.where());
        if (outcome.files > 0 || outcome.failures.size() > 1)
            words =
                tr("%1: %2 %n other(s) failed as well, %3 arrived.", nullptr,
                   int(outcome.failures.size()) - 1)
                    .arg(displayText(first.name), words, tr("%n file(s)", nullptr, outcome.files));
        m_rows.fail(id, words);
        return;
    }
    QString remark;
    if (!outcome.skipped.isEmpty())
        remark = tr("%n special file(s) and link(s) to folders were left out", nullptr,
                    int(outcome.skipped.size()));
    else if (!outcome.notKept.isEmpty())
        remark = tr("the former permissions could not be kept");
    m_rows.finish(id, outcome.bytes, outcome.place, remark);
}

void FileDesk::cancel(quint64 transfer)
{
    const auto work = m_works.find(transfer);
    if (work == m_works.end() || work->second.operation == nullptr)
        return;
    work->second.operation.reset();
    m_rows.cancel(transfer);
}

void FileDesk::stopAll()
{
    m_listing = {};
    for (auto &[id, work] : m_works) {
        if (std::exchange(work.operation, nullptr))
            m_rows.fail(id, m_session.closed().words);
    }
}

void FileDesk::retry(quint64 transfer)
{
    if (const auto work = m_works.find(transfer);
        work != m_works.end() && work->second.operation == nullptr)
        start(transfer);
}

QByteArray FileDesk::remotePathOf(quint64 transfer) const
{
    const auto work = m_works.find(transfer);
    return work == m_works.end() ? QByteArray() : work->second.remotePath;
}

QString FileDesk::localPathOf(quint64 transfer) const
{
    const auto work = m_works.find(transfer);
    return work == m_works.end() ? QString() : work->second.localPath;
}

} // namespace Sandglass
