// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/drawndesktop.h>
#include <tests/widgets/gallery.h>
#include <tests/widgets/scaledmain.h>
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/desktoppanel.h>

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Notice = DesktopPanel::Notice;

/// Every state of a screen in both themes, for people to look at.
class TestDesktopPictures final : public DesktopStage
{
    Q_OBJECT

private:
    static void schemes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void openPanel(QSize size = {1186, 738});
    void fillPanel();
    void keep(const QString &name);

    DesktopPanel *m_panel = nullptr;
    Gallery m_gallery;

private Q_SLOTS:
    void watched_data() { schemes(); }
    void watched();
    void driven_data() { schemes(); }
    void driven();
    void oneToOne_data() { schemes(); }
    void oneToOne();
    void someoneElseDrives_data() { schemes(); }
    void someoneElseDrives();
    void pages_data() { schemes(); }
    void pages();
    void overTheLastPicture_data() { schemes(); }
    void overTheLastPicture();
    void narrow_data() { schemes(); }
    void narrow();
};

void TestDesktopPictures::openPanel(QSize size)
{
    if (QTest::currentDataTag() == QByteArray("dark"))
        setColorScheme(Qt::ColorScheme::Dark);
    delete m_view;
    m_panel = new DesktopPanel(m_window.get());
    m_view = m_panel->view();
    m_window->layout()->addWidget(m_panel);
    m_window->resize(size);
    QVERIFY(showActive(*m_window));
}

void TestDesktopPictures::fillPanel()
{
    serve(drawnDesktop());
    m_view->setSession(&session());
    QTRY_VERIFY(m_view->hasPicture());
}

void TestDesktopPictures::keep(const QString &name)
{
    QCoreApplication::sendPostedEvents(); // layouts in layouts take several rounds
    const QImage image = m_window->grab().toImage();
    QVERIFY(paintedPixels(image) > 500);
    m_gallery.keep(image,
                   u"desktop-%1-%2-%3x"_s.arg(name, QString::fromLatin1(QTest::currentDataTag()),
                                              QString::number(SANDGLASS_TEST_SCALE)));
}

void TestDesktopPictures::watched()
{
    openPanel();
    fillPanel();
    m_server->say(rfbPointer({520, 980}));
    QTRY_VERIFY(m_view->percent() > 0);
    QSignalSpy moved(&session(), &RfbSession::pointerMoved);
    m_server->say(rfbPointer({530, 982}));
    QTRY_VERIFY(!moved.isEmpty());
    keep(u"watched"_s);
}

void TestDesktopPictures::driven()
{
    openPanel({1186, 760});
    fillPanel();
    drive();
    QTimer idle;
    idle.start(271'000);
    m_panel->setIdleTimer(&idle);
    m_panel->setDriving(true, u"qa-desk-3"_s);
    keep(u"driven"_s);
}

void TestDesktopPictures::oneToOne()
{
    openPanel();
    fillPanel();
    m_view->setScale(DesktopView::Scale::Native);
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    keep(u"native"_s);
}

void TestDesktopPictures::someoneElseDrives()
{
    openPanel({900, 500});
    fillPanel();
    m_panel->setReadOnly(u"ravi has been driving for 6 min"_s);
    keep(u"readonly"_s);
}

void TestDesktopPictures::pages()
{
    openPanel({900, 500});
    m_panel->showProgress(u"Starting the desktop"_s, u"Waiting for its display"_s);
    keep(u"progress"_s);
    m_view->setFocus();
    m_panel->showNotice({.icon = u"screen"_s,
                         .title = u"No stream has been started"_s,
                         .words = u"Showing the screen starts Xvfb, Xfce, x11vnc and websockify in "
                                  "the sandbox. They stay until you stop the stream."_s,
                         .action = u"Start stream"_s});
    keep(u"notstarted"_s);
    m_panel->showNotice({.icon = u"key"_s,
                         .title = u"The screen asks for a password"_s,
                         .words = u"Another client has started the stream and set one."_s,
                         .action = u"Connect"_s,
                         .passwordField = true});
    m_panel->findChild<QLineEdit *>()->setText(u"secret"_s);
    keep(u"password"_s);
}

void TestDesktopPictures::overTheLastPicture()
{
    openPanel({900, 560});
    fillPanel();
    m_panel->showNotice({.icon = u"pause"_s,
                         .title = u"Paused"_s,
                         .words = u"This is the last picture, from 11:02. Nothing is sent to it."_s,
                         .action = u"Resume"_s});
    keep(u"paused"_s);
}

void TestDesktopPictures::narrow()
{
    openPanel({520, 400});
    fillPanel();
    keep(u"narrow"_s);
    m_window->resize(320, 400);
    QTRY_COMPARE(m_panel->width(), 320);
    keep(u"narrowest"_s);
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    keep(u"narrowest-driven"_s);
}

SANDGLASS_SCALED_MAIN(TestDesktopPictures)
#include "tst_desktoppictures.moc"
