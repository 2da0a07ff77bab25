// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbattempt.h>
#include <vnc/rfbbridges.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

/// All decoders together, when the app ends: their last words are a few bytes.
constexpr auto farewell = 300ms;

} // namespace

RfbBridges::RfbBridges(QString helperPath, QObject *parent)
    : QObject(parent),
      m_helperPath(std::move(helperPath))
{
    m_thread.setObjectName(u"rfb bridges"_s);
    m_thread.start();
}

RfbBridges::~RfbBridges()
{
    const QDeadlineTimer deadline(farewell);
    const auto attempts = findChildren<RfbAttempt *>(Qt::FindDirectChildrenOnly);
    for (RfbAttempt *attempt : attempts)
        attempt->leaveWithin(deadline);
    // Their pumps are deleted in their thread, which does that before it ends. But what they were
    // told before that, such as their last words, it delivers only while it runs: it ends behind
    // it.
    qDeleteAll(attempts);
    QObject last;
    last.moveToThread(&m_thread);
    QMetaObject::invokeMethod(&last, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QString RfbBridges::findHelper()
{
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString &candidate :
         {beside + "/../libexec/sandglass/sandglass-rfb"_L1, beside + "/sandglass-rfb"_L1,
          beside + "/../vnc/helper/sandglass-rfb"_L1,
          beside + "/../../vnc/helper/sandglass-rfb"_L1}) {
        if (QFileInfo(candidate).isExecutable())
            return QFileInfo(candidate).canonicalFilePath();
    }
    return {};
}

} // namespace Sandglass
