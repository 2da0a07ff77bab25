// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>

#include <QtCore/QtEndian>
#include <QtGui/QPaintEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

template<typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// FramebufferUpdate with one rectangle.
QByteArray rfbRect(const QRect &rect, qint32 encoding)
{
    QByteArray bytes = QByteArray::fromHex("0000") + bigEndian(quint16{1});
    for (const int value : {rect.x(), rect.y(), rect.width(), rect.height()})
        bytes += bigEndian(quint16(value));
    return bytes + bigEndian(encoding);
}

QByteArray pixelsOf(const QImage &image)
{
    QByteArray bytes;
    for (int y = 0; y < image.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(image.constScanLine(y)),
                     qsizetype{4} * image.width());
    return bytes;
}

} // namespace

QImage patternOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 37 % 256, y * 53 % 256, (x * 11 + y * 7) % 256));
    }
    return image;
}

QByteArray rfbImage(QPoint place, const QImage &image)
{
    return rfbRect(QRect(place, image.size()), 0) +
           pixelsOf(image.convertToFormat(QImage::Format_RGB32));
}

QByteArray rfbSize(QSize size)
{
    return rfbRect(QRect(QPoint(), size), -223);
}

QByteArray rfbPointer(QPoint position)
{
    return rfbRect(QRect(position, QSize(0, 0)), -232);
}

QByteArray rfbCursor(const QImage &cursor, QPoint hotSpot)
{
    const int maskBytes = (cursor.width() + 7) / 8;
    QByteArray mask(qsizetype{maskBytes} * cursor.height(), '\0');
    for (int y = 0; y < cursor.height(); ++y) {
        for (int x = 0; x < cursor.width(); ++x) {
            if (qAlpha(cursor.pixel(x, y)) > 127)
                mask[qsizetype{y} * maskBytes + x / 8] |= char(0x80 >> (x % 8));
        }
    }
    return rfbRect(QRect(hotSpot, cursor.size()), -239) +
           pixelsOf(cursor.convertToFormat(QImage::Format_RGB32)) + mask;
}

PaintCount::PaintCount(QWidget &widget)
{
    widget.installEventFilter(this);
}

void PaintCount::reset()
{
    m_paints = 0;
    m_region = {};
}

bool PaintCount::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        ++m_paints;
        m_region += static_cast<QPaintEvent *>(event)->region();
    }
    return false;
}

void DesktopStage::initTestCase()
{
    QVERIFY2(!builtHelper().isEmpty(), "sandglass-rfb is not built");
    installAppearance(*qApp);
}

void DesktopStage::init()
{
    QTest::failOnWarning();
    m_forgotten = 0;
    setColorScheme(Qt::ColorScheme::Light);
    m_bridges.emplace(builtHelper());
    m_watch.emplace(*m_bridges);
    m_window = std::make_unique<QWidget>();
    m_view = new DesktopView(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    layout->addWidget(m_view);
}

void DesktopStage::cleanup()
{
    m_window.reset();
    m_view = nullptr;
    m_watch.reset();
    m_bridges.reset();
    m_server.reset();
}

void DesktopStage::serve(const QImage &desktop)
{
    m_desktop = desktop;
    m_server = std::make_unique<ScriptedServer>([this](ScriptedServer &server) {
        server.say(rfbGreeting(m_desktop.size()) + rfbImage({}, m_desktop));
    });
    m_watch->openTcp(m_server->port());
    QTRY_COMPARE(m_watch->damage().boundingRect(), m_desktop.rect());
    QTRY_VERIFY(m_watch->isLive());
}

void DesktopStage::show(QSize size, DesktopView::Scale scale)
{
    m_view->setScale(scale);
    m_window->resize(size);
    QVERIFY(showActive(*m_window));
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void DesktopStage::open(const QImage &desktop, QSize size, DesktopView::Scale scale)
{
    serve(desktop);
    m_view->setSession(&session());
    show(size, scale);
}

void DesktopStage::drive(bool driving)
{
    session().input().setMode(driving ? RfbInput::Mode::Control : RfbInput::Mode::ViewOnly);
    QCOMPARE(m_view->isDriving(), driving);
}

void DesktopStage::draw(QPoint place, const QImage &image)
{
    QSignalSpy damaged(&session(), &RfbSession::damaged);
    m_server->say(rfbImage(place, image));
    QTRY_COMPARE(damaged.count(), 1);
}

QString DesktopStage::heard() const
{
    return rfbInputIn(m_server->heard()).mid(m_forgotten);
}

void DesktopStage::forgetInput()
{
    session().input().typeText(QString(QChar(0xff)));
    QTRY_VERIFY(heard().endsWith("+ff -ff"_L1));
    m_forgotten = rfbInputIn(m_server->heard()).size() + 1; // and a blank
}

void DesktopStage::openAndDrive(DesktopView::Scale scale)
{
    open(patternOf({300, 200}), {400, 300}, scale);
    drive();
}

void DesktopStage::wheel(QPoint angle, Qt::KeyboardModifiers modifiers)
{
    const QPointF place = placeOf({10, 20});
    QWheelEvent event(place, m_view->mapToGlobal(place), {}, angle, {}, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view, &event);
}

void DesktopStage::key(QEvent::Type type, int code, const QString &text, bool repeats)
{
    QKeyEvent event(type, code, {}, text, repeats);
    QCoreApplication::sendEvent(m_view, &event);
}

void DesktopStage::chord()
{
    key(QEvent::KeyPress, Qt::Key_Control);
    key(QEvent::KeyPress, Qt::Key_Alt);
    key(QEvent::KeyRelease, Qt::Key_Alt);
    key(QEvent::KeyRelease, Qt::Key_Control);
}

QImage DesktopStage::grabbed() const
{
    QImage image = m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    image.setDevicePixelRatio(1);
    return image;
}

QPointF DesktopStage::placeOf(QPoint remote) const
{
    const DesktopGeometry &geometry = m_view->geometryOfPicture();
    return geometry.deviceAt(QPointF(remote) + QPointF(0.5, 0.5)) / geometry.ratio();
}

} // namespace Sandglass
