// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/rfblimits.h>
#include <vnc/helpermessages.h>
#include <vnc/rfbattempt.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

QString textOf(std::span<const char> field)
{
    const std::string_view text = Rfb::textOf(field);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void RfbAttempt::take(const Rfb::ControlMessage &message)
{
    if (m_over)
        return;
    switch (message.type) {
    case Rfb::MessageType::SizeWanted:
        takeSize({message.size.width, message.size.height});
        return;
    case Rfb::MessageType::Connected:
        Q_EMIT connected(textOf(message.connected.name));
        return;
    case Rfb::MessageType::Damage:
        takeDamage(message.damage);
        return;
    case Rfb::MessageType::CursorShape:
        m_news.cursor = message.cursor;
        return;
    case Rfb::MessageType::PointerMoved:
        m_news.pointer = QPoint(message.pointer.x, message.pointer.y);
        return;
    case Rfb::MessageType::Bell:
        m_news.bell = true;
        return;
    case Rfb::MessageType::Stalled:
        Q_EMIT stalled(message.stalled.stalled != 0);
        return;
    case Rfb::MessageType::Ended:
        takeEnd(message.ended);
        return;
    default:
        fail(RfbEnd::Why::Protocol, u"The decoder sent what only the app may send."_s);
    }
}

void RfbAttempt::takeSize(QSize size)
{
    std::erase_if(m_sizes, [](const QDeadlineTimer &second) { return second.hasExpired(); });
    if (m_sizes.size() >= Rfb::maximumResizesPerSecond) {
        fail(RfbEnd::Why::Limit, u"The desktop changes its size too often."_s);
        return;
    }
    m_sizes.emplace_back(1s);
    // The damage is of the memory that goes now. So are the pixels of a cursor, which the server
    // will not send again: they are taken out of it first.
    m_news.damage = {};
    tellNews();
    if (m_over)
        return;
    m_size = size;
    Q_EMIT sizeWanted(size);
}

void RfbAttempt::takeDamage(const Rfb::DamageMessage &damage)
{
    for (const Rfb::DamageRect &rect : std::span(damage.rects).first(damage.count)) {
        if (!Rfb::isInside(rect, m_size.width(), m_size.height())) {
            fail(RfbEnd::Why::Protocol, u"The decoder drew outside of the desktop."_s);
            return;
        }
        m_news.damage += QRect(rect.x, rect.y, rect.width, rect.height);
    }
}

void RfbAttempt::tellNews()
{
    const News news = std::exchange(m_news, {});
    if (m_over)
        return;
    if (!news.damage.isEmpty())
        Q_EMIT damaged(news.damage);
    if (news.cursor && !m_over)
        Q_EMIT cursorShaped({news.cursor->width, news.cursor->height},
                            {news.cursor->hotX, news.cursor->hotY});
    if (news.pointer && !m_over)
        Q_EMIT pointerMoved(*news.pointer);
    if (news.bell && !m_over)
        Q_EMIT bell();
}

void RfbAttempt::takeEnd(const Rfb::EndedMessage &message)
{
    tellNews();
    fail(whyOf(message.reason), textOf(message.detail));
}

} // namespace Sandglass
