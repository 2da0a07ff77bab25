// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalpaste.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr qsizetype maximumTitleLength = 120;

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

bool isBidiControl(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) ||
           unit == 0x200e || unit == 0x200f || unit == 0x061c;
}

bool isHidden(QChar c)
{
    const bool ordinary = c == u'\n' || c == u'\r' || c == u'\t';
    return (isControl(c) && !ordinary) || isBidiControl(c);
}

} // namespace

PasteRisk pasteRisk(const QString &text, bool bracketed)
{
    if (std::any_of(text.begin(), text.end(), isHidden))
        return PasteRisk::ControlCharacters;
    const bool hasLines = text.contains(u'\n') || text.contains(u'\r');
    return hasLines && !bracketed ? PasteRisk::SeveralLines : PasteRisk::None;
}

QString cleanedPaste(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QChar c = text.at(index);
        if (c == u'\n') {
            const bool pair = index > 0 && text.at(index - 1) == u'\r';
            if (!pair)
                clean.append(u'\r');
        } else if (!isHidden(c)) {
            clean.append(c);
        }
    }
    return clean;
}

QString cleanedTitle(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (!isControl(c) && !isBidiControl(c))
            clean.append(c);
    }
    clean = clean.simplified();
    if (clean.size() > maximumTitleLength) {
        clean.truncate(maximumTitleLength - 1);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
        clean.append(u'…');
    }
    return clean;
}

} // namespace Sandglass
