// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalsurface.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QRegion>
#include <QtWidgets/QAbstractScrollArea>

#include <memory>

namespace Sandglass {

class TerminalViewColors;
class TerminalViewFont;

/// Shows a TerminalSurface and types into it. The surface is borrowed and must outlive the view; it
/// gets the size of the view. Plain Ctrl and Alt keys and function keys belong to the program
/// inside; to the application belong Ctrl+Shift with a key that is not one of ours, Ctrl+Tab and
/// F11. Ours: Ctrl+Shift+C, V, A, F; Shift with PageUp, PageDown, Home, End; Ctrl with plus, minus,
/// 0.
class TerminalView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalView)

public:
    explicit TerminalView(TerminalSurface &surface, QWidget *parent = nullptr);
    ~TerminalView() override;

    [[nodiscard]] bool hasSelection() const { return !m_surface.selection().isEmpty(); }
    /// Steps by which the text is larger (or smaller) than everywhere else.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int steps);

    /// The middle of a cell of the screen, in the coordinates of viewport().
    [[nodiscard]] QPoint cellCenter(TerminalPosition cell) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void copy();
    /// Asks first when the text is run as it arrives or holds what cannot be seen.
    void paste();
    void selectAll();
    /// Selects and shows the next place; false when the text is nowhere.
    bool find(const QString &text, Sandglass::SearchDirection direction);
    void scrollToEnd();

Q_SIGNALS:
    void findRequested();
    void zoomChanged(int steps);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void updateFont();
    void updateColors();
    void fitSurface();
    void takeDamage();
    void updateScrollBar();
    void schedule(const QRegion &region);
    void paintNow();
    void updateRows(qint64 first, qint64 last);
    void updateCursor();
    void startBlinking();
    [[nodiscard]] bool isCursorShown() const;
    void paintRows(QPainter &painter, const QRect &rows);

    [[nodiscard]] bool isForApplication(const QKeyEvent &event) const;
    bool handleOwnKey(const QKeyEvent &event);
    bool handleScrollKey(const QKeyEvent &event);
    void pasteText(const QString &text);
    void askBeforePaste(const QString &text, PasteRisk risk);

    [[nodiscard]] bool reportsMouse(Qt::KeyboardModifiers modifiers) const;
    void sendMouse(TerminalMouseEvent::Kind kind, int button, const QMouseEvent &event);
    void startSelection(const QMouseEvent &event, SelectionUnit unit);
    void extendSelection(QPointF position);
    void selectionWasChanged();
    [[nodiscard]] TerminalPoint pointAt(QPointF position, bool betweenCells) const;
    [[nodiscard]] TerminalPosition screenCellAt(QPointF position) const;
    [[nodiscard]] QRect rowRect(qint64 row) const; ///< in the viewport
    [[nodiscard]] QRect cursorRect() const;

    TerminalSurface &m_surface;
    std::unique_ptr<TerminalViewFont> m_font;
    std::unique_ptr<TerminalViewColors> m_colors;
    qint64 m_top = 0; ///< absolute number of the row at the top
    qint64 m_paintedTop = 0;
    bool m_following = true; ///< stays at the end as output comes
    int m_zoom = 0;
    QString m_preedit;
    QTimer m_fitTimer;
    QTimer m_frameTimer;
    QTimer m_blinkTimer;
    QTimer m_dragTimer;
    QElapsedTimer m_lastFrame;
    QElapsedTimer m_lastDoubleClick;
    QRegion m_dirty;
    bool m_blinkedOff = false;
    bool m_selecting = false;
    QPointF m_dragPosition;
    QPointF m_doubleClickPosition;
    int m_wheelRest = 0;
};

} // namespace Sandglass
