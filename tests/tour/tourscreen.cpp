// SPDX-License-Identifier: GPL-3.0-or-later
// QA's part of the tour: a desktop that is watched, driven, pictured and handed back.
#include <app/sessions/sandboxlookup.h>
#include <client/filetransfers.h>
#include <client/sandboxaddress.h>
#include <tests/tour/tour.h>
#include <tests/tour/tourfind.h>
#include <vnc/rfbsession.h>
#include <widgets/desktoppanel.h>
#include <widgets/fleetview.h>
#include <widgets/newsandboxdialog.h>

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr QPoint inTheTerminal{400, 300}; // remote pixels
constexpr double mostDiffering = 5;       ///< of a thousand pixels may differ: see below
const QString typed = u"Zażółć@€ from QA"_s;

/// Of two pictures of one size: how many of a thousand pixels are not the same. The stream is
/// lossless, but a text cursor blinks, a clock goes on, and a prompt appears behind scrot.
double differingPerMille(const QImage &one, const QImage &other)
{
    constexpr double all = 1000;
    if (one.size() != other.size() || one.isNull())
        return all;
    const QImage a = one.convertToFormat(QImage::Format_RGB32);
    const QImage b = other.convertToFormat(QImage::Format_RGB32);
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += a.pixel(x, y) == b.pixel(x, y) ? 0 : 1;
    }
    return all * double(differing) / a.width() / a.height();
}

} // namespace

DesktopView *Tour::desktop() const
{
    return visibleOf<DesktopView>(m_window.get());
}

void Tour::openDesktop()
{
    key(Qt::Key_1, Qt::ControlModifier);
    key(Qt::Key_N, Qt::ControlModifier);
    expect(u"the form for a new sandbox opens"_s, [this] { return dialog() != nullptr; });
    auto *form = qobject_cast<NewSandboxDialog *>(dialog());
    if (form == nullptr || !m_failure.isEmpty())
        return;
    NewSandboxDraft draft = form->draft();
    draft.connectionId = Connections::localId;
    draft.templateId = u"desktop"_s;
    draft.timeout = 10min;
    draft.metadata = {{u"name"_s, u"qa-desk-4"_s}};
    form->setDraft(draft);
    clickButton(u"Create"_s);
    expect(u"the desktop sandbox runs"_s, [this] {
        const FleetEntry *entry = entryNamed(u"qa-desk-4"_s);
        return entry != nullptr && entry->state == FleetState::Running && dialog() == nullptr;
    });
    if (!m_failure.isEmpty())
        return;
    fleet()->selectKey(entryNamed(u"qa-desk-4"_s)->key);
    fleet()->setFocus();
    key(Qt::Key_2, Qt::ControlModifier);
    key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    expect(u"it says that nothing streams the screen"_s,
           [this] { return shows(m_window.get(), u"The screen is not streamed"_s); });
    picture(u"screen not streamed"_s);
    clickButton(u"Start stream"_s);
    expect(
        u"the desktop is shown live"_s,
        [this] {
            return desktop() != nullptr && desktop()->session() != nullptr &&
                   desktop()->session()->state() == RfbSession::State::Live;
        },
        90);
    // Its panel and its wallpaper come after its first frame.
    expect(u"the desktop has drawn itself"_s, [this] { return coloursOf(desktop()) > 50; }, 60);
}

int Tour::coloursOf(const DesktopView *view)
{
    if (view == nullptr || view->session() == nullptr)
        return 0;
    const QImage picture = view->session()->framebuffer().copy();
    QSet<QRgb> colours;
    constexpr int step = 7;
    for (int y = 0; y < picture.height(); y += step) {
        for (int x = 0; x < picture.width(); x += step)
            colours.insert(picture.pixel(x, y));
    }
    return int(colours.size());
}

void Tour::driveDesktop()
{
    // A program to work with; then everything goes by the screen itself.
    key(Qt::Key_T, Qt::ControlModifier);
    expect(u"the shell prints its prompt"_s, [this] { return terminalText().contains(u'$'); });
    command(u"export DISPLAY=:0; xfce4-terminal --geometry=90x24+40+60 &"_s);
    // Whoever types looks first: the window manager takes its time to give it the keyboard.
    command(u"until xdotool getactivewindow getwindowname | grep Terminal; do sleep 0.1; done; "
            "echo up >up.txt"_s);
    expect(
        u"the program is there"_s,
        [this] { return fileOf(u"qa-desk-4"_s, "/home/user/up.txt") == "up\n"; }, 30);
    chooseTab(ScreenTab);
    expect(u"the screen is shown"_s, [this] { return desktop() != nullptr; });
    if (!m_failure.isEmpty())
        return;
    const int before = m_context->mutations.count();
    clickDesktop(inTheTerminal);
    expect(u"looking sends nothing"_s,
           [this, before] { return m_context->mutations.count() == before; });
    clickButton(u"Take control"_s);
    expect(u"the screen is driven"_s, [this] { return desktop()->isDriving(); });
    clickDesktop(inTheTerminal);
    typeOnDesktop(u"echo '"_s + typed + u"' > typed.txt; cat typed.txt\n"_s);
    expect(
        u"the program wrote what was typed"_s,
        [this] { return fileOf(u"qa-desk-4"_s, "/home/user/typed.txt") == typed.toUtf8() + '\n'; },
        30);
    expect(u"input counts as one change"_s,
           [this, before] { return m_context->mutations.count() == before + 1; });
}

void Tour::clickDesktop(QPoint remote)
{
    DesktopView *view = desktop();
    if (view == nullptr || !m_failure.isEmpty())
        return;
    const DesktopGeometry &geometry = view->geometryOfPicture();
    const QPointF place = geometry.deviceAt(QPointF(remote)) / geometry.ratio();
    QTest::mouseMove(view, place.toPoint());
    QTest::mouseClick(view, Qt::LeftButton, {}, place.toPoint());
}

void Tour::typeOnDesktop(const QString &text)
{
    DesktopView *view = desktop();
    if (view == nullptr || !m_failure.isEmpty())
        return;
    for (const QChar character : text) {
        if (character == u'\n')
            QTest::keyClick(view, Qt::Key_Return);
        else
            QTest::sendKeyEvent(QTest::Click, view, Qt::Key_unknown, QString(character),
                                Qt::NoModifier);
    }
}

void Tour::pictureDesktop()
{
    // What the sandbox itself says of its screen, without the pointer, which is drawn here.
    key(Qt::Key_F12);
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) +
                      u"/Sandglass"_s);
    QStringList saved;
    expect(u"the screenshot is saved"_s, [&] {
        saved = folder.entryList({u"sbx_*.png"_s});
        return saved.size() == 1;
    });
    const QStringList first = saved;
    // Once its programs have painted what they were told, and under one name when it is whole.
    typeOnDesktop(u"clear; sleep 1; until scrot -o a.png; sleep 0.5; scrot -o b.png; "
                  "cmp a.png b.png; do :; done; mv b.png own.png\n"_s);
    QImage own;
    expect(
        u"the sandbox pictured itself"_s,
        [&] {
            own = QImage::fromData(fileOf(u"qa-desk-4"_s, "/home/user/own.png"));
            return !own.isNull();
        },
        30);
    expect(u"its picture has come here"_s, [&] {
        return differingPerMille(own, desktop()->session()->framebuffer().copy()) < mostDiffering;
    });
    key(Qt::Key_F12);
    expect(u"the second screenshot is saved"_s, [&] {
        saved = folder.entryList({u"sbx_*.png"_s});
        return saved.size() == 2;
    });
    expect(u"both show the same"_s, [&] {
        const QString second = saved.first() == first.first() ? saved.last() : saved.first();
        return differingPerMille(own, QImage(folder.filePath(second))) < mostDiffering;
    });
}

void Tour::handBack()
{
    DesktopView *view = desktop();
    if (view == nullptr || !m_failure.isEmpty())
        return;
    QTest::keyPress(view, Qt::Key_Control);
    QTest::keyPress(view, Qt::Key_Alt, Qt::ControlModifier);
    QTest::keyRelease(view, Qt::Key_Alt, Qt::ControlModifier);
    QTest::keyRelease(view, Qt::Key_Control);
    expect(u"the screen is handed back"_s, [view] { return !view->isDriving(); });
}

QByteArray Tour::fileOf(const QString &sandbox, const std::string &path) const
{
    constexpr qint64 most = 16 << 20;
    constexpr int patience = 5000; // milliseconds
    const FleetEntry *entry = entryNamed(sandbox);
    std::optional<SandboxLookUp::Answer> answer;
    SandboxLookUp lookUp(m_context->connections, m_context->fleet);
    lookUp.start(entry == nullptr ? QString() : entry->key,
                 [&answer](const SandboxLookUp::Answer &found) { answer = found; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience) || !*answer)
        return {};
    const auto transfer =
        m_context->transfers.read(addressOf((*answer)->profile, (*answer)->sandbox), path, most);
    std::optional<Result<TransferReceipt>> receipt;
    QObject::connect(transfer.get(), &FileTransfer::finished, transfer.get(),
                     [&receipt](const Result<TransferReceipt> &result) { receipt = result; });
    (void)QTest::qWaitFor([&receipt] { return receipt.has_value(); }, patience);
    return receipt && *receipt ? (*receipt)->content : QByteArray();
}

} // namespace Sandglass
