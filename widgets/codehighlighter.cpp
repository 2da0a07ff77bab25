// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/codehighlighter.h>

#include <QtGui/QTextCharFormat>

#include <KSyntaxHighlighting/Format>

namespace Sandglass {

std::optional<ThemeRole> codeRoleOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    using Style = KSyntaxHighlighting::Theme;
    switch (style) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Import:
    case Style::Preprocessor:
    case Style::DataType:
    case Style::Constant:
        return ThemeRole::CodeKeyword;
    case Style::Char:
    case Style::SpecialChar:
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
        return ThemeRole::CodeString;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Function:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Attribute:
        return ThemeRole::CodeNumber;
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
    case Style::CommentVar:
    case Style::RegionMarker:
    case Style::Information:
    case Style::Warning:
    case Style::Alert:
        return ThemeRole::CodeComment;
    default: // text, variables, operators, and what is wrong: that is the interpreter's to say
        return std::nullopt;
    }
}

CodeHighlighter::CodeHighlighter(QTextDocument *document, const Theme &theme)
    : KSyntaxHighlighting::SyntaxHighlighter(document),
      m_theme(&theme)
{
}

void CodeHighlighter::setColors(const Theme &theme)
{
    if (m_theme == &theme)
        return;
    m_theme = &theme;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    m_text = text;
    m_hasComment = false;
    KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text);
}

/// Python's rules call the text that describes a function a comment; people read it as a text.
bool CodeHighlighter::isDocumentation(int offset)
{
    m_hasComment = m_hasComment || QStringView(m_text).sliced(offset).trimmed().startsWith(u'#');
    return !m_hasComment && definition().name() == u"Python";
}

void CodeHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    auto role = codeRoleOf(format.textStyle());
    if (!role)
        return;
    if (role == ThemeRole::CodeComment && isDocumentation(offset))
        role = ThemeRole::CodeString;
    QTextCharFormat look;
    look.setForeground(m_theme->color(*role));
    setFormat(offset, length, look);
}

} // namespace Sandglass
