// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/formrules.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sandglass {

Findings missingLicence(const SourceFile &file)
{
    const QString expected =
        (file.isBuildFile() ? u"#"_s : u"//"_s) + u" SPDX-License-Identifier: GPL-3.0-or-later"_s;
    if (file.text.section(u'\n', 0, 0) == expected)
        return {};
    return {file.finding(0, u"the first line is \""_s + expected + u"\""_s)};
}

Findings missingPragmaOnce(const SourceFile &file)
{
    if (!file.isHeader() || file.code.trimmed().startsWith(u"#pragma once\n"))
        return {};
    return {file.finding(0, u"a header begins with #pragma once"_s)};
}

Findings quotedIncludes(const SourceFile &file)
{
    static const QRegularExpression quoted(
        u"^[ \\t]*#[ \\t]*include[ \\t]*\"(?!(?:[\\w/]+\\.moc|moc_\\w+\\.cpp)\")"_s,
        QRegularExpression::MultilineOption);
    Findings findings;
    for (const auto &match : quoted.globalMatch(file.uncommented))
        findings += file.finding(match.capturedStart(),
                                 u"write <folder/file.h>, from the repository's root"_s);
    return findings;
}

Findings upperCaseName(const SourceFile &file)
{
    const QString name = file.path.section(u'/', -1);
    if (file.isBuildFile() || name == name.toLower())
        return {};
    return {file.finding(0, u"file names are lower case"_s)};
}

} // namespace Sandglass
