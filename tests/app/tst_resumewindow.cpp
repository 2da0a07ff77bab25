// SPDX-License-Identifier: GPL-3.0-or-later
// Resuming from the real window, over real HTTP: what is asked, and what goes over the wire.
#include <app/appcontext.h>
#include <app/mainwindow.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <app/startup.h>
#include <tests/client/scriptedserver.h>
#include <widgets/fleetview.h>

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto facts =
    R"({"sandboxID":"i1","templateID":"t","alias":"base","cpuCount":2,"memoryMB":512,)"
    R"("diskSizeMB":0,"envdVersion":"0.6.13","lifecycle":{"autoResume":false,"onTimeout":"kill"},)";
constexpr auto paused =
    R"("startedAt":"2026-11-20T05:00:00Z","endAt":"2026-11-20T05:10:00Z","state":"paused"})";
constexpr auto running =
    R"("startedAt":"2126-11-20T05:00:00Z","endAt":"2126-11-20T05:30:00Z","state":"running"})";

} // namespace

class ResumeWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_isPaused = true;
        m_server = std::make_unique<ScriptedServer>(
            [this](QTcpSocket &socket, const ReceivedRequest &request) {
                socket.write(answerTo(request));
            });
        m_context = std::make_unique<AppContext>();
        // The window would start the real host, which takes the place of the scripted one.
        m_context->settings.setUsesLocalHost(false);
        m_window = std::make_unique<MainWindow>(*m_context);
        m_context->connections.openLocalHost(QString::fromStdString(m_server->url({})), "k");
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_context->fleet.find(key()) != nullptr);
        QTRY_VERIFY(m_context->fleet.find(key())->info.lifecycle.has_value());
        QTRY_VERIFY(m_window->findChild<FleetView *>()->selectKey(key()));
    }

    void cleanup()
    {
        m_window.reset();
        m_context.reset();
        m_server.reset();
    }

    void theCommandSaysWhatItCostsAndAsksFirst()
    {
        const QAction *command = resumeCommand();
        QVERIFY(command != nullptr);
        QTRY_VERIFY(command->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        auto *question = m_window->findChild<QMessageBox *>();
        QVERIFY(question != nullptr);
        QCOMPARE(question->text(), u"Resume base?"_s);
        QVERIFY(question->informativeText().contains(u"runs for 30 minutes"_s));
        QVERIFY(question->informativeText().contains(u"After that it is killed"_s));
        QCOMPARE(connects(), 0);
        QTest::mouseClick(question->defaultButton(), Qt::LeftButton);
        QTRY_COMPARE(m_context->fleet.find(key())->state, FleetState::Running);
        QTRY_VERIFY(!command->isEnabled());
        QCOMPARE(connects(), 1);
        QCOMPARE(m_context->mutations.count(), 1);
    }

    void thePanesButtonResumesAtOnceAndThePaneOpens()
    {
        auto *area = m_window->findChild<SandboxArea *>();
        SandboxPane *pane = area->open(key());
        pane->activateFiles();
        QTRY_VERIFY(resumeButton(*pane) != nullptr);
        QCOMPARE(sentToSandbox(), 0);
        QCOMPARE(m_context->mutations.count(), 0);
        QTest::mouseClick(resumeButton(*pane), Qt::LeftButton);
        QTRY_VERIFY(sentToSandbox() > 0);
        QVERIFY(resumeButton(*pane) == nullptr);
        QCOMPARE(connects(), 1);
        QCOMPARE(m_context->mutations.count(), 1);
    }

private:
    [[nodiscard]] QByteArray answerTo(const ReceivedRequest &request)
    {
        const QByteArray line = request.line();
        if (line.startsWith("POST /v2/sandboxes/i1/connect ")) {
            m_isPaused = false;
            return httpAnswer(201, R"({"sandboxID":"i1","templateID":"t"})");
        }
        const QByteArray row = QByteArray(facts) + (m_isPaused ? paused : running);
        if (line.startsWith("GET /v2/sandboxes"))
            return httpAnswer(200, '[' + row + ']');
        if (line.startsWith("GET /sandboxes/i1 "))
            return httpAnswer(200, row);
        if (line.startsWith("GET /sandboxes/metrics"))
            return httpAnswer(200, R"({"sandboxes":{}})");
        if (line.startsWith("GET /sandboxes/i1/metrics"))
            return httpAnswer(200, "[]");
        return httpAnswer(502, R"({"sandboxId":"i1","message":"port is not open","port":49983})");
    }

    [[nodiscard]] static QString key() { return FleetStore::keyOf(Connections::localId, u"i1"_s); }

    [[nodiscard]] int connects() const
    {
        return int(std::ranges::count_if(m_server->requests, [](const ReceivedRequest &request) {
            return request.line().contains("/connect");
        }));
    }

    [[nodiscard]] int sentToSandbox() const
    {
        return int(std::ranges::count_if(m_server->requests, [](const ReceivedRequest &request) {
            return !request.header("E2b-Sandbox-Id").isEmpty();
        }));
    }

    [[nodiscard]] const QAction *resumeCommand() const
    {
        for (const QAction *action : m_window->actions()) {
            if (action->shortcut() == QKeySequence(u"Ctrl+R"_s))
                return action;
        }
        return nullptr;
    }

    [[nodiscard]] static QPushButton *resumeButton(const QWidget &pane)
    {
        for (QPushButton *button : pane.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Resume for 30 min"_s)
                return button;
        }
        return nullptr;
    }

    bool m_isPaused = true;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    ResumeWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_resumewindow.moc"
