// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlstream.h>

#include <QPointer>

#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t slice = 64UL << 10U; // what a terminal digests well within 4 ms

template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace

CurlStream::CurlStream(std::shared_ptr<StreamInbox> inbox, Controls controls)
    : m_inbox(std::move(inbox)),
      m_controls(std::move(controls))
{
}

CurlStream::~CurlStream()
{
    CurlStream::close();
}

void CurlStream::pause()
{
    m_paused = true;
}

void CurlStream::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    QMetaObject::invokeMethod(this, [this] { deliver(); }, Qt::QueuedConnection);
}

void CurlStream::close()
{
    if (!std::exchange(m_closed, true))
        m_controls.close();
}

void CurlStream::deliver()
{
    std::size_t delivered = 0;
    while (!m_closed && !m_paused) {
        if (delivered >= slice) {
            QMetaObject::invokeMethod(this, [this] { deliver(); }, Qt::QueuedConnection);
            return;
        }
        auto [portion, hasRoomAgain] = m_inbox->take(slice - delivered);
        if (hasRoomAgain)
            m_controls.resume();
        if (const auto *bytes = std::get_if<StreamBytes>(&portion))
            delivered += bytes->bytes.size();
        if (emitPortion(std::move(portion)) == After::Stop)
            return;
    }
}

CurlStream::After CurlStream::emitPortion(StreamPortion portion)
{
    const QPointer<CurlStream> alive(this);
    const auto goesOn = [&alive] { return alive && !alive->m_closed; };
    return std::visit(
        Overloaded{
            [](std::monostate) { return After::Stop; },
            [&](const StreamHead &head) {
                Q_EMIT headReceived(head.status, head.headers);
                return goesOn() ? After::GoOn : After::Stop;
            },
            [&](const StreamBytes &taken) {
                if (taken.skipped > 0)
                    Q_EMIT skipped(taken.skipped);
                if (goesOn())
                    Q_EMIT received(
                        QByteArray(taken.bytes.data(), static_cast<qsizetype>(taken.bytes.size())));
                return goesOn() ? After::GoOn : After::Stop;
            },
            [&](const Result<void> &result) {
                close(); // there is nothing left to close, but nothing may follow
                Q_EMIT finished(result);
                return After::Stop;
            },
        },
        portion);
}

} // namespace Sandglass
