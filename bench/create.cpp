// SPDX-License-Identifier: GPL-3.0-or-later
// Create → first output of `echo`, through the client library against the host that E2B_API_URL
// names, `runs` times one after another. Prints one number of milliseconds a line.
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <client/platformapi.h>
#include <client/processapi.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

#include <cstdio>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

class CreateBench final
{
public:
    CreateBench(HttpTransport &transport, ConnectionProfile profile, std::string key, int runs)
        : m_transport(transport),
          m_api(transport, std::move(profile), std::move(key)),
          m_runs(runs)
    {
    }

    void runNext()
    {
        if (m_runs-- == 0) {
            QCoreApplication::quit();
            return;
        }
        m_timer.start();
        NewSandbox wish;
        wish.templateId = "base";
        wish.timeout = 60s;
        m_request = m_api.create(wish, [this](const Result<CreatedSandbox> &created) {
            if (!created)
                return fail(created.error());
            startEcho(*created);
        });
    }

private:
    void startEcho(const CreatedSandbox &created)
    {
        SandboxInfo info;
        info.id = created.id;
        info.envdAccessToken = created.envdAccessToken;
        StartProcess echo;
        echo.process.cmd = "/bin/echo";
        echo.process.args = {"hello"};
        m_stream = ProcessApi(m_transport, addressOf(m_api.profile(), info)).start(echo);
        QObject::connect(m_stream.get(), &ProcessStream::received, [this](const ProcessData &) {
            if (m_timer.isValid())
                std::printf("%.2f\n", double(m_timer.nsecsElapsed()) / 1e6);
            m_timer.invalidate();
        });
        QObject::connect(m_stream.get(), &ProcessStream::finished,
                         [this, id = info.id](const Result<ProcessEnded> &ended) {
                             if (!ended)
                                 return fail(ended.error());
                             m_request =
                                 m_api.kill(id, [this](const Result<void> &) { runNext(); });
                         });
    }

    void fail(const Error &error)
    {
        std::fprintf(stderr, "bench-create: %s: %s\n", toString(error.kind), error.detail.c_str());
        QCoreApplication::exit(1);
    }

    HttpTransport &m_transport;
    PlatformApi m_api;
    int m_runs;
    QElapsedTimer m_timer;
    std::unique_ptr<ProcessStream> m_stream;
    Request m_request;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    ConnectionProfile profile;
    profile.apiUrl = qEnvironmentVariable("E2B_API_URL");
    profile.sandboxUrl = qEnvironmentVariable("E2B_SANDBOX_URL");
    MutationCounter mutations;
    CurlTransport transport(mutations);
    CreateBench bench(transport, profile, qgetenv("E2B_API_KEY").toStdString(),
                      argc > 1 ? QByteArray(argv[1]).toInt() : 50);
    bench.runNext();
    return QCoreApplication::exec();
}
