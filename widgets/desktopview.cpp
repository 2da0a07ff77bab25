// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <vnc/rfbsession.h>
#include <widgets/desktopcursor.h>
#include <widgets/desktopview.h>
#include <widgets/desktopviewaccessible.h>

#include <QtGui/QInputMethod>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr QSize usualSize{640, 480};

std::chrono::microseconds frameOf(const QWidget &widget)
{
    const qreal rate = std::clamp(widget.screen()->refreshRate(), 30.0, 240.0);
    return std::chrono::microseconds(qint64(1e6 / rate));
}

} // namespace

DesktopView::DesktopView(QWidget *parent)
    : QWidget(parent),
      m_horizontal(new QScrollBar(Qt::Horizontal, this)),
      m_vertical(new QScrollBar(Qt::Vertical, this)),
      m_nativeKeys(nativeKeys())
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    makeAccessible(*this);
    for (QScrollBar *bar : {m_horizontal, m_vertical}) {
        bar->hide();
        bar->setCursor(Qt::ArrowCursor);
        connect(bar, &QScrollBar::valueChanged, this, [this] {
            m_geometry.scrollTo({m_horizontal->value(), m_vertical->value()});
            update();
            Q_EMIT pictureMoved();
        });
    }
    m_frameTimer.setSingleShot(true);
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_frameTimer, &QTimer::timeout, this, &DesktopView::paintNow);
    updateTexts();
}

DesktopView::~DesktopView()
{
    letGo();
}

void DesktopView::setSession(RfbSession *session)
{
    if (session == m_session)
        return;
    letGo();
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    if (m_session)
        disconnect(&m_session->input(), nullptr, this, nullptr);
    m_session = session;
    m_pointer.reset();
    schedule(m_paintedPointer);
    if (session) {
        connect(session, &RfbSession::stateChanged, this, &DesktopView::takeState);
        connect(session, &RfbSession::resized, this, &DesktopView::takePicture);
        connect(session, &RfbSession::damaged, this, &DesktopView::takeDamage);
        connect(session, &RfbSession::cursorChanged, this, [this] {
            takePointer(m_pointer);
            updateCursorHere();
        });
        connect(session, &RfbSession::pointerMoved, this,
                [this](QPoint position) { takePointer(position); });
        connect(&session->input(), &RfbInput::modeChanged, this, &DesktopView::takeState);
        session->setWatched(m_isSeen);
    }
    takePicture();
    takeState();
}

RfbSession *DesktopView::session() const
{
    return m_session;
}

void DesktopView::setName(const QString &name)
{
    m_name = name;
    updateTexts();
}

void DesktopView::setScale(Scale scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    layOut();
    Q_EMIT scaleChanged();
}

void DesktopView::setStale(bool stale)
{
    m_picture.setLook(percent(),
                      stale ? DesktopPicture::Look::Dimmed : DesktopPicture::Look::Alive);
    updateTexts();
    update();
}

bool DesktopView::isDriving() const
{
    if (!m_session || m_session->input().mode() != RfbInput::Mode::Control)
        return false;
    // Through a restart as well: what is typed meanwhile must not become commands of ours.
    return m_session->state() != RfbSession::State::Idle &&
           m_session->state() != RfbSession::State::Ended;
}

QSize DesktopView::sizeHint() const
{
    return hasPicture() ? m_picture.source().size() / devicePixelRatioF() : usualSize;
}

QSize DesktopView::minimumSizeHint() const
{
    return {160, 120};
}

void DesktopView::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    if (m_session)
        m_session->setWatched(isSeen);
}

void DesktopView::takePicture()
{
    const QImage picture = m_session ? m_session->framebuffer().view() : QImage();
    if (picture.isNull())
        return;
    const bool isOtherSize = picture.size() != m_picture.source().size();
    m_picture.setSource(picture);
    layOut();
    updateTexts();
    if (isOtherSize)
        updateGeometry();
}

void DesktopView::takeState()
{
    const bool driving = isDriving();
    if (driving != m_wasDriving) {
        m_wasDriving = driving;
        m_chord.reset();
        m_preedit.clear();
        m_pan.reset();
        setAttribute(Qt::WA_InputMethodEnabled, driving);
        if (hasFocus())
            QGuiApplication::inputMethod()->update(Qt::ImQueryAll);
        update();
    }
    updateCursorHere();
    updateTexts();
}

void DesktopView::takeDamage(const QRegion &region)
{
    for (const QRect &rect : region)
        m_picture.invalidate(m_geometry.pictureRect(rect));
    if (!m_isSeen)
        return;
    m_hasNewPixels = true;
    schedule(m_geometry.logicalRegion(region));
}

/// Where it is now, or its new shape. What is seen of it until then is as it was painted: the
/// session knows only its present one.
void DesktopView::takePointer(std::optional<QPoint> position)
{
    m_pointer = position;
    schedule(QRegion(m_paintedPointer) + pointerArea());
}

void DesktopView::schedule(const QRegion &region)
{
    m_dirty += region;
    if (m_frameTimer.isActive() || m_dirty.isEmpty())
        return;
    const auto frame = frameOf(*this);
    const auto since = m_lastFrame.isValid() ? m_lastFrame.durationElapsed() : frame;
    if (since >= frame)
        paintNow();
    else
        m_frameTimer.start(std::chrono::ceil<std::chrono::milliseconds>(frame - since));
}

void DesktopView::paintNow()
{
    m_lastFrame.start();
    update(std::exchange(m_dirty, {}));
}

void DesktopView::updateCursor(std::optional<QPointF> position)
{
    if (!isDriving() || !position || !m_geometry.holds(*position)) {
        m_cursorSource.reset();
        unsetCursor();
        return;
    }
    const RemoteCursor &cursor = m_session->cursor();
    const CursorSource source{cursor.image.cacheKey(), cursor.hotSpot, devicePixelRatioF()};
    if (m_cursorSource == source)
        return;
    m_cursorSource = source;
    setCursor(localCursor(cursor, source.ratio));
}

void DesktopView::updateCursorHere()
{
    const bool isInside = underMouse() && isVisible();
    updateCursor(isInside ? std::optional(QPointF(mapFromGlobal(QCursor::pos()))) : std::nullopt);
}

void DesktopView::updateTexts()
{
    const QString own = m_session ? displayText(m_session->desktopName(), 60) : QString();
    const QString known = m_name.isEmpty() ? own : m_name;
    const QString name = known.isEmpty() ? tr("a computer without a name") : known;
    const QSize size = m_picture.source().size();
    QString text = tr("Screen of %1, no picture").arg(name);
    QString words = tr("Nothing is shown and nothing is sent.");
    if (hasPicture() && isDriving()) {
        text = tr("Screen of %1, you are driving, %2 by %3");
        words = tr("Every key and click goes to this screen. Press Ctrl and Alt together and let "
                   "them go to hand back.");
    } else if (hasPicture() && isStale()) {
        text = tr("Screen of %1, last picture, %2 by %3");
    } else if (hasPicture()) {
        text = tr("Screen of %1, view only, %2 by %3");
        words = tr("Nothing you type is sent. Press C to take control.");
    }
    // All at once: what a server calls itself may hold a place marker.
    if (hasPicture())
        text = text.arg(name, QString::number(size.width()), QString::number(size.height()));
    setAccessibleName(text);
    setAccessibleDescription(words);
}

void DesktopView::letGo()
{
    m_chord.reset();
    if (m_session)
        m_session->input().releaseAll();
}

} // namespace Sandglass
