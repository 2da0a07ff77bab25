// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screenshots.h>
#include <app/transfers/freename.h>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryFile>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

using Saved = std::expected<QString, QString>;

// Keywords of the PNG specification, section 11.3.3.2.
const QString sourceKeyword = u"Source"_s;
const QString titleKeyword = u"Title"_s;
const QString timeKeyword = u"Creation Time"_s;

/// PNG at its quickest level: a noisy desktop takes a tenth of a second all the same.
constexpr int quickPng = 90;

Saved save(const QString &folder, const Screenshot &shot)
{
    const QDir directory(folder);
    if (!directory.mkpath(u"."_s))
        return std::unexpected(
            Screenshots::tr("The folder %1 cannot be made.").arg(directory.path()));
    // Readable by its owner alone, and it stays so: screens show secrets.
    QTemporaryFile file(directory.filePath(u".sbx_XXXXXX.part"_s));
    QImage picture = shot.picture;
    picture.setText(sourceKeyword, shot.source);
    picture.setText(titleKeyword, shot.title);
    picture.setText(timeKeyword, shot.time.toString(Qt::ISODate));
    if (!file.open() || !picture.save(&file, "PNG", quickPng) || !file.flush())
        return std::unexpected(file.errorString());
    const QString wanted = u"sbx_%1.png"_s.arg(shot.time.toString(u"yyyy-MM-dd_HH-mm-ss"_s));
    constexpr int mostTries = 100; // another program may be faster
    for (int tries = 0; tries < mostTries; ++tries) {
        const QString name = freeName(
            wanted, [&directory](const QString &tried) { return directory.exists(tried); });
        // Refuses to replace anything.
        if (file.rename(directory.filePath(name))) {
            file.setAutoRemove(false);
            return directory.filePath(name);
        }
    }
    return std::unexpected(file.errorString());
}

} // namespace

Screenshots::Screenshots(QString folder, QObject *parent)
    : QObject(parent),
      m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        m_folder =
            QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Sandglass"_s;
    connect(&m_saving, &QFutureWatcher<Saved>::finished, this, [this] {
        const Saved result = m_saving.result();
        m_waiting.pop_front();
        saveNext();
        if (result)
            Q_EMIT saved(*result);
        else
            Q_EMIT failed(result.error());
    });
}

Screenshots::~Screenshots() = default;

void Screenshots::take(Screenshot screenshot)
{
    QGuiApplication::clipboard()->setImage(screenshot.picture);
    m_waiting.push_back(std::move(screenshot));
    if (m_waiting.size() == 1)
        saveNext();
}

void Screenshots::saveNext()
{
    if (!m_waiting.empty())
        m_saving.setFuture(QtConcurrent::run(save, m_folder, m_waiting.front()));
}

} // namespace Sandglass
