// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/codeeditor.h>
#include <widgets/codegutter.h>
#include <widgets/codehighlighter.h>
#include <widgets/fonts.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtCore/QMimeData>
#include <QtGui/QTextBlock>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int endingProperty = QTextFormat::UserProperty + 1;
constexpr qreal lineHeight = 20; // of Inter 13
constexpr int largestZoom = 20;
constexpr int smallestZoom = -6;

/// One level as most lines have it: a tab, or the fewest spaces that any line begins with.
QString indentationOf(const QString &text)
{
    int tabs = 0;
    int twos = 0;
    int fours = 0;
    for (const QStringView line : QStringView(text).left(200000).tokenize(u'\n')) {
        qsizetype spaces = 0;
        while (spaces < line.size() && line.at(spaces) == u' ')
            ++spaces;
        tabs += line.startsWith(u'\t') ? 1 : 0;
        twos += spaces % 4 == 2 ? 1 : 0;
        fours += spaces > 0 && spaces % 4 == 0 ? 1 : 0;
    }
    if (tabs > twos + fours)
        return u"\t"_s;
    return twos * 2 > fours ? u"  "_s : u"    "_s;
}

void setEndings(QTextDocument &document, const CodeText &code)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (const auto &[line, ending] : code.otherEndings.asKeyValueRange()) {
        cursor.setPosition(document.findBlockByNumber(line).position());
        QTextBlockFormat format;
        format.setProperty(endingProperty, int(ending));
        cursor.mergeBlockFormat(format);
    }
    cursor.endEditBlock();
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : QPlainTextEdit(parent),
      m_indent(u"    "_s),
      m_gutter(new CodeGutter(*this))
{
    auto *lines = new QTextDocument(this);
    lines->setDocumentLayout(new CodeLayout(lines));
    lines->setDocumentMargin(8);
    setDocument(lines);
    setFrameShape(QFrame::NoFrame);
    setDrawsFocus(this); // by its current line
    setLineWrapMode(NoWrap);
    setAccessibleName(tr("Code"));
    // Marks that turn the direction have stand-ins; letters still flow as they should.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    updateFont();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int position, int removed, int added) {
                const QTextBlock marked = m_error.isNull() ? QTextBlock() : m_error.block();
                if (marked.isValid() && (removed > 0 || added > 0) &&
                    position + added >= marked.position() &&
                    position < marked.position() + marked.length())
                    clearErrorMark();
                Q_EMIT hiddenCharactersChanged();
            });
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::setBytes(const QByteArray &bytes)
{
    m_code = readCodeText(bytes);
    m_original = m_code.problem == CodeTextProblem::None ? QByteArray() : bytes;
    dropHighlighter(); // it would colour the old text once more
    clearErrorMark();
    setPlainText(m_code.text);
    m_indent = indentationOf(m_code.text);
    setEndings(*document(), m_code);
    document()->clearUndoRedoStacks();
    document()->setModified(false);
    setReadOnly(m_code.problem != CodeTextProblem::None);
    if (isReadOnly())
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code.text.clear();
    m_code.otherEndings.clear();
    updateHighlighter();
}

QByteArray CodeEditor::bytes() const
{
    if (m_code.problem != CodeTextProblem::None)
        return m_original;
    CodeText code = m_code;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0)
            code.text += u'\n';
        code.text += block.text();
        if (block.blockFormat().hasProperty(endingProperty))
            code.otherEndings.insert(block.blockNumber(),
                                     LineEnding(block.blockFormat().intProperty(endingProperty)));
    }
    return writeCodeText(code);
}

void CodeEditor::setLanguage(const CodeLanguage &language)
{
    m_language = language;
    updateHighlighter();
    viewport()->update();
}

int CodeEditor::hiddenCharacters() const
{
    int count = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        count += int(std::ranges::count_if(block.text(), isStandIn));
    return count;
}

void CodeEditor::setZoom(int steps)
{
    const int zoom = std::clamp(steps, smallestZoom, largestZoom);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    updateFont();
    Q_EMIT zoomChanged(zoom);
}

void CodeEditor::updateFont()
{
    QFont font = fontFor(FontStep::Code);
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(6, font.pixelSize() + m_zoom));
    else
        font.setPointSizeF(std::max(5.0, font.pointSizeF() + m_zoom * 0.75));
    if (font == this->font())
        return;
    setFont(font);
    const QFontMetricsF metrics(font);
    const qreal natural = QFontMetricsF(fontFor(FontStep::Code)).height();
    const qreal factor = metrics.height() / natural;
    const int wanted = scaledHeight(int(lineHeight), QFontMetrics(fontFor(FontStep::Body)));
    static_cast<CodeLayout *>(document()->documentLayout())
        ->setLineHeight(std::round(wanted * factor));
    setTabStopDistance(4 * metrics.horizontalAdvance(u' '));
    setCursorWidth(std::max(1, qRound(metrics.height() / 14)));
    updateMargins();
}

void CodeEditor::updateMargins()
{
    const int width = m_gutter->wantedWidth();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setViewportMargins(mirrored ? 0 : width, 0, mirrored ? width : 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(mirrored ? inside.right() + 1 - width : inside.left(), inside.top(),
                          width, viewport()->height());
}

void CodeEditor::dropHighlighter()
{
    delete m_highlighter;
    m_highlighter = nullptr;
}

void CodeEditor::updateHighlighter()
{
    const bool wanted =
        m_language.definition.isValid() && document()->characterCount() <= maximumColored;
    if (!wanted) {
        dropHighlighter();
        return;
    }
    if (!m_highlighter)
        m_highlighter = new CodeHighlighter(document(), Theme::of(palette()));
    m_highlighter->setDefinition(m_language.definition);
}

void CodeEditor::updateColors()
{
    if (m_highlighter)
        m_highlighter->setColors(Theme::of(palette()));
    viewport()->update();
    m_gutter->update();
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    else if (event->type() == QEvent::ApplicationFontChange)
        updateFont();
}

} // namespace Sandglass
