// SPDX-License-Identifier: GPL-3.0-or-later
// Looking does not touch: the real window on a real sandbox of the real local host.
#include <app/mainwindow.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <app/pages/terminalpane.h>
#include <app/sessions/terminalsession.h>
#include <app/startup.h>
#include <tests/app/localsandbox.h>
#include <widgets/editorresults.h>
#include <widgets/filetreeview.h>
#include <widgets/fleetview.h>
#include <widgets/overviewview.h>

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class ObserveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_sandbox = std::make_unique<LocalSandbox>();
        QVERIFY(m_sandbox->isRunning());
        m_context = &m_sandbox->context();
        m_key = m_sandbox->key();
        m_end = m_context->fleet.find(m_key)->info.endAt;
        m_changes = m_context->mutations.count();
        m_window = std::make_unique<MainWindow>(*m_context);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_sandbox.reset();
    }

    void everyPanelThatOnlyShowsSendsNoChange()
    {
        auto *view = m_window->findChild<FleetView *>();
        QTRY_VERIFY(view->selectKey(m_key));
        auto *area = m_window->findChild<SandboxArea *>();
        QTRY_COMPARE(area->currentKey(), m_key);
        QTRY_VERIFY(area->currentPane()->findChild<OverviewView *>()->isVisible());
        Q_EMIT view->openRequested(m_key);
        area->currentPane()->activateFiles();
        auto *files = area->currentPane()->findChild<FileTreeView *>();
        QTRY_VERIFY(files->model()->rowCount(files->model()->index(1, 0)) > 5);
        area->currentPane()->activateEditor();
        const auto *results = area->currentPane()->findChild<EditorResults *>();
        // Whether an interpreter answers was asked; in this template none does.
        QTRY_VERIFY_WITH_TIMEOUT(says(*results, u"No code interpreter"_s), 15000);
        area->currentPane()->activateScreen();
        // Whether a screen is streamed, and whether it could be, was asked.
        QTRY_VERIFY_WITH_TIMEOUT(says(*area, u"not a desktop sandbox"_s), 15000);
        for (const Qt::Key workspace : {Qt::Key_2, Qt::Key_1})
            QTest::keyClick(m_window.get(), workspace, Qt::ControlModifier);
        // Lists, metrics and the sandbox itself were asked for again meanwhile.
        m_context->fleet.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_context->fleet.find(m_key)->latest().has_value(), 10000);
        m_context->fleet.recheck(m_key);
        QTRY_VERIFY(m_context->fleet.find(m_key)->info.envdAccessToken.has_value());
        QCOMPARE(m_context->mutations.count(), m_changes);
        QCOMPARE(m_context->fleet.find(m_key)->info.endAt, m_end);
    }

    void aTerminalStartsAShellAndLeavesTheEndAlone()
    {
        auto *area = m_window->findChild<SandboxArea *>();
        area->open(m_key)->activateTerminal();
        auto *pane = area->findChild<TerminalPane *>();
        QVERIFY(pane != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(pane->session()->state(), TerminalSession::State::Open, 10000);
        QVERIFY(m_context->mutations.count() > m_changes);
        m_context->fleet.recheck(m_key);
        QTRY_VERIFY(m_context->fleet.find(m_key)->info.envdAccessToken.has_value());
        QCOMPARE(m_context->fleet.find(m_key)->info.endAt, m_end);
    }

private:
    [[nodiscard]] static bool says(const QWidget &widget, const QString &words)
    {
        return std::ranges::any_of(widget.findChildren<QLabel *>(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<LocalSandbox> m_sandbox;
    AppContext *m_context = nullptr; ///< of the sandbox
    std::unique_ptr<MainWindow> m_window;
    QString m_key;
    Timestamp m_end{};
    int m_changes = 0;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    ObserveTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_observe.moc"
