// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/localname.h>

#include <QByteArray>
#include <QChar>
#include <QList>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr qsizetype longestName = 255; // bytes: what Linux file systems take
constexpr qsizetype longestExtension = 16;

void addEscaped(QString &name, QByteArrayView bytes)
{
    for (const char byte : bytes)
        name +=
            u'%' + QString::number(static_cast<uchar>(byte), 16).toUpper().rightJustified(2, u'0');
}

/// Characters that are not seen, or that make others be seen elsewhere.
bool hides(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional marks, zero-width characters
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// Bytes of the UTF-8 sequence that `text` begins with; 0 when it is none.
qsizetype sequenceLength(QByteArrayView text)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(4, text.size()); ++length) {
        if (text.first(length).isValidUtf8())
            return length;
    }
    return 0;
}

QString visible(QByteArrayView rest)
{
    QString name;
    while (!rest.isEmpty()) {
        const qsizetype length = std::max<qsizetype>(1, sequenceLength(rest));
        const QByteArrayView sequence = rest.first(length);
        const bool isText = sequence.isValidUtf8();
        const QString character = isText ? QString::fromUtf8(sequence) : QString();
        if (!isText || hides(character.toUcs4().constFirst()))
            addEscaped(name, sequence);
        else if (character == u'/' || character == u'\\')
            name += u'_';
        else
            name += character;
        rest = rest.sliced(length);
    }
    return name;
}

/// At most so many bytes, and no half character.
QString cut(const QString &text, qsizetype most)
{
    QByteArray bytes = text.toUtf8().first(std::min(most, text.toUtf8().size()));
    while (!bytes.isValidUtf8())
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= longestName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 ? name.sliced(dot) : QString();
    const qsizetype kept = extension.toUtf8().size();
    if (kept > longestExtension)
        return cut(name, longestName);
    return cut(name.first(name.size() - extension.size()), longestName - kept) + extension;
}

} // namespace

QString safeLocalName(std::string_view remoteName)
{
    QString name =
        visible(QByteArrayView(remoteName.data(), static_cast<qsizetype>(remoteName.size())));
    for (QChar &character : name) {
        if (character != u'.' && character != u'-' && character != u' ' && character != u'~')
            break;
        character = u'_';
    }
    name = shortened(name);
    return name.isEmpty() ? QStringLiteral("_") : name;
}

} // namespace Sandglass
