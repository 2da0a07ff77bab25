// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/codetext.h>
#include <widgets/codecells.h>
#include <widgets/codelanguages.h>

#include <QtGui/QTextCursor>
#include <QtWidgets/QPlainTextEdit>

namespace Sandglass {

class CodeGutter;
class CodeHighlighter;
struct CodeMatch;

/// Writes code: colours by language, line numbers, the current line, a hairline above each "# %%"
/// cell, indentation by itself, a mark where a run failed. Characters that cannot be seen are drawn
/// as boxes and never change how the rest reads. What is not edited is given back byte for byte; a
/// file that this is impossible for is shown, and cannot be changed. Enter with Ctrl or Shift and
/// all other keys of EditorView are left to it.
class CodeEditor final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    /// Larger texts are shown in one colour: colouring them would block for too long.
    static constexpr qsizetype maximumColored = 512 * 1024;

    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Another text; forgets what could be undone.
    void setBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] CodeTextProblem problem() const { return m_code.problem; }
    void setLanguage(const CodeLanguage &language);
    [[nodiscard]] QString languageName() const { return m_language.name; }
    [[nodiscard]] bool isColored() const { return m_highlighter != nullptr; }
    /// The language has colours, whether they are shown or not.
    [[nodiscard]] bool hasRules() const { return m_language.definition.isValid(); }
    [[nodiscard]] QString indentation() const { return m_indent; } ///< of one level
    [[nodiscard]] int hiddenCharacters() const;                    ///< how many stand-ins there are

    [[nodiscard]] CodePiece code() const;
    /// The lines of the selection, else the cell around the cursor.
    [[nodiscard]] CodePiece currentPiece() const;
    /// To the first line behind the piece that has any text.
    void moveBehind(const CodePiece &piece);

    [[nodiscard]] int currentLine() const { return textCursor().blockNumber(); } ///< from 0
    void goToLine(int line, int column = 0);                                     ///< from 0
    void goToHidden(); ///< selects the next stand-in behind the cursor
    void selectMatch(const CodeMatch &match);
    void setMatches(const QList<CodeMatch> &matches); ///< drawn, besides the selection
    /// Marks a line, until it is edited or the next mark is set. The message is plain text.
    void setErrorMark(int line, const QString &message);
    void clearErrorMark();
    [[nodiscard]] int errorLine() const; ///< -1 without a mark

    [[nodiscard]] int zoom() const { return m_zoom; } ///< steps; 0: as large as everywhere else
    void setZoom(int steps);
    void toggleComment();

    /// In the coordinates of viewport().
    [[nodiscard]] QRectF lineRect(int line) const;
    [[nodiscard]] CodeGutter *gutter() const { return m_gutter; }

Q_SIGNALS:
    void zoomChanged(int steps);
    void hiddenCharactersChanged();
    /// The clipboard holds something that is not pasted; why.
    void refused(const QString &why);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class CodeGutter;

    void updateFont();
    void updateColors();
    void updateMargins();
    void updateHighlighter();
    void dropHighlighter();
    void paintGround(QPainter &painter);
    void paintSelection(QPainter &painter, const QTextBlock &block, const QRectF &rect);
    void paintMarks(QPainter &painter);
    void paintFound(QPainter &painter, const QRectF &line);
    void paintStandIns(QPainter &painter, const QTextBlock &block, const QRectF &rect);
    void paintGutter(QPainter &painter, const QRect &area);
    void showToolTip(const QPoint &global, const QPoint &position);
    [[nodiscard]] QString standInAt(const QPoint &position) const;

    bool handleTextKey(QKeyEvent &event);
    void insertNewLine();
    void indentSelection(bool outwards);
    void insertIndent();
    bool removeIndent();
    void moveHome(bool select);

    CodeText m_code;       ///< as it was read, without its text
    QByteArray m_original; ///< of a text with a problem
    CodeLanguage m_language;
    QString m_indent;
    CodeHighlighter *m_highlighter = nullptr; ///< of the document; null without colours
    CodeGutter *m_gutter;
    QTextCursor m_error;
    QString m_errorText;
    bool m_isSearching = false; ///< what is selected may be a match
    int m_zoom = 0;
};

} // namespace Sandglass
