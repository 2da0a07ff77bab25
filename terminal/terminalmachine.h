// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalgrid.h>
#include <terminal/terminalguard.h>
#include <terminal/terminalmodes.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>
#include <optional>

struct VTerm;

namespace Sandglass {

struct VTermDeleter {
    void operator()(VTerm *machine) const;
};
using VTermPtr = std::unique_ptr<VTerm, VTermDeleter>;

enum class TerminalModifier : quint8 { None = 0, Shift = 1, Alt = 2, Control = 4 };
constexpr TerminalModifier operator|(TerminalModifier a, TerminalModifier b)
{
    return TerminalModifier(quint8(a) | quint8(b));
}
constexpr bool operator&(TerminalModifier a, TerminalModifier b)
{
    return quint8(a) & quint8(b);
}

/// libvterm's parser and state over a TerminalGrid of ours: bytes in, cells and replies out. Its
/// screen layer is not used. Clipboard access (OSC 52) and title reports do not exist here.
class TerminalMachine final : private TerminalGuard::Sink
{
public:
    TerminalMachine(int rows, int columns, TerminalLimits limits);
    ~TerminalMachine();

    /// Takes bytes until they end or have caused a good deal of work; gives how many were taken.
    qsizetype feed(QByteArrayView bytes);
    void resize(int rows, int columns);

    [[nodiscard]] const TerminalGrid &grid() const { return m_grid; }
    [[nodiscard]] TerminalGrid &grid() { return m_grid; }
    [[nodiscard]] const TerminalModes &modes() const { return m_modes; }
    /// On the screen, always inside it.
    [[nodiscard]] TerminalPosition cursor() const;
    /// As the program set it; not cleaned.
    [[nodiscard]] const QByteArray &title() const { return m_title; }
    [[nodiscard]] bool takeBell() { return std::exchange(m_bell, false); }

    /// `key` is a VTermKey.
    void pressKey(int key, TerminalModifier modifiers);
    void moveMouse(TerminalPosition cell, TerminalModifier modifiers);
    /// 1 left, 2 middle, 3 right, 4 wheel up, 5 wheel down, 6 wheel left, 7 wheel right
    void pressMouse(int button, bool pressed, TerminalModifier modifiers);
    void reportFocus(bool focused);
    void send(QByteArrayView bytes) { m_output.append(bytes); }
    [[nodiscard]] bool hasBracketedPaste();
    /// What programs are told when they ask for the colours, 0xRRGGBB.
    void setDefaultColors(quint32 foreground, quint32 background);

    /// What has to go to the program, replies and keys in order.
    [[nodiscard]] QByteArray takeOutput() { return std::exchange(m_output, {}); }

private:
    struct Callbacks;
    friend struct Callbacks;

    void write(const char *bytes, std::size_t size) override;
    void repeatLast(int count) override;
    bool settle() override;

    void setSize(int rows, int columns);
    void put(char32_t code, int width, TerminalPosition place)
    {
        ++m_work;
        m_lastCode = code;
        m_lastWidth = quint8(width);
        m_lastPlace = place;
        m_grid.put(place.row, place.column, code, quint8(width), m_pen);
    }
    void addAccent(const quint32 *codePoints);
    void resetModes();
    void answerColor(int command, QByteArrayView question);
    void reply(QByteArrayView bytes);

    TerminalGrid m_grid;
    TerminalGuard m_guard;
    TerminalModes m_modes;
    TerminalCell m_pen;
    TerminalPosition m_cursor;
    TerminalPosition m_mainCursor; ///< of the main screen while the alternate one is shown
    TerminalPosition m_lastPlace;  ///< of the last character
    char32_t m_lastCode = 0;
    quint8 m_lastWidth = 1;
    std::optional<TerminalPosition> m_wantedCursor;
    bool m_returned = false; ///< from the alternate screen, in this sequence
    bool m_bell = false;
    bool m_feeding = false;
    int m_work = 0;
    int m_replyBudget = 0;
    QByteArray m_title;
    QByteArray m_titlePart;
    QByteArray m_osc;
    QByteArray m_output;
    std::array<quint32, 2> m_defaultColors{0x000000, 0xffffff};
    VTermPtr m_vterm; // last: its callbacks use the rest

    Q_DISABLE_COPY_MOVE(TerminalMachine)
};

} // namespace Sandglass
