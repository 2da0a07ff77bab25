// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <optional>

namespace Sandglass {

/// The role that shows a style of text; nothing for what keeps the text's own colour.
[[nodiscard]] std::optional<ThemeRole> codeRoleOf(KSyntaxHighlighting::Theme::TextStyle style);

/// KSyntaxHighlighting's rules in the colours of our theme. The document owns it.
class CodeHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeHighlighter)

public:
    CodeHighlighter(QTextDocument *document, const Theme &theme);

    /// Colours everything anew where the theme is another one.
    void setColors(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    [[nodiscard]] bool isDocumentation(int offset);

    const Theme *m_theme;      ///< live for the whole run
    QString m_text;            ///< of the line that is coloured
    bool m_hasComment = false; ///< began in this line
};

} // namespace Sandglass
