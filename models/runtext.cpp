// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runstyle.h>
#include <models/runtext.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr qsizetype maximumSequence = 4096; // longer ones are no sequence of ours
constexpr qint64 lineCost = 96;

qint64 costOf(const RunLine &line)
{
    return lineCost + 2 * line.text.size() + qint64(sizeof(RunSpan)) * line.spans.size();
}

bool isPlain(QChar character)
{
    return character >= u' ' && character != QChar(0x7F);
}

} // namespace

const RunLine &RunText::line(qint64 number) const
{
    return m_lines[std::size_t(number - m_dropped)];
}

bool RunText::isEmpty() const
{
    return m_lines.empty() || (m_lines.size() == 1 && m_lines.front().text.isEmpty());
}

QString RunText::text() const
{
    QString all;
    for (const RunLine &one : m_lines) {
        all += one.text;
        if (!one.continues)
            all += u'\n';
    }
    if (all.endsWith(u'\n'))
        all.chop(1);
    if (all.endsWith(u'\n')) // the text's own last one
        all.chop(1);
    return all;
}

void RunText::append(std::string_view bytes)
{
    // In pieces, so that a chunk of many megabytes never stands twice in memory.
    constexpr std::size_t piece = 64 * 1024;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        const QString text = m_decoder.decode(
            QByteArrayView(bytes.data(), qsizetype(std::min(piece, bytes.size()))));
        take(text);
    }
    storeLast();
}

void RunText::appendPlain(const QString &text)
{
    take(text);
    storeLast();
}

qint64 RunText::dropFront(qint64 maximumCost)
{
    const qint64 before = m_cost;
    while (m_cost > maximumCost && m_lines.size() > 1) {
        m_cost -= costOf(m_lines.front());
        m_lines.pop_front();
        ++m_dropped;
    }
    return before - m_cost;
}

void RunText::take(QStringView text)
{
    for (qsizetype i = 0; i < text.size();) {
        if (m_state != State::Text) {
            takeEscape(text.at(i++));
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && isPlain(text.at(end)))
            ++end;
        if (end > i)
            write(text.sliced(i, end - i));
        i = end;
        if (i < text.size())
            takeControl(text.at(i++));
    }
}

void RunText::takeControl(QChar control)
{
    switch (control.unicode()) {
    case u'\n':
        newLine(false);
        break;
    case u'\r':
        m_column = 0;
        break;
    case u'\b':
        m_column = std::max<qsizetype>(0, m_column - 1);
        break;
    case u'\t':
        writePiece(u"\t");
        break;
    case 0x1B:
        m_state = State::Escape;
        break;
    default:
        writePiece(displayText(QStringView(&control, 1)));
    }
}

void RunText::takeEscape(QChar character)
{
    const char16_t code = character.unicode();
    switch (m_state) {
    case State::Escape:
        m_sequence.clear();
        if (code == u'[')
            m_state = State::Sequence;
        else if (code == u']' || code == u'P' || code == u'_' || code == u'^')
            m_state = State::String;
        else if (code < 0x20 || code > 0x2F) // others are intermediate: one more follows
            m_state = State::Text;
        return;
    case State::Sequence:
        if (code >= 0x40 && code <= 0x7E)
            finishSequence(character);
        else if (code < 0x20 || code > 0x7E || m_sequence.size() > maximumSequence)
            m_state = State::Text;
        else
            m_sequence += character;
        return;
    case State::String:
        if (code == 0x1B)
            m_state = State::StringEscape;
        else if (code == 0x07 || code == u'\n' || m_sequence.size() > maximumSequence)
            m_state = State::Text;
        else
            m_sequence += character;
        return;
    case State::StringEscape:
    case State::Text:
        m_state = State::Text;
    }
}

void RunText::finishSequence(QChar final)
{
    m_state = State::Text;
    if (final == u'm')
        applyStyles();
    else if (final == u'K')
        eraseInLine(m_sequence.toInt());
}

void RunText::applyStyles()
{
    m_style = styleAfter(m_style, m_sequence);
}

void RunText::write(QStringView text)
{
    const QString shown = displayText(text, 16 * text.size());
    writePiece(shown);
}

void RunText::writePiece(QStringView text)
{
    while (!text.isEmpty()) {
        if (m_column >= maximumLineLength)
            newLine(true);
        RunLine &line = last();
        qsizetype count = std::min(text.size(), maximumLineLength - m_column);
        if (count < text.size() && count > 1 && text.at(count - 1).isHighSurrogate())
            --count;
        if (m_column > line.text.size()) // a backspace never leads here, an erased line does
            line.text += QString(m_column - line.text.size(), u' ');
        m_styles.resize(std::max(line.text.size(), m_column + count), 0);
        line.text.replace(m_column, std::min(count, line.text.size() - m_column), text.constData(),
                          count);
        std::fill_n(m_styles.begin() + m_column, count, char(m_style));
        m_column += count;
        text = text.sliced(count);
    }
}

void RunText::newLine(bool continues)
{
    last().continues = continues;
    storeLast();
    m_lines.emplace_back();
    m_styles.clear();
    m_column = 0;
    m_lastCost = 0;
    storeLast();
}

void RunText::eraseInLine(int mode)
{
    RunLine &line = last();
    const qsizetype column = std::min(m_column, line.text.size());
    if (mode == 2) {
        line.text.clear();
        m_column = 0;
    } else if (mode == 0) {
        line.text.truncate(column);
    }
    m_styles.truncate(line.text.size());
}

RunLine &RunText::last()
{
    if (m_lines.empty())
        m_lines.emplace_back();
    return m_lines.back();
}

/// Brings the last line's stretches and its cost up to date.
void RunText::storeLast()
{
    RunLine &line = last();
    line.spans = spansOf(m_styles);
    const qint64 cost = costOf(line);
    m_cost += cost - m_lastCost;
    m_lastCost = cost;
}

} // namespace Sandglass
