// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbpressed.h>

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPoint>
#include <QtCore/QString>

#include <functional>
#include <utility>

namespace Sandglass {

/// What leaves an RfbInput: keysyms of X11 (RFC 6143, 7.5.4) and the pointer with its buttons, bit
/// 0 the left one (7.5.5).
struct RfbInputSink {
    std::function<void(quint32 keysym, bool down)> key;
    std::function<void(QPoint position, quint8 buttons)> pointer;
    /// Takes back what has left and is still waiting; what is pressed by then is let go of.
    std::function<void()> recall;
    /// How many keys and positions can wait more.
    std::function<qsizetype()> room;
};

/// The only way by which keys and the pointer get to a remote desktop. In ViewOnly, which it starts
/// in, nothing leaves it; going back to ViewOnly first lets go of everything that is pressed, and
/// takes back what the decoder has not been given yet. Lives in the GUI thread.
class RfbInput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbInput)

public:
    enum class Mode { ViewOnly, Control };
    /// Characters that one typeText() types, fewer while many wait; those beyond are left out.
    static constexpr qsizetype longestText = 8192;

    explicit RfbInput(RfbInputSink sink, QObject *parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }

    /// `scanCode` names the physical key: its release goes out with the keysym of its press, even
    /// when the layout changed in between. Pressed again while down, it repeats that keysym.
    void pressKey(quint32 scanCode, quint32 keysym);
    void releaseKey(quint32 scanCode);
    /// Pressed here and not let go of. A key that repeats without it was meant for something else.
    [[nodiscard]] bool isDown(quint32 scanCode) const;
    /// Pressed in order, released backwards.
    void tapKeys(const QList<quint32> &keysyms);
    /// Latin-1 by its own keysyms, the rest by those of Unicode; line ends and tabs by their keys,
    /// other control characters not at all.
    void typeText(const QString &text);

    /// In pixels of the remote desktop.
    void movePointer(QPoint position);
    /// Left, middle, right and back; others have no bit.
    void pressButton(Qt::MouseButton button);
    void releaseButton(Qt::MouseButton button);
    /// As QWheelEvent::angleDelta() tells it: each 120 are one click of button 4, 5, 6 or 7.
    void scroll(QPoint angleDelta);

    [[nodiscard]] RfbPressed pressed() const;
    /// Nothing stays pressed: loss of focus, handing back, closing.
    void releaseAll();

    /// For the session: whether there is a server to send to. What was pressed while a connection
    /// broke is let go of on the next one.
    void setConnected(bool connected);
    /// For the session: forgets what is pressed, because the next server is another one.
    void forget();

Q_SIGNALS:
    void modeChanged();
    /// Something went out.
    void sent();

private:
    [[nodiscard]] bool isOpen() const { return m_mode == Mode::Control && m_connected; }
    void sendKey(quint32 keysym, bool down);
    void sendPointer(quint8 buttons);
    void click(quint8 button, int times);

    RfbInputSink m_sink;
    Mode m_mode = Mode::ViewOnly;
    bool m_connected = false;
    /// What is down, in order of pressing: scan code and the keysym that was sent.
    QList<std::pair<quint32, quint32>> m_downKeys;
    /// What a broken connection left pressed on the server.
    QList<quint32> m_owedKeys;
    bool m_owesButtons = false;
    QPoint m_position;
    quint8 m_buttons = 0;
    QPoint m_scrolled; ///< the rest of a click
};

} // namespace Sandglass
