// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>
#include <vnc/helper/ownedfd.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

class QSocketNotifier;

namespace Sandglass {

/// The app's end of a decoder's control socket. Never blocks: what the decoder does not take yet
/// waits here. Lives in the GUI thread; a slot may not delete it.
class HelperControl final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelperControl)

public:
    /// Messages that may wait; a decoder so far behind is stuck.
    static constexpr std::size_t longestQueue = 65'536;

    /// The decoder counts as stuck when nothing that waits moves for `patience`.
    HelperControl(Rfb::OwnedFd socket, std::chrono::milliseconds patience,
                  QObject *parent = nullptr);
    ~HelperControl() override;

    /// The descriptor, if there is one, travels along. Of several pointer positions that wait with
    /// the same buttons, the last one counts.
    void send(const Rfb::ControlMessage &message, Rfb::OwnedFd fd = Rfb::OwnedFd());
    /// Messages that may be sent now before there are too many.
    [[nodiscard]] std::size_t room() const { return longestQueue - m_queue.size(); }
    /// Forgets the keys and the pointer that wait, and lets go of what was sent as pressed.
    void recallInput();
    /// Says goodbye behind all that waits; nothing can be sent after it.
    void finish();
    /// Takes in whatever is there already, so that the last words of a decoder that has exited are
    /// heard.
    void drain();

Q_SIGNALS:
    void received(const Sandglass::Rfb::ControlMessage &message);
    /// Some messages were received and there are no more at the moment.
    void paused();
    /// Not one of our messages.
    void broken();
    void stuck();
    void closed();

private:
    struct Outgoing {
        Rfb::ControlMessage message;
        Rfb::OwnedFd fd;
    };

    /// False when there is nothing more to read.
    bool receiveOne();
    void receive(int most);
    void flush();
    void noteSent(const Rfb::ControlMessage &message);
    void shutDown();

    Rfb::OwnedFd m_socket;
    std::unique_ptr<QSocketNotifier> m_readable; ///< these two after m_socket: they must go first
    std::unique_ptr<QSocketNotifier> m_writable;
    std::deque<Outgoing> m_queue;
    QTimer m_patience;
    std::vector<std::uint32_t> m_downKeys; ///< keysyms, by what the decoder has been sent
    Rfb::PointerMessage m_pointer{};       ///< sent last
    bool m_finishing = false;
};

} // namespace Sandglass
