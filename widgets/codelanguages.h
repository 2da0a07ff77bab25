// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

namespace Sandglass {

/// A language that the editor knows: how it is coloured, and how a line becomes a comment.
struct CodeLanguage {
    KSyntaxHighlighting::Definition definition; ///< not valid for plain text
    QString name;                               ///< "Python", "Plain text"
    QString comment;                            ///< "#"; empty where there is no such thing
};

/// The languages of KSyntaxHighlighting. Editors borrow it.
class CodeLanguages final
{
    Q_DISABLE_COPY_MOVE(CodeLanguages)

public:
    CodeLanguages() = default;

    [[nodiscard]] CodeLanguage forFile(const QString &name) const;
    /// By the name of a kernel: "python", "bash", "javascript", "r", "java".
    [[nodiscard]] CodeLanguage forKernel(const QString &name) const;

private:
    KSyntaxHighlighting::Repository m_repository;
};

} // namespace Sandglass
