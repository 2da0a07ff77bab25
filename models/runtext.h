// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringDecoder>

#include <deque>
#include <string_view>

namespace Sandglass {

/// How a stretch of printed text looks; made of SGR sequences.
struct RunStyle {
    int color = -1; ///< 0..15 in the order of SGR 30-37 and 90-97; -1: the text's own
    bool bold = false;
    bool italic = false;
    bool underline = false;
    friend bool operator==(const RunStyle &, const RunStyle &) = default;
};

struct RunSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    RunStyle style;
    friend bool operator==(const RunSpan &, const RunSpan &) = default;
};

struct RunLine {
    QString text;           ///< fit to be shown: what cannot be seen is made visible
    QList<RunSpan> spans;   ///< in order; what lies between has no style
    bool continues = false; ///< the line was too long and goes on in the next one
    friend bool operator==(const RunLine &, const RunLine &) = default;
};

/// What a program printed, as lines. Takes bytes as they come, cut anywhere: UTF-8, carriage return
/// and backspace (progress bars write over their line), erasing to the end of the line, SGR
/// colours; other escape sequences are left out, and so is no other character. All lines but the
/// last never change again. Can be moved, not copied.
class RunText final
{
public:
    /// A line longer than this goes on in the next one, so that no view lays out a megabyte at
    /// once.
    static constexpr qsizetype maximumLineLength = 4096;

    void append(std::string_view bytes);
    /// For text that is complete and has no escape sequences.
    void appendPlain(const QString &text);

    /// Lines have numbers that stay when the first ones are dropped: firstLine() up to, without,
    /// endLine(). The last one is empty after "\n".
    [[nodiscard]] qint64 firstLine() const { return m_dropped; }
    [[nodiscard]] qint64 endLine() const { return m_dropped + qint64(m_lines.size()); }
    [[nodiscard]] const RunLine &line(qint64 number) const;
    [[nodiscard]] bool isEmpty() const;
    /// Kept lines as plain text without styles; no "\n" at the end.
    [[nodiscard]] QString text() const;

    /// Bytes of memory, about.
    [[nodiscard]] qint64 cost() const { return m_cost; }
    /// Drops whole lines from the front until the cost is at most this; returns what it took away.
    qint64 dropFront(qint64 maximumCost);

private:
    enum class State { Text, Escape, Sequence, String, StringEscape };

    void take(QStringView text);
    void takeControl(QChar control);
    void takeEscape(QChar character);
    void finishSequence(QChar final);
    void applyStyles();
    void write(QStringView text);
    void writePiece(QStringView text);
    void newLine(bool continues);
    void eraseInLine(int mode);
    RunLine &last();
    void storeLast();

    QStringDecoder m_decoder{QStringDecoder::Utf8};
    std::deque<RunLine> m_lines;
    qint64 m_dropped = 0;
    qint64 m_cost = 0;
    qint64 m_lastCost = 0;
    // The last line is written to in place, one style for each character.
    QByteArray m_styles;
    qsizetype m_column = 0;
    quint8 m_style = 0;
    State m_state = State::Text;
    QString m_sequence;
};

} // namespace Sandglass
