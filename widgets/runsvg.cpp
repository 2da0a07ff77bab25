// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/runsvg.h>
#include <widgets/runsvgcost.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QXmlStreamReader>
#include <QtCore/QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 100;
constexpr qsizetype maximumAttribute = 2 * 1024 * 1024;

bool isWanted(QStringView element)
{
    // What loads, runs, animates, or takes a time that nobody can foresee.
    static const QSet<QString> unwanted{
        u"script"_s,        u"foreignobject"_s, u"iframe"_s,  u"audio"_s,
        u"video"_s,         u"filter"_s,        u"animate"_s, u"animatetransform"_s,
        u"animatemotion"_s, u"animatecolor"_s,  u"set"_s,     u"metadata"_s,
        u"handler"_s,       u"listener"_s,      u"discard"_s, u"font"_s,
        u"font-face"_s,     u"marker"_s,        u"cursor"_s,  u"tbreak"_s};
    return !unwanted.contains(element.toString().toLower());
}

/// Nothing but a part of the same drawing, or a picture that is written out.
bool leadsInside(QStringView address)
{
    const QStringView target = address.trimmed();
    return target.startsWith(u'#') || target.startsWith(u"data:image/png;base64,") ||
           target.startsWith(u"data:image/jpeg;base64,");
}

bool hasForeignUrl(const QString &value)
{
    static const QRegularExpression url(u"url\\s*\\(\\s*['\"]?\\s*(?!#)"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return value.contains(url) || value.contains(u"@import"_s, Qt::CaseInsensitive);
}

/// Dashes of next to no length along a line of any length.
bool hasEndlessDashes(QStringView name, const QString &value)
{
    static const QRegularExpression inStyle(u"stroke-dasharray\\s*:\\s*([^;]*)"_s);
    const QString list = name == u"stroke-dasharray" ? value : inStyle.match(value).captured(1);
    for (const QString &part : list.split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts)) {
        bool ok = false;
        const double length = QString(part).remove(QRegularExpression(u"[a-z%]+$"_s)).toDouble(&ok);
        if (ok && length != 0 && std::abs(length) < 0.2)
            return true;
    }
    return false;
}

bool keepsAttribute(const QXmlStreamAttribute &attribute)
{
    const QStringView name = attribute.name();
    const QString value = attribute.value().toString();
    if (value.size() > maximumAttribute || name.startsWith(u"on", Qt::CaseInsensitive))
        return false;
    if (name == u"href" || name == u"src")
        return leadsInside(value);
    if (name == u"filter" || name == u"marker-start" || name == u"marker-mid" ||
        name == u"marker-end" || name == u"base")
        return false;
    const bool isLook = name == u"style" || name == u"stroke-dasharray";
    return !hasForeignUrl(value) && !(isLook && hasEndlessDashes(name, value));
}

/// Copies token by token what is wanted.
class SvgFilter final
{
public:
    explicit SvgFilter(const QByteArray &svg) : m_reader(svg), m_writer(&m_result.bytes) {}

    [[nodiscard]] CleanSvg run()
    {
        m_writer.writeStartDocument();
        while (!m_reader.atEnd() && m_result.problem == SvgProblem::None)
            step();
        if (m_result.problem == SvgProblem::None && (m_reader.hasError() || !m_hasRoot))
            m_result.problem = SvgProblem::NotSvg;
        if (m_result.problem == SvgProblem::None && !m_cost.isBounded())
            m_result.problem = SvgProblem::TooComplex;
        if (m_result.problem != SvgProblem::None)
            m_result.bytes.clear();
        return std::move(m_result);
    }

private:
    void step()
    {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
            --m_depth;
            m_cost.end();
            m_writer.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            if (m_inStyle && hasForeignUrl(m_reader.text().toString()))
                break;
            m_writer.writeCharacters(m_reader.text());
            break;
        case QXmlStreamReader::DTD:
            if (!m_reader.entityDeclarations().isEmpty())
                m_result.problem = SvgProblem::NotSvg;
            break;
        case QXmlStreamReader::EntityReference:
            m_result.problem = SvgProblem::NotSvg;
            break;
        default:
            break;
        }
        m_inStyle = m_reader.isStartElement() ? m_reader.name() == u"style"
                                              : m_inStyle && !m_reader.isEndElement();
    }

    void start()
    {
        if (!m_hasRoot && m_reader.name() != u"svg") {
            m_result.problem = SvgProblem::NotSvg;
            return;
        }
        m_hasRoot = true;
        if (!isWanted(m_reader.name()) || isForeignPicture()) {
            m_reader.skipCurrentElement();
            return;
        }
        const QXmlStreamAttributes attributes = m_reader.attributes();
        QString href;
        m_writer.writeStartElement(m_reader.qualifiedName());
        for (const QXmlStreamNamespaceDeclaration &space : m_reader.namespaceDeclarations()) {
            const QString name =
                space.prefix().isEmpty() ? u"xmlns"_s : u"xmlns:"_s + space.prefix().toString();
            m_writer.writeAttribute(name, space.namespaceUri().toString());
        }
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (!keepsAttribute(attribute))
                continue;
            m_writer.writeAttribute(attribute.qualifiedName(), attribute.value());
            if (attribute.name() == u"href")
                href = attribute.value().trimmed().toString();
        }
        const bool copies = m_reader.name() == u"use";
        m_cost.begin(attributes.value(u"id"_s).toString(), copies ? href.mid(1) : QString());
        if (++m_depth > maximumDepth)
            m_result.problem = SvgProblem::TooComplex;
    }

    [[nodiscard]] bool isForeignPicture() const
    {
        return m_reader.name() == u"image" &&
               !std::ranges::any_of(m_reader.attributes(), [](const QXmlStreamAttribute &one) {
                   return one.name() == u"href" && keepsAttribute(one);
               });
    }

    QXmlStreamReader m_reader;
    CleanSvg m_result;
    QXmlStreamWriter m_writer;
    SvgCost m_cost;
    int m_depth = 0;
    bool m_hasRoot = false;
    bool m_inStyle = false;
};

} // namespace

CleanSvg cleanedSvg(const QByteArray &svg)
{
    if (svg.size() > maximumSvgBytes)
        return {.bytes = {}, .problem = SvgProblem::TooLarge};
    return SvgFilter(svg).run();
}

} // namespace Sandglass
