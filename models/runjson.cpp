// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runresult.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int maximumIndent = 40;                    // levels; deeper ones stay there
constexpr qsizetype maximumGrowth = 4 * 1024 * 1024; // behind it, as it came

/// Walks JSON text by its tokens without building anything, so that its size is its cost.
class JsonIndenter final
{
public:
    explicit JsonIndenter(QStringView json) : m_json(json) { m_out.reserve(json.size() * 2); }

    [[nodiscard]] QString run()
    {
        while (m_position < m_json.size())
            step();
        return m_out;
    }

private:
    void step()
    {
        const QChar c = m_json.at(m_position);
        if (c == u'"') {
            string();
            return;
        }
        ++m_position;
        if (c == u'{' || c == u'[')
            open(c);
        else if (c == u'}' || c == u']')
            close(c);
        else if (c == u',')
            newLine(c);
        else if (c == u':')
            m_out += u": ";
        else if (!c.isSpace())
            m_out += c;
    }

    void open(QChar bracket)
    {
        qsizetype next = m_position;
        while (next < m_json.size() && m_json.at(next).isSpace())
            ++next;
        if (next < m_json.size() && (m_json.at(next) == u'}' || m_json.at(next) == u']')) {
            m_out += bracket;
            m_out += m_json.at(next);
            m_position = next + 1;
            return;
        }
        ++m_depth;
        newLine(bracket);
    }

    void close(QChar bracket)
    {
        --m_depth;
        newLine(QChar());
        m_out += bracket;
    }

    void newLine(QChar after)
    {
        if (!after.isNull())
            m_out += after;
        if (m_out.size() > maximumGrowth)
            return;
        m_out += u'\n';
        m_out += QString(2 * std::clamp(m_depth, 0, maximumIndent), u' ');
    }

    void string()
    {
        m_out += m_json.at(m_position++);
        while (m_position < m_json.size()) {
            const QChar c = m_json.at(m_position);
            if (c == u'\\') {
                escape();
                continue;
            }
            m_out += c;
            ++m_position;
            if (c == u'"')
                return;
        }
    }

    /// \u00e9 is shown as the letter; what would be a control, a quote or half a character stays.
    void escape()
    {
        const QStringView rest = m_json.sliced(m_position);
        bool ok = false;
        const uint code =
            rest.size() >= 6 && rest.at(1) == u'u' ? rest.sliced(2, 4).toUInt(&ok, 16) : 0;
        const QChar shown{char16_t(code)};
        if (ok && code >= 0xA0 && !shown.isSurrogate() &&
            displayText(QStringView(&shown, 1)) == shown) {
            m_out += shown;
            m_position += 6;
            return;
        }
        const qsizetype length = std::min<qsizetype>(2, rest.size());
        m_out += rest.first(length);
        m_position += length;
    }

    QStringView m_json;
    QString m_out;
    qsizetype m_position = 0;
    int m_depth = 0;
};

} // namespace

QString indentedJson(QStringView json)
{
    return JsonIndenter(json).run();
}

} // namespace Sandglass
