// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/runhtml.h>
#include <widgets/runhtmltag.h>

#include <QtCore/QSet>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 48;
constexpr int maximumTables = 2; // within each other
// What QTextDocument lays out in a moment; far more than pandas writes.
constexpr int maximumCells = 1600;
constexpr int maximumInnerCells = 200; // of tables in tables
constexpr int maximumColumns = 80;

bool isShown(const QString &name)
{
    static const QSet<QString> shown{
        u"p"_s,     u"div"_s,   u"span"_s,   u"b"_s,          u"strong"_s, u"i"_s,     u"em"_s,
        u"u"_s,     u"s"_s,     u"del"_s,    u"sub"_s,        u"sup"_s,    u"small"_s, u"code"_s,
        u"pre"_s,   u"samp"_s,  u"kbd"_s,    u"tt"_s,         u"var"_s,    u"br"_s,    u"hr"_s,
        u"ul"_s,    u"ol"_s,    u"li"_s,     u"dl"_s,         u"dt"_s,     u"dd"_s,    u"a"_s,
        u"h1"_s,    u"h2"_s,    u"h3"_s,     u"h4"_s,         u"h5"_s,     u"h6"_s,    u"table"_s,
        u"thead"_s, u"tbody"_s, u"tfoot"_s,  u"tr"_s,         u"th"_s,     u"td"_s,    u"caption"_s,
        u"big"_s,   u"cite"_s,  u"center"_s, u"blockquote"_s, u"address"_s};
    return shown.contains(name);
}

/// Left out with all that stands in them.
bool isSwallowed(const QString &name)
{
    static const QSet<QString> swallowed{u"script"_s,   u"style"_s,    u"head"_s,    u"title"_s,
                                         u"iframe"_s,   u"object"_s,   u"svg"_s,     u"math"_s,
                                         u"template"_s, u"noscript"_s, u"select"_s,  u"audio"_s,
                                         u"video"_s,    u"canvas"_s,   u"textarea"_s};
    return swallowed.contains(name);
}

bool isNumber(QStringView text)
{
    QString plain = text.trimmed().toString();
    plain.remove(u',').remove(u'%').replace(QChar(0x2212), u'-');
    bool ok = false;
    (void)plain.toDouble(&ok);
    return ok || plain == u"NaN"_s || plain == u"NaT"_s || plain == u"&lt;NA&gt;"_s;
}

class HtmlCleaner final
{
public:
    explicit HtmlCleaner(QStringView source) : m_source(source) {}

    [[nodiscard]] CleanHtml run()
    {
        while (m_position < m_source.size()) {
            if (m_source.at(m_position) == u'<')
                takeTag();
            else
                takeText();
        }
        while (!m_open.isEmpty())
            closeLast();
        return std::move(m_result);
    }

private:
    void takeText()
    {
        qsizetype end = m_source.indexOf(u'<', m_position);
        end = end < 0 ? m_source.size() : end;
        const QStringView text = m_source.sliced(m_position, end - m_position);
        m_position = end;
        if (m_swallowing.isEmpty() && !m_isFull) {
            m_result.html += text.toString().replace(u'>', u"&gt;"_s);
            m_cellText += text;
        }
    }

    void takeTag()
    {
        const HtmlTag tag = nextTag(m_source, m_position);
        m_position = tag.end;
        if (tag.kind == HtmlTag::Kind::Text && m_swallowing.isEmpty())
            m_result.html += u"&lt;"_s;
        else if (tag.kind == HtmlTag::Kind::Start)
            start(tag);
        else if (tag.kind == HtmlTag::Kind::End)
            end(tag.name);
    }

    void start(const HtmlTag &tag)
    {
        if (!m_swallowing.isEmpty())
            return;
        if (isSwallowed(tag.name)) {
            if (!tag.isEmptyElement)
                m_swallowing = tag.name;
            return;
        }
        if (tag.name == u"img")
            m_result.html += u"<i>[%1]</i>"_s.arg(
                tag.attribute(u"alt"_s).left(80).toHtmlEscaped().replace(u'\n', u' '));
        if (!isShown(tag.name) || m_isFull)
            return;
        if (tag.name == u"br" || tag.name == u"hr") {
            m_result.html += u"<%1/>"_s.arg(tag.name);
            return;
        }
        if (m_open.size() >= maximumDepth ||
            (tag.name == u"table" && m_open.count(tag.name) >= maximumTables)) {
            m_result.isCut = true;
            return;
        }
        closeBefore(tag.name);
        count(tag);
        if (m_isFull)
            return;
        if (tag.name == u"tr")
            m_rowSide = tag.alignment();
        open(tag);
    }

    void open(const HtmlTag &tag)
    {
        // Cells that name a row look like the others: only the head of a table has a ground.
        const bool namesRow = tag.name == u"th" && m_open.contains(u"tbody"_s);
        const bool isHead = tag.name == u"th" && !namesRow;
        const QString side = isHead ? (m_rowSide.isEmpty() ? u"left"_s : m_rowSide) : QString();
        m_open.append(tag.name);
        m_written.append(namesRow ? u"td"_s : tag.name);
        m_result.html += tag.cleaned(m_written.last(), side);
        const bool mayAlign = tag.name == u"td" && tag.alignment().isEmpty();
        m_cellStart = mayAlign ? m_result.html.size() - 1 : 0;
        m_cellText.clear();
    }

    void end(const QString &name)
    {
        if (!m_swallowing.isEmpty()) {
            if (name == m_swallowing)
                m_swallowing.clear();
            return;
        }
        if (!m_open.contains(name))
            return;
        while (m_open.last() != name)
            closeLast();
        closeLast();
    }

    /// Cells, rows and items may be left open, where the next one ends them.
    void closeBefore(const QString &name)
    {
        if (name == u"td" || name == u"th")
            closeWithin({u"td"_s, u"th"_s}, {u"tr"_s, u"table"_s});
        else if (name == u"tr")
            closeWithin({u"tr"_s}, {u"table"_s, u"thead"_s, u"tbody"_s, u"tfoot"_s});
        else if (name == u"li")
            closeWithin({u"li"_s}, {u"ul"_s, u"ol"_s});
        else if (name == u"p" && !m_open.isEmpty() && m_open.last() == name)
            closeLast();
    }

    /// Closes all behind the innermost of `bounds` where one of `names` is among it.
    void closeWithin(const QStringList &names, const QStringList &bounds)
    {
        qsizetype from = -1;
        for (const QString &bound : bounds)
            from = std::max(from, m_open.lastIndexOf(bound));
        const bool hasOne = std::any_of(m_open.cbegin() + (from + 1), m_open.cend(),
                                        [&](const QString &open) { return names.contains(open); });
        while (hasOne && m_open.size() > from + 1)
            closeLast();
    }

    void closeLast()
    {
        const QString name = m_open.takeLast();
        if (name == u"td" && m_cellStart > 0 && isNumber(m_cellText))
            m_result.html.insert(m_cellStart, u" align=\"right\""_s);
        m_cellStart = 0;
        m_result.html += u"</%1>"_s.arg(m_written.takeLast());
        if (name == u"table" && m_tables > 0)
            --m_tables;
    }

    void count(const HtmlTag &tag)
    {
        if (tag.name == u"table") {
            m_isFirst = m_tables == 0 && m_result.rows == 0 && m_result.columns == 0;
            ++m_tables;
            m_result.isDataFrame |= m_isFirst && tag.attribute(u"class"_s).contains(u"dataframe"_s);
        }
        if (tag.name == u"tr") {
            m_result.rows += m_isFirst && m_tables == 1 && !m_open.contains(u"thead"_s) ? 1 : 0;
            m_columns = 0;
            m_rowCells = 0;
        }
        if (tag.name != u"td" && tag.name != u"th")
            return;
        const int taken = tag.span(u"colspan"_s) * tag.span(u"rowspan"_s);
        m_cells += taken;
        m_innerCells += m_tables > 1 ? taken : 0;
        m_rowCells += tag.span(u"colspan"_s);
        m_columns += tag.name == u"td" ? 1 : 0;
        if (m_isFirst && m_tables == 1)
            m_result.columns = std::max(m_result.columns, m_columns);
        if (m_cells > maximumCells || m_innerCells > maximumInnerCells ||
            m_rowCells > maximumColumns) {
            m_isFull = true;
            m_result.isCut = true;
        }
    }

    QStringView m_source;
    CleanHtml m_result;
    QStringList m_open;
    QStringList m_written; ///< what they became
    QString m_rowSide;
    QString m_swallowing;
    QString m_cellText;
    qsizetype m_position = 0;
    qsizetype m_cellStart = 0; ///< where an attribute may be put in; 0: nowhere
    int m_tables = 0;
    int m_cells = 0;
    int m_innerCells = 0;
    int m_rowCells = 0; ///< of the row, with those it spans
    int m_columns = 0;  ///< of the row, without names
    bool m_isFirst = false;
    bool m_isFull = false;
};

} // namespace

CleanHtml cleanedHtml(const QString &source)
{
    return HtmlCleaner(source).run();
}

void dropPictures(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (qsizetype at = text.size() - 1; at >= 0; --at) {
            if (text.at(at) != QChar::ObjectReplacementCharacter)
                continue;
            cursor.setPosition(block.position() + int(at));
            cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
            const QString words =
                cursor.charFormat().property(QTextFormat::ImageAltText).toString();
            cursor.insertText(u'[' + words.left(80) + u']', QTextCharFormat());
        }
    }
}

void showHiddenCharacters(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (qsizetype at = text.size() - 1; at >= 0; --at) {
            const QChar character = text.at(at);
            if (character.isSurrogate() || character == QChar::LineSeparator ||
                character == u'\t' || character == QChar::ObjectReplacementCharacter)
                continue;
            const QString shown = displayText(QStringView(&character, 1));
            if (shown == character)
                continue;
            cursor.setPosition(block.position() + int(at));
            cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
            cursor.insertText(shown);
        }
    }
}

} // namespace Sandglass
