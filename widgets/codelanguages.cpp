// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/codelanguages.h>

#include <QtCore/QCoreApplication>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

CodeLanguage languageOf(const KSyntaxHighlighting::Definition &definition)
{
    if (!definition.isValid() || definition.name() == u"None"_s)
        return {.definition = {},
                .name = QCoreApplication::translate("Sandglass::CodeLanguages", "Plain text"),
                .comment = {}};
    return {.definition = definition,
            .name = definition.translatedName(),
            .comment = definition.singleLineCommentMarker()};
}

} // namespace

CodeLanguage CodeLanguages::forFile(const QString &name) const
{
    return languageOf(m_repository.definitionForFileName(name));
}

CodeLanguage CodeLanguages::forKernel(const QString &name) const
{
    if (name == u"r")
        return languageOf(m_repository.definitionForName(u"R Script"_s));
    return languageOf(m_repository.definitionForName(name));
}

} // namespace Sandglass
