// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/tour/slotwatch.h>

#include <QtCore/QEvent>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMetaEnum>

using namespace Qt::StringLiterals;

namespace Sandglass {

bool SlotWatch::notify(QObject *receiver, QEvent *event)
{
    // Read before: the event may destroy its receiver.
    const QByteArray name = receiver->metaObject()->className();
    const int type = event->type();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    // Only the outermost: what it delivers meanwhile is part of it.
    if (m_depth == 0 && milliseconds > 4)
        m_slow.append(
            {.step = m_step, .receiver = name, .event = type, .milliseconds = milliseconds});
    return result;
}

QByteArray SlotWatch::report() const
{
    QJsonArray list;
    for (const Slow &slow : m_slow) {
        const char *event = QMetaEnum::fromType<QEvent::Type>().valueToKey(slow.event);
        list.append(QJsonObject{{u"step"_s, slow.step},
                                {u"receiver"_s, QString::fromLatin1(slow.receiver)},
                                {u"event"_s, event == nullptr ? QString::number(slow.event)
                                                              : QString::fromLatin1(event)},
                                {u"ms"_s, slow.milliseconds}});
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace Sandglass
