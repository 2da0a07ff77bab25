// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextDocumentLayout>
#include <QtWidgets/QWidget>

namespace Sandglass {

class CodeEditor;

/// The line numbers beside a CodeEditor, which paints them.
class CodeGutter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeGutter)

public:
    explicit CodeGutter(CodeEditor &editor);

    [[nodiscard]] int wantedWidth() const;
    [[nodiscard]] QSize sizeHint() const override { return {wantedWidth(), 0}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    CodeEditor &m_editor; ///< its parent
};

/// Lines of a fixed height, which QPlainTextEdit has no other way to ask for.
class CodeLayout final : public QPlainTextDocumentLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeLayout)

public:
    explicit CodeLayout(QTextDocument *document) : QPlainTextDocumentLayout(document) {}

    void setLineHeight(qreal height);
    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

private:
    qreal m_height = 0;
};

} // namespace Sandglass
