// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>
#include <widgets/desktopview.h>

#include <QtCore/QEvent>
#include <QtCore/QObject>
#include <QtGui/QImage>

#include <memory>
#include <optional>

namespace Sandglass {

/// Every pixel of it is another one, and no neighbours are alike.
[[nodiscard]] QImage patternOf(QSize size);

/// Bytes of a server, RFC 6143, 7.6.1 and 7.7; the pseudo-encodings of 7.8 and PointerPos.
[[nodiscard]] QByteArray rfbImage(QPoint place, const QImage &image);
[[nodiscard]] QByteArray rfbSize(QSize size);
[[nodiscard]] QByteArray rfbPointer(QPoint position);
[[nodiscard]] QByteArray rfbCursor(const QImage &cursor, QPoint hotSpot);

/// The paint events that a widget got.
class PaintCount final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaintCount)

public:
    explicit PaintCount(QWidget &widget);

    [[nodiscard]] int paints() const { return m_paints; }
    [[nodiscard]] const QRegion &region() const { return m_region; }
    void reset();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_paints = 0;
    QRegion m_region; ///< logical
};

/// Base of the tests of the desktop's view: a real session, with the real decoder, with a server
/// that shows a picture and keeps what it hears.
class DesktopStage : public QObject
{
    Q_OBJECT

protected:
    /// A session that is live and has drawn all of this.
    void serve(const QImage &desktop);
    /// The view, shown as the active window with the focus.
    void show(QSize size, DesktopView::Scale scale);
    void open(const QImage &desktop, QSize size, DesktopView::Scale scale);
    void drive(bool driving = true);
    void draw(QPoint place, const QImage &image);
    /// What the server heard of keys and the pointer, as rfbInputIn() writes it.
    [[nodiscard]] QString heard() const;
    /// All that is on its way, and what was heard; while driving.
    void forgetInput();
    [[nodiscard]] RfbSession &session() { return m_watch->session(); }
    void openAndDrive(DesktopView::Scale scale = DesktopView::Scale::Native);
    /// Events that no device made.
    void wheel(QPoint angle, Qt::KeyboardModifiers modifiers = {});
    void key(QEvent::Type type, int code, const QString &text = {}, bool repeats = false);
    /// Ctrl and Alt, pressed and let go.
    void chord();
    /// What the view shows, one pixel for each of the screen.
    [[nodiscard]] QImage grabbed() const;
    /// The middle of a remote pixel, logical.
    [[nodiscard]] QPointF placeOf(QPoint remote) const;

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QWidget> m_window;
    DesktopView *m_view = nullptr;
    QImage m_desktop;
    qsizetype m_forgotten = 0; ///< characters

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Sandglass
