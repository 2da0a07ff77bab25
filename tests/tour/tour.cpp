// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/pages/terminalpane.h>
#include <models/fleetfacts.h>
#include <tests/tour/tour.h>
#include <widgets/appearance.h>
#include <widgets/connectiondialog.h>
#include <widgets/desktopview.h>
#include <widgets/detailheader.h>
#include <widgets/firstrunpage.h>
#include <widgets/fleetview.h>
#include <widgets/killpopover.h>
#include <widgets/newsandboxdialog.h>
#include <widgets/overviewview.h>

#include <QtCore/QThread>
#include <QtTest/QTest>
#include <QtWidgets/QTabBar>

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

/// Half of what one busy loop gets of a machine that others use as well, in percent of it all.
double halfOfFairShare()
{
    std::array<double, 1> load{};
    (void)::getloadavg(load.data(), int(load.size()));
    return 50 / std::max(double(QThread::idealThreadCount()), load.front());
}

} // namespace

Tour::Tour(SlotWatch &application, const QDir &pictures)
    : m_application(application),
      m_pictures(pictures),
      m_context(std::make_unique<AppContext>()),
      m_window(std::make_unique<MainWindow>(*m_context))
{
    for (const QString &old : m_pictures.entryList({u"*.png"_s}))
        m_pictures.remove(old);
}

Tour::~Tour() = default;

bool Tour::run()
{
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
    step(u"first run"_s, [this] {
        expect(u"the first-run page is shown"_s,
               [this] { return m_window->findChild<FirstRunPage *>()->isVisible(); });
    });
    step(u"sandbox created"_s, [this] { startHere(); });
    step(u"terminal"_s, [this] { useTerminal(); });
    step(u"full-screen program"_s, [this] { runFullScreenProgram(); });
    step(u"charts moving"_s, [this] { watchCharts(); });
    step(u"second created"_s, [this] { createAnother(); });
    step(u"extended"_s, [this] { extend(); });
    step(u"connection refused"_s, [this] { tryWrongConnection(); });
    step(u"workspace"_s, [this] { showWorkspace(); });
    step(u"plot"_s, [this] { runCode(); });
    step(u"error"_s, [this] { jumpToError(); });
    step(u"files"_s, [this] { transferFiles(); });
    step(u"edited and saved"_s, [this] { editAndSave(); });
    step(u"screen view only"_s, [this] { openDesktop(); });
    step(u"screen driven"_s, [this] { driveDesktop(); });
    step(u"screenshot"_s, [this] { pictureDesktop(); });
    step(u"screen handed back"_s, [this] { handBack(); });
    step(u"dark"_s, [this] { showDark(); });
    step(u"killed"_s, [this] { kill(); });
    return m_failure.isEmpty();
}

void Tour::startHere()
{
    clickButton(u"Start a local sandbox"_s);
    expect(
        u"a row of the local sandbox is listed as running"_s,
        [this] {
            const FleetEntry *entry = entryNamed(u"local-1"_s);
            return entry != nullptr && entry->state == FleetState::Running && fleet()->isVisible();
        },
        30);
    expect(u"its CPU and memory are shown"_s, [this] {
        const FleetEntry *entry = entryNamed(u"local-1"_s);
        return entry != nullptr && entry->latest().has_value();
    });
}

void Tour::useTerminal()
{
    fleet()->setFocus();
    key(Qt::Key_T);
    expect(u"a terminal is shown"_s, [this] { return terminal() != nullptr; });
    expect(u"the shell prints its prompt"_s, [this] { return terminalText().contains(u'$'); });
    if (terminal() != nullptr)
        terminal()->setFocus();
    command(u"echo $((6*7)) $(tput colors) $PWD"_s);
    expect(u"the shell answers"_s,
           [this] { return terminalText().contains(u"42 256 /home/user"_s); });
    command(u"printf '\\033[38;2;255;100;0mtwenty-four bits\\033[0m of colour\\n'"_s);
    expect(u"colours are printed"_s,
           [this] { return terminalText().contains(u"\ntwenty-four bits of colour"_s); });
}

void Tour::runFullScreenProgram()
{
    // Something to see in the charts, too.
    command(
        u"(timeout 25 sh -c 'while :; do :; done' &) ; "
        u"(timeout 25 python3 -c 'import time; a = b\"x\" * (1 << 30); time.sleep(30)' &) ; htop"_s);
    expect(u"htop fills the screen"_s, [this] {
        const QString text = terminalText();
        return text.contains(u"Load average"_s) && text.contains(u"F10"_s);
    });
    picture(u"htop"_s);
    type(u"q"_s);
    expect(u"htop leaves the screen"_s, [this] { return !terminalText().contains(u"F10"_s); });
    command(u"vim"_s);
    expect(u"vim fills the screen"_s, [this] { return terminalText().contains(u"0,0-1"_s); });
    type(u"iHello from vim"_s);
    expect(u"vim takes what is typed"_s,
           [this] { return terminalText().contains(u"Hello from vim"_s); });
}

void Tour::watchCharts()
{
    key(Qt::Key_Escape);
    // Together with what follows it, Escape may be taken for Alt.
    expect(u"vim leaves its insert mode"_s,
           [this] { return !terminalText().contains(u"INSERT"_s); });
    command(u":q!"_s);
    expect(u"vim leaves the screen"_s,
           [this] { return terminalText().contains(u"42 256 /home/user"_s); });
    QWidget *overview = m_window->findChild<OverviewView *>();
    if (auto *bar = m_window->findChild<DetailHeader *>()->findChild<QTabBar *>())
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(0).center());
    expect(u"the overview is shown"_s, [overview] { return overview->isVisible(); });
    expect(
        u"the memory of the program with 1 GiB shows"_s,
        [this] {
            const FleetEntry *entry = entryNamed(u"local-1"_s);
            return entry != nullptr && entry->latest() && entry->latest()->memUsed > (1LL << 30);
        },
        30);
    expect(
        u"the CPU of the busy loop shows"_s,
        [this] {
            const FleetEntry *entry = entryNamed(u"local-1"_s);
            return entry != nullptr && entry->latest() &&
                   entry->latest()->cpuUsedPct > halfOfFairShare() && entry->history.size() >= 3;
        },
        30);
}

void Tour::createAnother()
{
    key(Qt::Key_N, Qt::ControlModifier);
    expect(u"the form for a new sandbox opens"_s, [this] { return dialog() != nullptr; });
    if (dialog() == nullptr)
        return;
    auto *form = qobject_cast<NewSandboxDialog *>(dialog());
    NewSandboxDraft draft = form->draft();
    draft.connectionId = Connections::localId;
    draft.templateId = u"no-such-template"_s;
    draft.timeout = 2min;
    draft.metadata = {{u"name"_s, u"qa-desk-3"_s}, {u"tenant"_s, u"acme"_s}};
    form->setDraft(draft);
    picture(u"new sandbox"_s);
    clickButton(u"Create"_s);
    expect(u"an unknown template is refused at the form"_s,
           [form] { return form->isVisible() && shows(form, u"no template with this name"_s); });
    picture(u"unknown template"_s);
    draft.templateId = u"base"_s;
    form->setDraft(draft);
    clickButton(u"Create"_s);
    expect(u"the form closes"_s, [this] { return dialog() == nullptr; });
    expect(u"the second sandbox runs"_s, [this] {
        const FleetEntry *entry = entryNamed(u"qa-desk-3"_s);
        return entry != nullptr && entry->state == FleetState::Running && entry->latest();
    });
}

void Tour::extend()
{
    const FleetEntry *entry = entryNamed(u"qa-desk-3"_s);
    const QString key = entry->key;
    const Timestamp before = entry->info.endAt;
    fleet()->selectKey(key);
    fleet()->setFocus();
    this->key(Qt::Key_E, Qt::ControlModifier);
    expect(u"it ends half an hour later"_s, [this, key, before] {
        const FleetEntry *extended = m_context->fleet.find(key);
        return extended->mark == FleetMark::None && extended->info.endAt - before > 29min;
    });
}

void Tour::tryWrongConnection()
{
    clickButton(u"Add a connection"_s);
    expect(u"the form for a connection opens"_s, [this] { return dialog() != nullptr; });
    auto *form = qobject_cast<ConnectionDialog *>(dialog());
    if (form == nullptr)
        return;
    ConnectionDraft draft = form->draft();
    draft.name = u"lab"_s;
    draft.apiUrl = u"http://127.0.0.1:9"_s;
    draft.domain = u"lab.example"_s;
    draft.key = u"e2b_0000000000000000000000000000000000000000"_s;
    form->setDraft(draft);
    clickButton(u"Test"_s);
    expect(u"the test says that nothing answers"_s, [form] { return shows(form, u"refused"_s); });
}

void Tour::showWorkspace()
{
    key(Qt::Key_Escape);
    expect(u"the form closes"_s, [this] { return dialog() == nullptr; });
    key(Qt::Key_2, Qt::ControlModifier);
    expect(u"the list is away"_s, [this] { return !fleet()->isVisible(); });
}

void Tour::showDark()
{
    key(Qt::Key_1, Qt::ControlModifier);
    expect(u"the list is back, and the keyboard still at the screen"_s,
           [this] { return fleet()->isVisible() && desktop()->hasFocus(); });
    setColorScheme(Qt::ColorScheme::Dark);
    expect(u"the window is dark"_s, [this] { return Theme::of(m_window->palette()).isDark(); });
}

void Tour::kill()
{
    const QString key = entryNamed(u"qa-desk-3"_s)->key;
    fleet()->selectKey(key);
    fleet()->setFocus();
    this->key(Qt::Key_Delete, Qt::ShiftModifier);
    auto *popover = m_window->findChild<KillPopover *>();
    expect(u"the last question is asked"_s, [popover] { return popover->isVisible(); });
    picture(u"kill"_s);
    clickButton(u"Kill"_s);
    expect(u"the row says that it is gone"_s, [this, key] {
        const FleetEntry *entry = m_context->fleet.find(key);
        return entry != nullptr && entry->isGone() && entry->goneReason == GoneReason::KilledHere;
    });
}

} // namespace Sandglass
