// SPDX-License-Identifier: GPL-3.0-or-later
// The way up to a screen, in real sandboxes of the real local host.
#include <app/operations/opendesktopoperation.h>
#include <app/operations/stopstreamoperation.h>
#include <app/sessions/sandboxlookup.h>
#include <protocol/routing.h>
#include <tests/app/localsandbox.h>

#include <QtNetwork/QNetworkRequest>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketHandshakeOptions>
#include <QtWidgets/QApplication>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One opening, and what came of it.
struct Opening {
    std::unique_ptr<OpenDesktopOperation> operation;
    QStringList steps;
    std::optional<QByteArray> password;
    QString failure;

    explicit Opening(const ProcessApi &api, QSize resolution = {1024, 768})
        : operation(std::make_unique<OpenDesktopOperation>(api, resolution))
    {
        QObject::connect(operation.get(), &OpenDesktopOperation::stepped, operation.get(),
                         [this](const QString &words) { steps.append(words); });
        QObject::connect(operation.get(), &OpenDesktopOperation::finished, operation.get(),
                         [this](const QByteArray &given) { password = given; });
        QObject::connect(operation.get(), &OpenDesktopOperation::failed, operation.get(),
                         [this](const QString &words) { failure = words; });
        operation->start();
    }
    [[nodiscard]] bool isOver() const { return password.has_value() || !failure.isEmpty(); }
    [[nodiscard]] bool comesUp() const
    {
        return QTest::qWaitFor([this] { return isOver(); }, 60s) && password.has_value();
    }
};

} // namespace

class OpenDesktopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_found.reset();
        m_sandbox.reset();
    }

    void itComesUpAndASecondOpeningStartsNothingTwice()
    {
        open("desktop");
        const Opening first(api(), {900, 700});
        QVERIFY2(first.comesUp(), qPrintable(first.failure));
        QCOMPARE(first.password->size(), 8);
        QCOMPARE(greeting(), "RFB 003.008\n"_ba);
        QVERIFY(run("xrandr").contains("900x700"));
        const QByteArray running = programs();
        QCOMPARE(running.count('\n'), 6);

        const Opening second(api());
        QVERIFY2(second.comesUp(), qPrintable(second.failure));
        QCOMPARE(second.password, first.password);
        QVERIFY(second.steps.size() < first.steps.size());
        QCOMPARE(programs(), running);
    }

    void aSandboxWithoutADesktopIsTold()
    {
        open("base");
        const Opening opening(api());
        QVERIFY(!opening.comesUp());
        QVERIFY(opening.operation->lacksPrograms());
        QVERIFY2(opening.failure.contains(u"template “desktop”"_s), qPrintable(opening.failure));
        QVERIFY2(opening.failure.contains(u"xdpyinfo"_s), qPrintable(opening.failure));
    }

    void destroyedAtEveryStepItLeavesTheRestToTheNextOne()
    {
        open("desktop");
        int begun = 0;
        for (bool isUp = false; !isUp; ++begun) {
            QVERIFY(begun < 20);
            auto operation = std::make_unique<OpenDesktopOperation>(api());
            int steps = 0;
            connect(operation.get(), &OpenDesktopOperation::stepped, this, [&] {
                if (++steps > begun)
                    operation.reset();
            });
            QSignalSpy failed(operation.get(), &OpenDesktopOperation::failed);
            connect(operation.get(), &OpenDesktopOperation::finished, this, [&] {
                isUp = true;
                operation.reset();
            });
            operation->start();
            QTRY_VERIFY_WITH_TIMEOUT(operation == nullptr || failed.size() > 0, 60000);
            QVERIFY2(operation == nullptr, qPrintable(failed.value(0).value(0).toString()));
        }
        QVERIFY(begun > 3);
        QCOMPARE(programs().count('\n'), 6);
        QCOMPARE(greeting(), "RFB 003.008\n"_ba);
    }

    void aSandboxThatEndsOnTheWayIsTold_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("at once") << 1;
        QTest::newRow("while the display comes up") << 2;
        QTest::newRow("while the session comes up") << 4;
    }
    void aSandboxThatEndsOnTheWayIsTold()
    {
        QFETCH(int, step);
        open("desktop");
        Opening opening(api());
        QTRY_VERIFY_WITH_TIMEOUT(opening.steps.size() >= step, 30000);
        m_sandbox->context().calls.kill({m_sandbox->key()});
        QTRY_VERIFY_WITH_TIMEOUT(opening.isOver(), 30000);
        QVERIFY(!opening.password);
        QVERIFY2(opening.failure.startsWith(opening.steps.last()), qPrintable(opening.failure));
        QVERIFY2(opening.failure.contains(u"sandbox"_s), qPrintable(opening.failure));
    }

    void aStoppedStreamFreesItsPortAndTheNextHasAPasswordOfItsOwn()
    {
        open("desktop");
        const Opening first(api());
        QVERIFY2(first.comesUp(), qPrintable(first.failure));
        const QByteArray session = run("pgrep -x 'Xvfb|xfce4-session'");
        stopStream();
        QCOMPARE(run("pgrep -x x11vnc; netstat -tuln | grep ':6080 '"), ""_ba);
        // The script looks after its child now and then.
        QTRY_COMPARE(run("pgrep -f 'websockif[y]|novnc_prox[y]'"), ""_ba);
        QCOMPARE(run("pgrep -x 'Xvfb|xfce4-session'"), session);
        stopStream(); // of what is stopped already

        const Opening second(api());
        QVERIFY2(second.comesUp(), qPrintable(second.failure));
        QVERIFY(second.password != first.password);
        QCOMPARE(greeting(), "RFB 003.008\n"_ba);
    }

    void aProxyThatWasLeftOverIsUsed()
    {
        open("desktop");
        const Opening first(api());
        QVERIFY2(first.comesUp(), qPrintable(first.failure));
        const QByteArray proxy = run("pkill -x x11vnc; pgrep -f websockif[y]");
        const Opening second(api());
        QVERIFY2(second.comesUp(), qPrintable(second.failure));
        QCOMPARE(run("pgrep -f websockif[y]"), proxy);
        QCOMPARE(greeting(), "RFB 003.008\n"_ba);
    }

    void whatGoesWrongIsToldInTheProgramsWords_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("printed");
        QTest::newRow("display") << "printf '%10d\\n' 1 >/tmp/.X0-lock"_ba
                                 << u"Starting the display"_s << u"Server is already active"_s;
        QTest::newRow("server") << "python3 -m http.server --bind :: 5900 >/dev/null 2>&1 &"_ba
                                << u"Starting the VNC server"_s
                                << u"could not obtain listening port"_s;
        QTest::newRow("proxy") << "rm /opt/noVNC; mkdir -p /opt/noVNC/utils; cd /opt/noVNC/utils; "
                                  "printf '#!/bin/sh\\necho no way' >novnc_proxy; chmod +x *"_ba
                               << u"Opening the way to the VNC server"_s << u"no way"_s;
    }
    void whatGoesWrongIsToldInTheProgramsWords()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, step);
        QFETCH(QString, printed);
        open("desktop");
        (void)run(before.toStdString());
        const Opening opening(api());
        QVERIFY(!opening.comesUp());
        QVERIFY(!opening.operation->lacksPrograms());
        QVERIFY2(opening.failure.startsWith(step), qPrintable(opening.failure));
        QVERIFY2(opening.failure.contains(printed), qPrintable(opening.failure));
    }

    void aCommandThatHangsIsKilledAndMuchOutputIsCut()
    {
        open("base");
        DesktopCommand command(api());
        QSignalSpy finished(&command, &DesktopCommand::finished);
        command.run("exec sleep 1234", 500ms);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10000);
        QCOMPARE(finished.first().first().value<Result<CommandOutcome>>().error().kind,
                 Error::Kind::Timeout);
        QTRY_COMPARE(run("pgrep -f 'sleep 123[4]'"), ""_ba);
        const QByteArray end = run("head -c 3000000 /dev/zero | tr '\\0' x; echo end");
        QCOMPARE(end.size(), DesktopCommand::mostOutput);
        QVERIFY(end.endsWith("xxend\n"));
    }

private:
    void open(const std::string &templateName)
    {
        m_sandbox = std::make_unique<LocalSandbox>(templateName);
        QVERIFY(m_sandbox->isRunning());
        AppContext &context = m_sandbox->context();
        SandboxLookUp lookUp(context.connections, context.fleet);
        lookUp.start(m_sandbox->key(), [this](const SandboxLookUp::Answer &answer) {
            if (answer)
                m_found = *answer;
        });
        QTRY_VERIFY(m_found.has_value());
    }
    [[nodiscard]] ProcessApi api() const
    {
        return {m_sandbox->context().transport, addressOf(m_found->profile, m_found->sandbox)};
    }
    QByteArray run(const std::string &line) const
    {
        DesktopCommand command(api());
        QSignalSpy finished(&command, &DesktopCommand::finished);
        command.run(line, 20s);
        if (!QTest::qWaitFor([&] { return finished.size() > 0; }, 25s))
            return "no answer"_ba;
        const auto outcome = finished.first().first().value<Result<CommandOutcome>>();
        return outcome ? outcome->output : QByteArray::fromStdString(outcome.error().detail);
    }
    /// Each with its pid, so that one that was started again is another one.
    [[nodiscard]] QByteArray programs() const
    {
        return run("pgrep -l -x 'Xvfb|xfce4-session|xfwm4|xfdesktop|x11vnc|websockify'");
    }
    /// What the screen's port says first, through a WebSocket.
    [[nodiscard]] QByteArray greeting() const
    {
        const SandboxAddress address = addressOf(m_found->profile, m_found->sandbox, 6080);
        QUrl url(QString::fromStdString(address.baseUrl + "/websockify"));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("E2b-Sandbox-Id", QByteArray::fromStdString(address.sandboxId));
        request.setRawHeader("E2b-Sandbox-Port", "6080");
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"binary"_s});
        QWebSocket socket;
        QByteArray bytes;
        connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                [&bytes](const QByteArray &message) { bytes += message; });
        socket.open(request, options);
        (void)QTest::qWaitFor([&bytes] { return bytes.size() >= 12; }, 10s);
        return bytes;
    }
    void stopStream() const
    {
        StopStreamOperation operation(api());
        QSignalSpy finished(&operation, &StopStreamOperation::finished);
        operation.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    }

    std::unique_ptr<LocalSandbox> m_sandbox;
    std::optional<SandboxLookUp::Found> m_found;
};

QTEST_MAIN(OpenDesktopTest)
#include "tst_opendesktop.moc"
