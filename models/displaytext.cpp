// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>

#include <QChar>
#include <QStringView>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

bool isJoiner(char32_t character)
{
    return character == 0x200C || character == 0x200D;
}

/// Characters that show nothing by themselves but change what stands around them.
bool isHidden(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Fillers of Hangul and the braille blank are letters or symbols by category, yet show
        // nothing.
        return character == 0x115F || character == 0x1160 || character == 0x3164 ||
               character == 0xFFA0 || character == 0x2800;
    }
}

QString pictureOf(char32_t character)
{
    if (character < 0x20)
        return QString(QChar(char16_t(0x2400 + character)));
    if (character == 0x7F)
        return QString(QChar(char16_t(0x2421)));
    return u"‹U+%1›"_s.arg(QString::number(uint(character), 16).toUpper(), 4, u'0');
}

/// Reads one code point at `position` and moves behind it; a lone surrogate comes back as itself.
char32_t nextCharacter(QStringView text, qsizetype &position)
{
    const QChar first = text.at(position++);
    if (!first.isHighSurrogate() || position == text.size() || !text.at(position).isLowSurrogate())
        return first.unicode();
    return QChar::surrogateToUcs4(first, text.at(position++));
}

} // namespace

QString displayText(QStringView text, qsizetype maxLength)
{
    QString shown;
    shown.reserve(std::min(text.size(), maxLength));
    char32_t previous = 0;
    for (qsizetype position = 0; position < text.size();) {
        if (shown.size() >= maxLength)
            return shown + u'…';
        const char32_t character = nextCharacter(text, position);
        // Joiners shape letters of several scripts and emoji; between ASCII they only serve to
        // deceive.
        const bool shapes = isJoiner(character) && previous > 0x7F;
        if (isHidden(character) && !shapes)
            shown += pictureOf(character);
        else
            shown += QChar::fromUcs4(character);
        previous = character;
    }
    return shown;
}

QString displayText(std::string_view utf8, qsizetype maxLength)
{
    // Enough for the text that is kept: nobody reads a megabyte of a name.
    const auto bytes = std::min<qsizetype>(qsizetype(utf8.size()), 4 * maxLength + 4);
    return displayText(QString::fromUtf8(utf8.substr(0, std::size_t(bytes))), maxLength);
}

QString toolTipText(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    return u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(
        plain.toHtmlEscaped().replace(u'\n', u"<br/>"_s));
}

QString elidedId(const QString &id)
{
    if (id.size() <= 12)
        return id;
    return id.first(4) + u'…' + id.last(4);
}

} // namespace Sandglass
