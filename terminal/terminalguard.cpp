// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalguard.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr uchar escapeByte = 0x1b;
constexpr uchar cancelByte = 0x18;
constexpr uchar substituteByte = 0x1a;
constexpr uchar deleteByte = 0x7f;

// Bytes that pass in the ground state without a look.
constexpr std::array<bool, 256> passTable = [] {
    std::array<bool, 256> table{};
    for (int byte = 1; byte < 0x7f; ++byte)
        table[std::size_t(byte)] = byte != escapeByte;
    return table;
}();

bool isContinuation(uchar byte)
{
    return (byte & 0xc0) == 0x80;
}

// What may follow a first byte: C1 controls, overlong forms, surrogates and what is above U+10FFFF
// are out.
bool isSecond(uchar first, uchar second)
{
    switch (first) {
    case 0xc2:
    case 0xe0:
        return second >= 0xa0 && second <= 0xbf;
    case 0xed:
        return second >= 0x80 && second <= 0x9f;
    case 0xf0:
        return second >= 0x90 && second <= 0xbf;
    case 0xf4:
        return second >= 0x80 && second <= 0x8f;
    default:
        return isContinuation(second);
    }
}

int characterLength(uchar first)
{
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if (first >= 0xe0 && first <= 0xef)
        return 3;
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

enum class Form { Whole, Begun, Broken };

struct Character {
    Form form;
    int size; ///< bytes of it that were looked at and belong together
};

Character examine(const uchar *bytes, qsizetype available)
{
    const int length = characterLength(bytes[0]);
    if (length == 0)
        return {Form::Broken, 1};
    for (int index = 1; index < length; ++index) {
        if (index == available)
            return {Form::Begun, index};
        const uchar byte = bytes[index];
        if (index == 1 ? !isSecond(bytes[0], byte) : !isContinuation(byte))
            return {Form::Broken, index};
    }
    return {Form::Whole, length};
}

} // namespace

// The bytes of one call: [span, next) have been looked at and wait to be written.
struct TerminalGuard::Run {
    const char *span;
    const char *next;
    const char *end;
    Sink &sink;
    bool goOn = true;

    [[nodiscard]] uchar byte() const { return uchar(*next); }
    [[nodiscard]] const uchar *bytes() const { return reinterpret_cast<const uchar *>(next); }
    void flush()
    {
        if (next > span)
            sink.write(span, std::size_t(next - span));
        span = next;
    }
    void drop(qsizetype count = 1)
    {
        flush();
        next += count;
        span = next;
    }
    void insert(std::string_view text)
    {
        flush();
        sink.write(text.data(), text.size());
    }
    void settle()
    {
        flush();
        goOn = sink.settle();
    }
};

qsizetype TerminalGuard::feed(QByteArrayView bytes, Sink &sink)
{
    Run run{bytes.data(), bytes.data(), bytes.data() + bytes.size(), sink};
    if (m_characterSize > 0)
        finishCharacter(run);
    while (run.next < run.end && run.goOn) {
        switch (m_state) {
        case State::Ground:
            ground(run);
            break;
        case State::Escape:
            escape(run);
            break;
        case State::Intermediate:
            intermediate(run);
            break;
        case State::Csi:
            csi(run);
            break;
        }
    }
    run.flush();
    return run.next - bytes.data();
}

void TerminalGuard::ground(Run &run)
{
    while (run.next < run.end && passTable[run.byte()])
        ++run.next;
    if (run.next == run.end)
        return;
    const uchar byte = run.byte();
    if (byte >= 0x80) {
        character(run);
    } else if (byte != escapeByte) {
        run.drop(); // NUL and DEL mean nothing
    } else if (run.next + 1 < run.end && run.next[1] == '[') {
        run.next += 2;
        startCsi();
    } else {
        run.drop();
        m_state = State::Escape;
    }
}

void TerminalGuard::character(Run &run)
{
    const Character found = examine(run.bytes(), run.end - run.next);
    if (found.form == Form::Whole) {
        run.next += found.size;
        return;
    }
    if (found.form == Form::Begun) {
        std::copy_n(run.bytes(), found.size, m_character.begin());
        m_characterSize = found.size;
    } else {
        run.insert("\xef\xbf\xbd");
    }
    run.drop(found.size);
}

// Goes on with the character that the last call ended in.
void TerminalGuard::finishCharacter(Run &run)
{
    while (run.next < run.end) {
        m_character[std::size_t(m_characterSize)] = run.byte();
        const Character found = examine(m_character.data(), m_characterSize + 1);
        if (found.form == Form::Broken) {
            run.insert("\xef\xbf\xbd");
            m_characterSize = 0;
            return;
        }
        ++m_characterSize;
        run.drop();
        if (found.form == Form::Whole) {
            run.sink.write(reinterpret_cast<const char *>(m_character.data()),
                           std::size_t(m_characterSize));
            m_characterSize = 0;
            return;
        }
    }
}

// ESC has come and is held back until the byte after it is known.
void TerminalGuard::escape(Run &run)
{
    const uchar byte = run.byte();
    if (byte == cancelByte || byte == substituteByte || byte >= 0x80) {
        m_state = State::Ground;
    } else if (byte == 0 || byte == deleteByte || byte == escapeByte) {
        run.drop();
    } else if (byte < 0x20) {
        ++run.next;
    } else {
        const std::array<char, 2> both{char(escapeByte), char(byte)};
        run.insert({both.data(), both.size()});
        ++run.next;
        run.span = run.next;
        if (byte == '[') {
            startCsi();
        } else {
            m_state = byte < 0x30 ? State::Intermediate : State::Ground;
            if (m_state == State::Ground)
                run.settle();
        }
    }
}

void TerminalGuard::intermediate(Run &run)
{
    const uchar byte = run.byte();
    if (byte == escapeByte) {
        run.drop();
        m_state = State::Escape;
    } else if (byte == 0 || byte == deleteByte) {
        run.drop();
    } else if (byte >= 0x80) {
        run.insert("\x18");
        m_state = State::Ground;
    } else {
        ++run.next;
        const bool cancelled = byte == cancelByte || byte == substituteByte;
        if (byte >= 0x30 || cancelled) {
            m_state = State::Ground;
            run.settle();
        }
    }
}

void TerminalGuard::startCsi()
{
    m_state = State::Csi;
    m_private = false;
    m_surplus = false;
    m_afterColon = false;
    m_arguments = 0;
    m_digits = 0;
    m_firstArgument = 0;
}

void TerminalGuard::csi(Run &run)
{
    const uchar byte = run.byte();
    if (byte == escapeByte) {
        run.drop();
        m_state = State::Escape;
    } else if (byte == 0 || byte == deleteByte) {
        run.drop();
    } else if (byte >= 0x80) {
        run.insert("\x18");
        m_state = State::Ground;
    } else if (byte == cancelByte || byte == substituteByte) {
        ++run.next;
        m_state = State::Ground;
    } else if (byte >= 0x40) {
        csiFinal(run, byte);
    } else if (byte >= '0' && byte <= ';') {
        csiArgument(run, byte);
    } else {
        m_private = m_private || byte >= 0x20;
        ++run.next;
    }
}

void TerminalGuard::csiArgument(Run &run, uchar byte)
{
    bool pass = !m_surplus;
    // In 38:2::R:G:B, where libvterm would take it for the red.
    const bool isColorSpace = byte == ':' && m_afterColon;
    if (byte >= ':' && !isColorSpace) {
        ++m_arguments;
        m_digits = 0;
        m_surplus = m_surplus || m_arguments >= maximumArguments;
        pass = !m_surplus;
    } else if (isColorSpace || ++m_digits > 9) {
        pass = false;
    } else if (m_arguments == 0) {
        m_firstArgument = m_firstArgument * 10 + (byte - '0');
    }
    m_afterColon = byte == ':';
    if (pass)
        ++run.next;
    else
        run.drop();
}

void TerminalGuard::csiFinal(Run &run, uchar byte)
{
    m_state = State::Ground;
    if (byte == 'b' && !m_private) {
        run.insert("\x18");
        run.drop();
        run.sink.repeatLast(std::max(1, m_firstArgument));
    } else {
        ++run.next;
        m_protection = m_protection || (byte == 'q' && m_private);
        if (byte == 'r' && !m_private)
            m_region = m_arguments > 0 || m_digits > 0;
    }
    run.settle();
}

void TerminalGuard::abort(Sink &sink)
{
    // libvterm may also be inside a string that passes here as plain bytes.
    sink.write("\x18", 1);
    m_state = State::Ground;
    m_characterSize = 0;
}

} // namespace Sandglass
