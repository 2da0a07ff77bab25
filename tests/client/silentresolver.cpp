// SPDX-License-Identifier: GPL-3.0-or-later
// Runs where 127.0.0.1:53 is the only name server: is that server, never answers, and cancels
// requests that wait for it. Prints how long the cancelling took others, in milliseconds: "call 3
// transport 2".
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <cstdio>

using namespace Sandglass;

namespace {

int boundNameServer()
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(53);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    std::perror("bind 127.0.0.1:53");
    return -1;
}

class Run final : public QObject
{
public:
    explicit Run(int nameServer) : m_queries(nameServer, QSocketNotifier::Read)
    {
        connect(&m_queries, &QSocketNotifier::activated, this, &Run::query);
        ask();
    }

private:
    void ask()
    {
        m_expectsQuery = true;
        m_waiting =
            m_transport->send({.url = "http://silent" + std::to_string(++m_asked) + ".example/"},
                              [](const auto &) { std::puts("a handler ran"); });
    }

    /// libcurl's resolver thread is inside getaddrinfo() now.
    void query()
    {
        char packet[512];
        (void)!::recv(static_cast<int>(m_queries.socket()), packet, sizeof packet, 0);
        if (!std::exchange(m_expectsQuery, false))
            return;
        m_elapsed.start();
        if (m_asked == 1)
            cancelCall();
        else
            cancelTransport();
    }

    void cancelCall()
    {
        m_waiting.cancel();
        m_probe = m_transport->send({.url = "http://127.0.0.1:1/"}, [this](const auto &) {
            std::printf("call %lld ", static_cast<long long>(m_elapsed.elapsed()));
            ask();
        });
    }

    void cancelTransport()
    {
        m_transport.reset();
        std::printf("transport %lld\n", static_cast<long long>(m_elapsed.elapsed()));
        QCoreApplication::quit();
    }

    MutationCounter m_counter;
    std::unique_ptr<CurlTransport> m_transport = std::make_unique<CurlTransport>(m_counter);
    QSocketNotifier m_queries;
    QElapsedTimer m_elapsed;
    int m_asked = 0;
    bool m_expectsQuery = false;
    Request m_waiting;
    Request m_probe;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int nameServer = boundNameServer();
    if (nameServer < 0)
        return 2;
    const Run run(nameServer);
    return QCoreApplication::exec();
}
