// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>
#include <vnc/helpercontrol.h>

#include <QtCore/QSocketNotifier>

#include <sys/socket.h>

#include <utility>

namespace Sandglass {

namespace {

/// One turn of the event loop takes in so many at most: a decoder gone wild must not stop the rest.
constexpr int messagesPerTurn = 64;
/// More than fit into a socket.
constexpr int messagesAtTheEnd = 4096;

bool isInput(const Rfb::ControlMessage &message)
{
    return message.type == Rfb::MessageType::Key || message.type == Rfb::MessageType::Pointer;
}

bool isNewerOf(const Rfb::ControlMessage &message, const Rfb::ControlMessage &waiting)
{
    return message.type == Rfb::MessageType::Pointer && waiting.type == message.type &&
           waiting.pointer.mask == message.pointer.mask;
}

} // namespace

HelperControl::HelperControl(Rfb::OwnedFd socket, std::chrono::milliseconds patience,
                             QObject *parent)
    : QObject(parent),
      m_socket(std::move(socket)),
      m_readable(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read)),
      m_writable(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Write))
{
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this,
            [this] { receive(messagesPerTurn); });
    connect(m_writable.get(), &QSocketNotifier::activated, this, &HelperControl::flush);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &HelperControl::stuck);
}

HelperControl::~HelperControl() = default;

void HelperControl::send(const Rfb::ControlMessage &message, Rfb::OwnedFd fd)
{
    if (m_finishing)
        return;
    if (!m_queue.empty() && isNewerOf(message, m_queue.back().message)) {
        m_queue.back().message = message;
        return;
    }
    if (m_queue.size() >= longestQueue) {
        m_patience.start(0);
        return;
    }
    m_queue.push_back({message, std::move(fd)});
    if (m_queue.size() == 1)
        flush();
}

void HelperControl::recallInput()
{
    std::erase_if(m_queue, [](const Outgoing &waiting) { return isInput(waiting.message); });
    Rfb::ControlMessage key = Rfb::controlMessage(Rfb::MessageType::Key);
    // Copies: to send is to note.
    const auto down = m_downKeys;
    for (auto keysym = down.crbegin(); keysym != down.crend(); ++keysym) {
        key.key.keysym = *keysym;
        send(key);
    }
    Rfb::ControlMessage pointer = Rfb::controlMessage(Rfb::MessageType::Pointer);
    pointer.pointer = m_pointer;
    if (std::exchange(pointer.pointer.mask, 0) != 0)
        send(pointer);
    if (m_queue.empty())
        flush(); // nothing waits any more
}

void HelperControl::finish()
{
    m_finishing = true;
    if (m_queue.empty())
        shutDown();
}

void HelperControl::flush()
{
    bool moved = false;
    while (!m_queue.empty()) {
        const Outgoing &next = m_queue.front();
        const Rfb::Sent sent = Rfb::sendControl(m_socket.get(), next.message, next.fd.get());
        if (sent == Rfb::Sent::WouldBlock)
            break;
        noteSent(next.message);
        // One that is gone is noticed by its exit.
        if (sent == Rfb::Sent::Failed)
            m_queue.clear();
        else
            m_queue.pop_front();
        moved = true;
    }
    m_writable->setEnabled(!m_queue.empty());
    if (m_queue.empty())
        m_patience.stop();
    else if (moved || !m_patience.isActive())
        m_patience.start();
    if (m_queue.empty() && m_finishing)
        shutDown();
}

void HelperControl::noteSent(const Rfb::ControlMessage &message)
{
    if (message.type == Rfb::MessageType::Pointer)
        m_pointer = message.pointer;
    if (message.type != Rfb::MessageType::Key)
        return;
    std::erase(m_downKeys, message.key.keysym);
    if (message.key.down != 0)
        m_downKeys.push_back(message.key.keysym);
}

void HelperControl::shutDown()
{
    ::shutdown(m_socket.get(), SHUT_WR);
}

bool HelperControl::receiveOne()
{
    const Rfb::Received got = Rfb::receiveControl(m_socket.get());
    switch (got.what) {
    case Rfb::Received::What::Message:
        if (Rfb::isFromApp(got.message.type))
            Q_EMIT broken();
        else
            Q_EMIT received(got.message);
        return true;
    case Rfb::Received::What::Nothing:
        return false;
    case Rfb::Received::What::Broken:
        Q_EMIT broken();
        return true;
    case Rfb::Received::What::Closed:
        m_readable->setEnabled(false);
        Q_EMIT closed();
        return false;
    }
    return false;
}

void HelperControl::receive(int most)
{
    for (int i = 0; i < most; ++i) {
        if (!receiveOne())
            break;
    }
    Q_EMIT paused();
}

void HelperControl::drain()
{
    receive(messagesAtTheEnd);
}

} // namespace Sandglass
