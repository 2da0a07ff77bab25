// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/operations/resumetext.h>
#include <app/pages/editorpane.h>
#include <app/pages/filespane.h>
#include <app/pages/overviewfeed.h>
#include <app/pages/sandboxpane.h>
#include <app/pages/sandboxwork.h>
#include <app/pages/screenpane.h>
#include <app/pages/terminaltabs.h>
#include <app/screen/screendriver.h>
#include <models/fleetfacts.h>
#include <models/fleettext.h>
#include <widgets/detailheader.h>
#include <widgets/overviewview.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

SandboxPane::SandboxPane(QString key, AppContext &context, QWidget *parent)
    : QWidget(parent),
      m_key(std::move(key)),
      m_context(context),
      m_header(new DetailHeader),
      m_stack(new QStackedWidget),
      m_overview(new OverviewView),
      m_terminals(new TerminalTabs(m_key, context.connections, context.fleet)),
      m_feed(std::make_unique<OverviewFeed>(*m_overview, context.fleet))
{
    m_header->setTabs({tr("Overview"), tr("Terminal"), tr("Editor"), tr("Files"), tr("Screen")});
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_terminals);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);

    wire();
    showWholeLife();
    // The list says less than the sandbox itself: how it ends, for one. A look, nothing more.
    context.fleet.recheck(m_key);
    refresh();
}

SandboxPane::~SandboxPane()
{
    // They borrow what the work owns.
    delete m_editor;
    delete m_files;
    delete m_screen;
}

void SandboxPane::wire()
{
    connect(m_header, &DetailHeader::tabChosen, this, &SandboxPane::activate);
    connect(m_header, &DetailHeader::copyIdRequested, this,
            [](const QString &id) { QGuiApplication::clipboard()->setText(id); });
    connect(m_header, &DetailHeader::closeRequested, this, &SandboxPane::closeRequested);
    connect(m_overview, &OverviewView::copyIdRequested, this,
            [](const QString &id) { QGuiApplication::clipboard()->setText(id); });
    connect(m_feed.get(), &OverviewFeed::extendRequested, this,
            [this] { m_context.calls.extend({m_key}, std::chrono::minutes(30)); });
    connect(m_feed.get(), &OverviewFeed::killRequested, this, &SandboxPane::killRequested);
    connect(m_terminals, &TerminalTabs::resumeRequested, this, &SandboxPane::resume);
    connect(m_terminals, &TerminalTabs::countChanged, this,
            [this](int count) { m_header->setTabCount(Terminal, count); });
    connect(&m_context.fleet, &FleetStore::changed, this, [this](const QString &changed) {
        if (changed == m_key)
            refresh();
    });
}

void SandboxPane::activate(int tab)
{
    switch (Tab(tab)) {
    case Overview:
        showTab(Overview);
        break;
    case Terminal:
        activateTerminal();
        break;
    case Editor:
        activateEditor();
        break;
    case Files:
        activateFiles();
        break;
    case Screen:
        activateScreen();
        break;
    }
}

SandboxWork &SandboxPane::work()
{
    if (m_work == nullptr)
        m_work = std::make_unique<SandboxWork>(m_key, m_context);
    return *m_work;
}

EditorPane &SandboxPane::editor()
{
    if (m_editor == nullptr) {
        m_editor = work().makeEditor();
        m_stack->addWidget(m_editor);
        connect(m_editor, &EditorPane::newSandboxRequested, this,
                &SandboxPane::newSandboxRequested);
        connect(m_editor, &EditorPane::resumeRequested, this, &SandboxPane::resume);
        connect(m_editor, &EditorPane::told, this, &SandboxPane::tellRisk);
    }
    return *m_editor;
}

FilesPane &SandboxPane::files()
{
    if (m_files == nullptr) {
        m_files = work().makeFiles();
        m_stack->addWidget(m_files);
        connect(m_files, &FilesPane::openRequested, this, [this](const QByteArray &path) {
            editor().openFile(path);
            activateEditor();
        });
        connect(m_files, &FilesPane::resumeRequested, this, &SandboxPane::resume);
        connect(m_files, &FilesPane::told, this, &SandboxPane::tellRisk);
    }
    return *m_files;
}

ScreenPane &SandboxPane::screen()
{
    if (m_screen == nullptr) {
        m_screen = work().makeScreen();
        m_stack->addWidget(m_screen);
        connect(m_screen, &ScreenPane::newSandboxRequested, this,
                &SandboxPane::newSandboxRequested);
        connect(m_screen, &ScreenPane::resumeRequested, this, &SandboxPane::resume);
        connect(m_screen, &ScreenPane::trafficTokenRequested, this,
                [this] { m_context.calls.fetchTrafficToken(m_key, resumeLength); });
        connect(m_screen, &ScreenPane::told, this, &SandboxPane::told);
        connect(m_screen, &ScreenPane::screenshotSaved, this, &SandboxPane::screenshotSaved);
        connect(&m_screen->driver(), &ScreenDriver::drivingChanged, this,
                &SandboxPane::drivingChanged);
        refresh();
    }
    return *m_screen;
}

void SandboxPane::tellRisk(const QString &title, const QString &words)
{
    Q_EMIT told(u"risk"_s, title, words);
}

void SandboxPane::setKey(const QString &key)
{
    m_key = key;
    m_terminals->setKey(key);
    m_context.fleet.recheck(key);
    refresh();
}

void SandboxPane::showWholeLife()
{
    const FleetEntry *entry = m_context.fleet.find(m_key);
    const auto age = entry == nullptr ? std::nullopt : ageOf(*entry, m_context.fleet.now());
    if (!age || *age < std::chrono::minutes(5))
        m_overview->setRange(ChartRange::FiveMinutes);
    else if (*age < std::chrono::minutes(15))
        m_overview->setRange(ChartRange::QuarterHour);
}

void SandboxPane::showTab(Tab tab)
{
    m_header->setCurrentTab(tab);
    QWidget *const shown = tab == Editor     ? static_cast<QWidget *>(&editor())
                           : tab == Files    ? static_cast<QWidget *>(&files())
                           : tab == Screen   ? static_cast<QWidget *>(&screen())
                           : tab == Terminal ? static_cast<QWidget *>(m_terminals)
                                             : m_overview;
    m_stack->setCurrentWidget(shown);
}

void SandboxPane::activateTerminal()
{
    showTab(Terminal);
    m_terminals->activate();
}

void SandboxPane::openAnotherTerminal()
{
    showTab(Terminal);
    m_terminals->openTerminal();
}

void SandboxPane::activateEditor()
{
    showTab(Editor);
    m_editor->activate();
}

void SandboxPane::activateFiles()
{
    showTab(Files);
    m_files->activate();
}

void SandboxPane::activateScreen()
{
    showTab(Screen);
    m_screen->activate();
}

bool SandboxPane::closeInner()
{
    if (m_editor != nullptr && m_stack->currentWidget() == m_editor)
        return m_editor->closeBuffer();
    if (m_stack->currentWidget() != m_terminals || m_terminals->count() == 0)
        return false;
    m_terminals->closeCurrent();
    return true;
}

QStringList SandboxPane::unsaved() const
{
    return m_editor == nullptr ? QStringList() : m_editor->unsaved();
}

int SandboxPane::transfersUnderWay() const
{
    return m_work == nullptr ? 0 : m_work->transfersUnderWay();
}

bool SandboxPane::isDriving() const
{
    return m_screen != nullptr && m_screen->driver().isDriving();
}

bool SandboxPane::isInUse() const
{
    return m_terminals->count() > 0 || m_editor != nullptr || m_screen != nullptr ||
           transfersUnderWay() > 0;
}

void SandboxPane::resume()
{
    m_context.calls.resume({m_key}, resumeLength);
}

void SandboxPane::refresh()
{
    const FleetEntry *entry = m_context.fleet.find(m_key);
    if (entry == nullptr)
        return;
    m_header->setSubject({.key = m_key,
                          .name = nameOf(*entry),
                          .id = QString::fromStdString(entry->info.id),
                          .stateText = FleetText::state(entry->state),
                          .state = entry->state,
                          .colorRole = entry->connection->colorRole,
                          .connection = entry->connection->name});
    m_feed->show(*entry);
    if (m_screen != nullptr)
        m_screen->setSubject(nameOf(*entry));
}

} // namespace Sandglass
