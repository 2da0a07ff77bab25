// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <array>

namespace Sandglass {

/// Stands between hostile bytes and libvterm 0.3.3, which trusts them in places: it writes past its
/// table of CSI arguments after the 16th, reads past the input when a control byte follows ESC
/// inside a string, moves the cursor to negative columns for U+0080-U+009F, repeats a character of
/// no width for ever, and loses a UTF-8 character that is split between two writes. So what passes
/// here
/// - is well-formed UTF-8 without C1 controls (the rest becomes U+FFFD), never split inside a
/// character,
/// - has at most `maximumArguments` CSI arguments of at most nine digits,
/// - has each ESC in one write with the byte that follows it, and neither NUL nor DEL,
/// - has no REP (CSI b); that is handed over as a count.
/// Everything else passes unchanged and uncopied.
class TerminalGuard final
{
public:
    static constexpr int maximumArguments = 14;

    class Sink
    {
    public:
        virtual void write(const char *bytes, std::size_t size) = 0;
        virtual void repeatLast(int count) = 0;
        /// After each whole sequence, with everything before it written. False: take no more for
        /// now.
        virtual bool settle() = 0;

    protected:
        ~Sink() = default;
    };

    /// Gives how many bytes were taken: fewer than there are only after settle() said so.
    qsizetype feed(QByteArrayView bytes, Sink &sink);
    /// Ends whatever sequence has begun, so that bytes of our own can follow.
    void abort(Sink &sink);
    /// A scrolling region may be set.
    [[nodiscard]] bool mayHaveRegion() const { return m_region; }
    void regionIsReset() { m_region = false; }
    /// Some cells may be protected from selective erasing.
    [[nodiscard]] bool mayProtect() const { return m_protection; }

private:
    enum class State : quint8 { Ground, Escape, Intermediate, Csi };
    struct Run;

    void ground(Run &run);
    void character(Run &run);
    void finishCharacter(Run &run);
    void escape(Run &run);
    void intermediate(Run &run);
    void csi(Run &run);
    void csiArgument(Run &run, uchar byte);
    void csiFinal(Run &run, uchar byte);
    void startCsi();

    State m_state = State::Ground;
    bool m_region = false;
    bool m_protection = false;
    bool m_private = false; ///< the CSI sequence has a leader or an intermediate byte
    bool m_surplus = false; ///< its further arguments are dropped
    bool m_afterColon = false;
    int m_arguments = 0;
    int m_digits = 0;
    int m_firstArgument = 0;
    std::array<uchar, 4> m_character{}; ///< the begun UTF-8 character
    int m_characterSize = 0;
};

} // namespace Sandglass
