// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/desktopgeometry.h>
#include <widgets/desktopkeys.h>
#include <widgets/desktoppicture.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QScrollBar;

namespace Sandglass {

class RfbSession;

/// Shows a remote desktop and, while the session's input is in Control, sends keys and the pointer
/// to it. While it is not, nothing that happens here sends anything. Driving, every key belongs to
/// the desktop but F12 and the chord Ctrl+Alt. A desktop that nobody can see is not watched.
class DesktopView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopView)

public:
    using Scale = DesktopGeometry::Scale;

    explicit DesktopView(QWidget *parent = nullptr);
    ~DesktopView() override;

    /// Borrowed. With none the last picture stays.
    void setSession(RfbSession *session);
    [[nodiscard]] RfbSession *session() const;
    /// Whose screen it is, for assistive tools; without one the desktop's own words.
    void setName(const QString &name);

    void setScale(Scale scale);
    [[nodiscard]] Scale scale() const { return m_scale; }
    /// Of device pixels.
    [[nodiscard]] int percent() const { return m_geometry.percent(); }
    /// A picture that is not alive is dimmed.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return m_picture.look() == DesktopPicture::Look::Dimmed; }

    [[nodiscard]] bool hasPicture() const { return !m_picture.source().isNull(); }
    [[nodiscard]] bool isDriving() const;
    [[nodiscard]] const DesktopGeometry &geometryOfPicture() const { return m_geometry; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void scaleChanged(); ///< scale() or percent()
    void pictureMoved(); ///< it lies elsewhere in the view, or is another one
    void handBackRequested();
    void screenshotRequested();
    void takeControlRequested();
    /// From the end of a paint that showed new pixels of the desktop.
    void painted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setSeen(bool isSeen);
    void takePicture();
    void takeState();
    void takeDamage(const QRegion &region);
    void takePointer(std::optional<QPoint> position);
    void layOut();
    void placeScrollBars(bool horizontal, bool vertical);
    void schedule(const QRegion &region);
    void paintNow();
    void updateCursor(std::optional<QPointF> position);
    void updateCursorHere();
    void updateTexts();
    void letGo();

    void paintPicture(QPainter &painter, const QRegion &region);
    void paintAround(QPainter &painter, const QRegion &region);
    void paintPointer(QPainter &painter);
    void paintPreedit(QPainter &painter);
    [[nodiscard]] bool showsPointer() const;
    [[nodiscard]] QRectF pointerPlace() const; ///< device pixels
    [[nodiscard]] QRect pointerArea() const;
    [[nodiscard]] QRect preeditArea() const;
    void scrollBy(QPoint device);

    QPointer<RfbSession> m_session;
    QString m_name;
    Scale m_scale = Scale::Fit;
    DesktopGeometry m_geometry;
    DesktopPicture m_picture;
    QScrollBar *m_horizontal;
    QScrollBar *m_vertical;

    QRegion m_dirty; ///< logical
    bool m_hasNewPixels = false;
    QTimer m_frameTimer;
    QElapsedTimer m_lastFrame;

    std::optional<QPoint> m_pointer; ///< that others move
    /// What our own one was made of, while it has the desktop's shape: made anew for another one.
    struct CursorSource {
        qint64 image = 0; ///< its cache key
        QPoint hotSpot;
        qreal ratio = 1;
        bool operator==(const CursorSource &) const = default;
    };
    std::optional<CursorSource> m_cursorSource;
    QRect m_paintedPointer;      ///< logical; it may have had another shape
    std::optional<QPoint> m_pan; ///< where the picture is held
    NativeKeys m_nativeKeys;
    DesktopChord m_chord;
    QString m_preedit;
    QPoint m_caret;        ///< the last click: where text is likely to appear
    bool m_isSeen = false; ///< a window that is minimised counts as visible all the same
    bool m_wasDriving = false;
    bool m_showsFocus = false;
};

} // namespace Sandglass
