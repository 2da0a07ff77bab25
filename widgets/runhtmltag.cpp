// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/runhtmltag.h>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumSpan = 100;
constexpr qsizetype maximumAttributes = 40;

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isName(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == u'-' || c == u':' || c == u'_';
}

/// Reads a tag from behind its name.
class TagReader final
{
public:
    TagReader(QStringView source, qsizetype position) : m_source(source), m_position(position) {}

    [[nodiscard]] QString name()
    {
        const qsizetype start = m_position;
        while (m_position < m_source.size() && isName(m_source.at(m_position)))
            ++m_position;
        return m_source.sliced(start, m_position - start).toString().toLower();
    }

    void attributes(HtmlTag &tag)
    {
        while (m_position < m_source.size() && m_source.at(m_position) != u'>') {
            if (!isNameStart(m_source.at(m_position))) {
                tag.isEmptyElement = m_source.at(m_position) == u'/';
                ++m_position;
                continue;
            }
            const QString key = name();
            skipSpace();
            QString value;
            if (m_position < m_source.size() && m_source.at(m_position) == u'=') {
                ++m_position;
                skipSpace();
                value = this->value();
            }
            if (tag.attributes.size() < maximumAttributes && !tag.attributes.contains(key))
                tag.attributes.insert(key, value);
        }
        tag.end = std::min(m_source.size(), m_position + 1);
    }

private:
    void skipSpace()
    {
        while (m_position < m_source.size() && m_source.at(m_position).isSpace())
            ++m_position;
    }

    QString value()
    {
        if (m_position >= m_source.size())
            return {};
        const QChar quote = m_source.at(m_position);
        const bool quoted = quote == u'"' || quote == u'\'';
        const qsizetype start = m_position + (quoted ? 1 : 0);
        qsizetype end = start;
        while (end < m_source.size() &&
               (quoted ? m_source.at(end) != quote
                       : !m_source.at(end).isSpace() && m_source.at(end) != u'>'))
            ++end;
        m_position = std::min(m_source.size(), end + (quoted ? 1 : 0));
        return m_source.sliced(start, end - start).toString();
    }

    QStringView m_source;
    qsizetype m_position;
};

bool isLink(const QString &address)
{
    const QString start = address.trimmed().left(8).toLower();
    return start.startsWith(u"http://"_s) || start.startsWith(u"https://"_s) ||
           start.startsWith(u"mailto:"_s);
}

} // namespace

QString HtmlTag::alignment() const
{
    const QString style = attribute(u"style"_s).toLower().remove(u' ');
    for (const QString &side : {u"left"_s, u"right"_s, u"center"_s}) {
        if (attribute(u"align"_s).toLower() == side || style.contains(u"text-align:"_s + side))
            return side;
    }
    return {};
}

int HtmlTag::span(const QString &key) const
{
    return std::clamp(attribute(key).toInt(), 1, maximumSpan);
}

QString HtmlTag::cleaned(const QString &element, const QString &side) const
{
    QString text = u'<' + element;
    const bool isCell = name == u"td" || name == u"th";
    if (isCell) {
        for (const QString &key : {u"colspan"_s, u"rowspan"_s}) {
            if (span(key) > 1)
                text += u" %1=\"%2\""_s.arg(key).arg(span(key));
        }
    }
    const QString own = alignment();
    if (!own.isEmpty() || !side.isEmpty())
        text += u" align=\"%1\""_s.arg(own.isEmpty() ? side : own);
    if (name == u"a" && isLink(attribute(u"href"_s)))
        text += u" href=\"%1\""_s.arg(
            attribute(u"href"_s).trimmed().replace(u"&amp;"_s, u"&"_s).toHtmlEscaped());
    if (name == u"table")
        text += u" width=\"100%\" cellspacing=\"0\" cellpadding=\"4\""_s;
    return text + u'>';
}

HtmlTag nextTag(QStringView source, qsizetype position)
{
    HtmlTag tag;
    tag.end = position + 1;
    const QStringView rest = source.sliced(position);
    if (rest.startsWith(u"<!--")) {
        const qsizetype end = source.indexOf(u"-->", position);
        tag.kind = HtmlTag::Kind::Other;
        tag.end = end < 0 ? source.size() : end + 3;
        return tag;
    }
    if (rest.size() < 2)
        return tag;
    const bool isEnd = rest.at(1) == u'/';
    const qsizetype nameAt = position + (isEnd ? 2 : 1);
    if (rest.at(1) == u'!' || rest.at(1) == u'?') {
        const qsizetype end = source.indexOf(u'>', position);
        tag.kind = HtmlTag::Kind::Other;
        tag.end = end < 0 ? source.size() : end + 1;
        return tag;
    }
    if (nameAt >= source.size() || !isNameStart(source.at(nameAt)))
        return tag;
    TagReader reader(source, nameAt);
    tag.kind = isEnd ? HtmlTag::Kind::End : HtmlTag::Kind::Start;
    tag.name = reader.name();
    reader.attributes(tag);
    return tag;
}

} // namespace Sandglass
