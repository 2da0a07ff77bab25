// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/curlloop.h>
#include <client/curltransport.h>
#include <tests/client/scriptedserver.h>
#include <tests/support/result.h>

#include <QPointer>
#include <QTest>

#include <array>

using namespace Sandglass;

/// The ways in which a request may come to its owner wrongly: twice, too late, or at somebody else.
class CurlTrapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_held.clear();
    }
    void aCancelledHandlerNeverRuns();
    void anAssignedRequestSupersedesTheOlderOne();
    void aReusedHandleNeverAnswersForTheOneBefore();
    void oneLibcurlCallReportsSeveralTransfers();
    void aHandlerMayDestroyOthersThatFinishedWithIt();
    void aHandlerMayStartOthersWhileSeveralFinish();
    void aHandlerMayDestroyItsOwnersAndTheirRequests();
    void aDyingTransportRunsNoHandlers();
    void aHandlerMayDestroyTheTransport();
    void aRequestHeldByItsOwnHandlerGoesWithTheTransport();
    void streamsOutliveTheTransportInSilence();
    void aCancelledCallFreesItsConnection();

private:
    /// Answers every call but only once `m_expected` of them are there; echoes the path.
    void answerTogether(QTcpSocket &socket, const ReceivedRequest &request);

    std::vector<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    std::size_t m_expected = 0;
};

void CurlTrapsTest::answerTogether(QTcpSocket &socket, const ReceivedRequest &request)
{
    m_held.emplace_back(&socket, request.line().split(' ').at(1));
    if (m_held.size() < m_expected)
        return;
    for (const auto &[held, path] : std::exchange(m_held, {}))
        if (held)
            held->write(httpAnswer(200, path));
}

void CurlTrapsTest::aCancelledHandlerNeverRuns()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    MutationCounter counter;
    CurlTransport transport(counter);
    bool cancelledRan = false;
    Request cancelled = transport.send({.url = server.url()},
                                       [&cancelledRan](const auto &) { cancelledRan = true; });
    // Cancelled when the answer is already there, but not delivered.
    QTRY_COMPARE(server.requests.size(), 1U);
    QTest::qWait(0);
    const bool ranBefore = cancelledRan;
    cancelled.cancel();
    QVERIFY(!cancelled.isActive());
    bool laterRan = false;
    const Request later =
        transport.send({.url = server.url()}, [&laterRan](const auto &) { laterRan = true; });
    QTRY_VERIFY(laterRan);
    QCOMPARE(cancelledRan, ranBefore);
}

void CurlTrapsTest::anAssignedRequestSupersedesTheOlderOne()
{
    m_expected = 1;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    CurlTransport transport(counter);
    std::vector<std::string> bodies;
    Request request;
    for (const char *path : {"/1", "/2", "/3"}) {
        request = transport.send({.url = server.url(path)}, [&bodies](const auto &result) {
            bodies.push_back(result ? result->body : result.error().detail);
        });
    }
    QTRY_VERIFY(!request.isActive());
    QCOMPARE(bodies, std::vector<std::string>{"/3"});
}

void CurlTrapsTest::aReusedHandleNeverAnswersForTheOneBefore()
{
    std::optional<Request> abandoned;
    ScriptedServer server([&abandoned](QTcpSocket &socket, const ReceivedRequest &request) {
        socket.write(httpAnswer(200, request.line().split(' ').at(1)));
        socket.flush();
        abandoned.reset(); // its answer is on the way to us
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    // Each round frees a handle, early or late in its life, and makes a new one, most likely at the
    // same address.
    for (int round = 0; round < 50; ++round) {
        bool abandonedRan = false;
        const auto seen = server.requests.size();
        abandoned = transport.send({.url = server.url("/abandoned")},
                                   [&abandonedRan](const auto &) { abandonedRan = true; });
        if (round % 2 == 0)
            QTRY_VERIFY(server.requests.size() > seen);
        abandoned.reset();
        std::optional<std::string> body;
        const std::string path = '/' + std::to_string(round);
        const Request kept = transport.send({.url = server.url(path)}, [&body](const auto &result) {
            body = result ? result->body : result.error().detail;
        });
        QTRY_VERIFY(body);
        QCOMPARE(*body, path);
        QVERIFY(!abandonedRan);
    }
}

void CurlTrapsTest::oneLibcurlCallReportsSeveralTransfers()
{
    std::vector<std::size_t> batches;
    std::vector<CurlEasy> handles;
    CurlLoop *running = nullptr;
    CurlLoop loop(
        [&](const std::vector<CurlLoop::Done> &done) {
            batches.push_back(done.size());
            for (const auto &[easy, code] : done) {
                QCOMPARE(code, CURLE_UNSUPPORTED_PROTOCOL);
                running->remove(easy);
                const auto owner = std::ranges::find(handles, easy, &CurlEasy::get);
                QVERIFY(owner != handles.end());
                handles.erase(owner); // frees what later entries must not need
            }
        },
        nullptr);
    running = &loop;
    for (int i = 0; i < 3; ++i) {
        handles.emplace_back(curl_easy_init());
        curl_easy_setopt(handles.back().get(), CURLOPT_URL, "nonsense://x/");
        loop.add(handles.back().get());
    }
    QTRY_VERIFY(handles.empty());
    QCOMPARE(batches, std::vector<std::size_t>{3});
}

void CurlTrapsTest::aHandlerMayDestroyOthersThatFinishedWithIt()
{
    m_expected = 5;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    CurlTransport transport(counter);
    std::vector<Request> requests;
    int ran = 0;
    for (int i = 0; i < 5; ++i) {
        requests.push_back(transport.send({.url = server.url()}, [&](const auto &) {
            ++ran;
            requests.clear(); // this one too
        }));
    }
    QTRY_COMPARE(ran, 1);
    // All five answers are on the network thread: another round trip shows that none of them comes
    // late.
    m_expected = 1;
    bool later = false;
    const Request probe =
        transport.send({.url = server.url()}, [&later](const auto &) { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(ran, 1);
}

void CurlTrapsTest::aHandlerMayStartOthersWhileSeveralFinish()
{
    MutationCounter counter;
    CurlTransport transport(counter);
    std::vector<Request> requests;
    int ran = 0;
    std::function<void()> start = [&] {
        requests.push_back(
            transport.send({.url = "http://["}, [&](const Result<HttpResponse> &result) {
                SG_VERIFY_FAILS(result, Error::Kind::Policy);
                if (++ran <= 4)
                    start();
            }));
    };
    for (int i = 0; i < 4; ++i)
        start(); // none can be sent: all fail in one libcurl call
    QTRY_COMPARE(ran, 8);
}

void CurlTrapsTest::aHandlerMayDestroyItsOwnersAndTheirRequests()
{
    struct Owner {
        Request list;
        Request metrics;
    };
    m_expected = 2;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    CurlTransport transport(counter);
    auto owner = std::make_unique<Owner>();
    int ran = 0;
    const auto destroy = [&](const auto &) {
        ++ran;
        owner.reset();
    };
    owner->list = transport.send({.url = server.url()}, destroy);
    owner->metrics = transport.send({.url = server.url()}, destroy);
    QTRY_VERIFY(!owner);
    bool later = false;
    m_expected = 1;
    const Request probe =
        transport.send({.url = server.url()}, [&later](const auto &) { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(ran, 1);
}

void CurlTrapsTest::aDyingTransportRunsNoHandlers()
{
    m_expected = 99;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    auto transport = std::make_unique<CurlTransport>(counter);
    std::vector<Request> requests;
    for (int i = 0; i < 4; ++i)
        requests.push_back(transport->send({.url = server.url()},
                                           [](const auto &) { QFAIL("the transport is gone"); }));
    QTRY_COMPARE(server.requests.size(), 4U);
    transport.reset();
    for (const Request &request : requests)
        QVERIFY(!request.isActive());
    QTRY_VERIFY(server.open.empty()); // its connections are closed
    requests.clear();
}

void CurlTrapsTest::aHandlerMayDestroyTheTransport()
{
    m_expected = 3;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    auto transport = std::make_unique<CurlTransport>(counter);
    int ran = 0;
    std::array<Request, 3> requests;
    for (Request &request : requests) {
        request = transport->send({.url = server.url()}, [&](const auto &) {
            ++ran;
            transport.reset();
        });
    }
    QTRY_VERIFY(!transport);
    QTRY_VERIFY(server.open.empty());
    QCOMPARE(ran, 1);
}

void CurlTrapsTest::aRequestHeldByItsOwnHandlerGoesWithTheTransport()
{
    m_expected = 99;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    auto transport = std::make_unique<CurlTransport>(counter);
    const auto held = std::make_shared<std::vector<Request>>();
    const std::weak_ptr<std::vector<Request>> alive = held;
    for (int i = 0; i < 2; ++i)
        held->push_back(
            transport->send({.url = server.url()}, [held](const auto &) { QFAIL("gone"); }));
    QTRY_COMPARE(server.requests.size(), 2U);
    transport.reset();
    for (const Request &request : *held)
        QVERIFY(!request.isActive());
}

void CurlTrapsTest::streamsOutliveTheTransportInSilence()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write("HTTP/1.1 200 OK\r\n\r\nabc"); });
    MutationCounter counter;
    auto transport = std::make_unique<CurlTransport>(counter);
    const auto stream = transport->open({.url = server.url()});
    QByteArray bytes;
    connect(stream.get(), &HttpStream::received, this,
            [&bytes](const QByteArray &more) { bytes += more; });
    connect(stream.get(), &HttpStream::finished, this,
            [](const auto &) { QFAIL("the transport is gone"); });
    QTRY_COMPARE(bytes, "abc");
    const auto unseen = transport->open({.url = server.url()});
    connect(unseen.get(), &HttpStream::headReceived, this, [] { QFAIL("the transport is gone"); });
    transport.reset();
    QTRY_VERIFY(server.open.empty());
    stream->pause();
    stream->resume();
    stream->close();
}

void CurlTrapsTest::aCancelledCallFreesItsConnection()
{
    m_expected = 99;
    ScriptedServer server(
        [this](auto &socket, const auto &request) { answerTogether(socket, request); });
    MutationCounter counter;
    CurlTransport transport(counter);
    {
        std::vector<Request> stuck;
        for (int i = 0; i < 20; ++i) // more than connections to one host
            stuck.push_back(
                transport.send({.url = server.url()}, [](const auto &) { QFAIL("cancelled"); }));
        QTRY_COMPARE(m_held.size(), 6U);
    }
    QTRY_VERIFY(server.open.empty());
    m_expected = 1;
    m_held.clear();
    bool later = false;
    const Request probe =
        transport.send({.url = server.url()}, [&later](const auto &) { later = true; });
    QTRY_VERIFY(later);
}

QTEST_GUILESS_MAIN(CurlTrapsTest)
#include "tst_curltraps.moc"
