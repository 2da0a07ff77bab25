// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/textrules.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// Calls whose arguments are all shown when they are text.
constexpr auto showsAll = u"setText|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|"
                          u"setPlaceholderText|setTitle|setSubTitle|"
                          "setAccessibleName|setAccessibleDescription|setInformativeText|"
                          "setDetailedText|setLabelText|setPrefix|setSuffix|"
                          "setSpecialValueText|setHeaderLabels|setHorizontalHeaderLabels|"
                          "setTabText|setTabToolTip|addAction|addMenu|"
                          "addSection|addTab|insertTab|showMessage|drawText|addRow";
/// Types of which a text argument of the constructor is shown.
constexpr auto shownTypes = u"QAction|QLabel|QPushButton|QCheckBox|QRadioButton|QGroupBox|QMenu|"
                            u"QCommandLinkButton|QMessageBox|QDockWidget";
/// Of these only the first text is shown; the rest is data.
constexpr auto showsFirst = u"addItem|insertItem|setItemText";

/// Does the literal hold a word? Place holders, tags, entities and escapes are none, nor is a
/// single letter. Addresses, the product's name and the terms of the filter field ("state:%1") are
/// the same in every language.
bool hasWords(QString literal)
{
    static const QRegularExpression noise(
        u"%L?\\d+|%n|<[^>]*>|&\\w+;|\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]+|.)"_s);
    static const QRegularExpression filterTerm(u"^[a-z]+:[^\\s\\w]*%\\d[^\\s\\w]*$"_s);
    static const QRegularExpression address(u"^(https?://\\S*|[a-z0-9-]+(\\.[a-z0-9-]+)+)$"_s);
    static const QRegularExpression word(u"\\p{L}{2}"_s);
    if (filterTerm.match(literal).hasMatch() || address.match(literal).hasMatch())
        return false;
    literal.remove(noise).remove(u"Sandglass"_s);
    return word.match(literal).hasMatch();
}

/// The name right before a bracket, empty for a mere grouping.
QString nameBefore(const QString &code, qsizetype bracket)
{
    static const QRegularExpression name(u"(\\w+)\\s*$"_s);
    const QStringView before = QStringView(code).first(bracket);
    return name.matchView(before.last(std::min<qsizetype>(60, before.size()))).captured(1);
}

/// Calls that pass their text on, so that a literal in them is as good as outside.
bool passesTextOn(const QString &name)
{
    static const QStringList names{QString(),
                                   u"arg"_s,
                                   u"QString"_s,
                                   u"QStringLiteral"_s,
                                   u"QLatin1StringView"_s,
                                   u"QLatin1String"_s,
                                   u"fromUtf8"_s,
                                   u"fromLatin1"_s,
                                   u"return"_s};
    return names.contains(name);
}

/// The arguments of one call, walked from its opening bracket.
class ArgumentWalk final
{
public:
    ArgumentWalk(const SourceFile &file, qsizetype open) : m_file(file), m_position(open) {}

    /// Positions of the literals that are shown; only those of the first argument with any if
    /// `onlyFirst`.
    QList<qsizetype> shownLiterals(bool onlyFirst)
    {
        const QString &code = m_file.code;
        QList<qsizetype> found;
        for (; m_position < code.size(); ++m_position) {
            const QChar c = code.at(m_position);
            if (c == u'(' || c == u'{' || c == u'[')
                open(c);
            else if (c == u')' || c == u'}' || c == u']')
                m_opaque.removeLast();
            else if (c == u'"')
                literal(found);
            else if (c == u',' && m_opaque.size() == 1 && onlyFirst &&
                     (m_hasText || !found.isEmpty()))
                break;
            if (m_opaque.isEmpty())
                break;
        }
        return found;
    }

private:
    void open(QChar bracket)
    {
        const bool isOutermost = m_opaque.isEmpty();
        const QString name = isOutermost ? QString() : nameBefore(m_file.code, m_position);
        m_hasText = m_hasText || name == u"tr" || name == u"translate";
        m_opaque.append(!isOutermost &&
                        (m_opaque.last() || bracket != u'(' || !passesTextOn(name)));
    }

    void literal(QList<qsizetype> &found)
    {
        const qsizetype end = m_file.code.indexOf(u'"', m_position + 1);
        const QString content =
            m_file.text.sliced(m_position + 1, std::max<qsizetype>(0, end - m_position - 1));
        if (!m_opaque.last() && hasWords(content))
            found.append(m_position);
        m_position = end < 0 ? m_file.code.size() : end;
    }

    const SourceFile &m_file;
    qsizetype m_position;
    bool m_hasText = false; ///< was there a text that is translated?
    QList<bool>
        m_opaque; ///< one for each bracket that is open: are literals inside somebody else's?
};

Findings findingsFor(const SourceFile &file, const QString &pattern, bool onlyFirst)
{
    const QRegularExpression call(pattern);
    Findings findings;
    for (const auto &match : call.globalMatch(file.code)) {
        for (const qsizetype position :
             ArgumentWalk(file, match.capturedEnd() - 1).shownLiterals(onlyFirst))
            findings += file.finding(position, u"text that people read goes through tr()"_s);
    }
    return findings;
}

} // namespace

Findings untranslatedTexts(const SourceFile &file)
{
    const bool isShown = file.folder() == u"app" || file.folder() == u"widgets";
    if (!isShown || file.isBuildFile())
        return {};
    const auto group = [](const auto *names) {
        return u"\\b(?:"_s + QString::fromUtf16(names) + u")"_s;
    };
    return findingsFor(file, group(showsAll) + u"\\s*\\("_s, false) +
           findingsFor(file, group(showsFirst) + u"\\s*\\("_s, true) +
           findingsFor(file, group(shownTypes) + u"\\b\\s*>?\\s*\\w*\\s*[({]"_s, false);
}

} // namespace Sandglass
