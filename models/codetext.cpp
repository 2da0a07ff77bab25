// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetext.h>

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr char16_t firstStandIn = 0xF400; // private use: no font shows it, no file should hold it

struct Range {
    char16_t first;
    char16_t last;
};

/// What is replaced, in the order of its stand-ins. Joiners stay: they shape letters.
constexpr std::array<Range, 10> hidden{{{0x0001, 0x0008},
                                        {0x000B, 0x000C},
                                        {0x000E, 0x001F},
                                        {0x007F, 0x009F},
                                        {0x00AD, 0x00AD},
                                        {0x061C, 0x061C},
                                        {0x200B, 0x200B},
                                        {0x200E, 0x200F},
                                        {0x2028, 0x202E},
                                        {0x2060, 0x206F}}};
constexpr char16_t byteOrderMark = 0xFEFF;

constexpr char16_t standInCount()
{
    char16_t count = 1; // the byte order mark inside a text
    for (const Range &range : hidden)
        count += range.last - range.first + 1;
    return count;
}

char16_t standInOf(char16_t character)
{
    if (character == byteOrderMark)
        return firstStandIn;
    char16_t at = firstStandIn + 1;
    for (const Range &range : hidden) {
        if (character >= range.first && character <= range.last)
            return char16_t(at + (character - range.first));
        at += range.last - range.first + 1;
    }
    return character;
}

char16_t characterOf(char16_t standIn)
{
    if (standIn == firstStandIn)
        return byteOrderMark;
    char16_t at = firstStandIn + 1;
    for (const Range &range : hidden) {
        const char16_t length = range.last - range.first + 1;
        if (standIn >= at && standIn < at + length)
            return char16_t(range.first + (standIn - at));
        at += length;
    }
    return standIn;
}

/// Of a file's characters: those that QTextDocument takes for itself, and NUL.
bool isForeign(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0 || code == 0xFDD0 || code == 0xFDD1 || code == 0xFFFC || isStandIn(character);
}

const char *bytesOf(LineEnding ending)
{
    switch (ending) {
    case LineEnding::CrLf:
        return "\r\n";
    case LineEnding::Cr:
        return "\r";
    case LineEnding::Lf:
        break;
    }
    return "\n";
}

/// Lines joined by "\n", and the ending of each.
struct Lines {
    QString text;
    QList<LineEnding> endings;
    bool hasLong = false;
};

Lines linesOf(const QString &text, qsizetype maximum)
{
    Lines lines;
    lines.text.reserve(text.size());
    qsizetype start = 0;
    const auto finish = [&](qsizetype end) {
        const QStringView line = QStringView(text).sliced(start, end - start);
        lines.hasLong |= line.size() > maximum;
        lines.text += line.first(std::min(line.size(), maximum));
        if (line.size() > maximum)
            lines.text += u'…';
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'\n' && c != u'\r')
            continue;
        finish(i);
        const bool pair = c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n';
        lines.endings.append(c == u'\n' ? LineEnding::Lf
                                        : (pair ? LineEnding::CrLf : LineEnding::Cr));
        lines.text += u'\n';
        i += pair ? 1 : 0;
        start = i + 1;
    }
    finish(text.size());
    return lines;
}

void setEndings(CodeText &code, const QList<LineEnding> &endings)
{
    std::array<qsizetype, 3> counts{};
    for (const LineEnding ending : endings)
        ++counts[std::size_t(ending)];
    code.ending = LineEnding(std::ranges::max_element(counts) - counts.begin());
    for (qsizetype line = 0; line < endings.size(); ++line) {
        if (endings.at(line) != code.ending)
            code.otherEndings.insert(int(line), endings.at(line));
    }
}

} // namespace

CodeText readCodeText(const QByteArray &bytes)
{
    CodeText code;
    code.hasByteOrderMark = bytes.startsWith("\xEF\xBB\xBF");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString all = decoder.decode(QByteArrayView(bytes).sliced(code.hasByteOrderMark ? 3 : 0));
    const bool foreign = std::ranges::any_of(all, isForeign);
    const Lines lines = linesOf(all, CodeText::maximumLine);
    code.text = withStandIns(lines.text);
    setEndings(code, lines.endings);
    if (decoder.hasError())
        code.problem = CodeTextProblem::NotUtf8;
    else if (foreign)
        code.problem = CodeTextProblem::Characters;
    else if (lines.hasLong)
        code.problem = CodeTextProblem::LongLines;
    else if (writeCodeText(code) != bytes) // whatever was not thought of: nothing may be lost
        code.problem = CodeTextProblem::NotUtf8;
    return code;
}

QByteArray writeCodeText(const CodeText &code)
{
    QByteArray bytes;
    bytes.reserve(code.text.size() + 16);
    if (code.hasByteOrderMark)
        bytes += "\xEF\xBB\xBF";
    const QString text = withoutStandIns(code.text);
    int number = 0;
    for (qsizetype start = 0;; ++number) {
        const qsizetype end = text.indexOf(u'\n', start);
        const QStringView line =
            QStringView(text).sliced(start, (end < 0 ? text.size() : end) - start);
        bytes += line.toUtf8();
        if (end < 0)
            return bytes;
        bytes += bytesOf(code.otherEndings.value(number, code.ending));
        start = end + 1;
    }
}

QString withStandIns(const QString &text)
{
    QString shown = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t there = text.at(i).unicode();
        if (const char16_t standIn = standInOf(there); standIn != there)
            shown[i] = QChar(standIn);
    }
    return shown;
}

QString withoutStandIns(const QString &text)
{
    QString plain = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isStandIn(text.at(i)))
            plain[i] = QChar(characterOf(text.at(i).unicode()));
    }
    return plain;
}

bool isStandIn(QChar character)
{
    const char16_t code = character.unicode();
    return code >= firstStandIn && code < firstStandIn + standInCount();
}

QString standInName(QChar character)
{
    return u"U+%1"_s.arg(QString::number(characterOf(character.unicode()), 16).toUpper(), 4, u'0');
}

} // namespace Sandglass
