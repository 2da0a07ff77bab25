// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/controlplane.h>
#include <host/daemon.h>
#include <host/hostcontext.h>
#include <host/hostrecord.h>
#include <host/http/httpserver.h>
#include <host/ioerror.h>
#include <host/proxyerrors.h>
#include <host/requestguard.h>
#include <host/sandboxproxy.h>
#include <host/sandboxregistry.h>
#include <protocol/hostinfo.h>
#include <protocol/routing.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <fcntl.h>
#include <sys/resource.h>

#include <charconv>
#include <csignal>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto goodbyes = 1000ms; ///< for answers that are under way
constexpr auto longestEnding =
    10000ms; ///< for files that are being removed: the next start goes on

/// A setting that is made at the first start and kept.
Result<std::string> keptSetting(StateStore &store, std::string_view name, const std::string &fresh)
{
    auto kept = store.setting(name);
    if (!kept)
        return std::unexpected(kept.error());
    if (auto &value = *kept)
        return std::move(*value);
    if (const auto stored = store.setSetting(name, fresh); !stored)
        return std::unexpected(stored.error());
    return fresh;
}

Result<std::unique_ptr<HostContext>> makeContext(boost::asio::io_context &io,
                                                 const HostPaths &paths)
{
    auto store = StateStore::open(paths.database());
    auto log = HostLog::open(paths.log());
    if (!store || !log)
        return std::unexpected(store ? log.error() : store.error());
    const auto tag = keptSetting(*store, "tag", randomHex(12));
    if (!tag)
        return std::unexpected(tag.error());
    UniqueFd folder(::open(paths.sockets().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return ioFailure("cannot open " + paths.sockets());
    return std::unique_ptr<HostContext>(
        new HostContext{.io = io,
                        .paths = paths,
                        .store = std::move(*store),
                        .log = std::move(*log),
                        .templates = TemplateCatalog::fromEnvironment(),
                        .tag = *tag,
                        .agent = findAgent(),
                        .interpreter = findInterpreter(),
                        .uids = sandboxUidsHere(),
                        .socketFolder = std::move(folder),
                        .rootFiles = RootFiles::Overlay,
                        .preparing = FileWorker(io),
                        .clearing = FileWorker(io)});
}

/// Each connection through the proxy takes two descriptors; what a login gives is soon used up.
void raiseFileLimit()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
}

class Daemon final
{
public:
    Daemon(boost::asio::io_context &io, HostContext &context, DaemonOptions &options)
        : m_io(io),
          m_context(context),
          m_options(options),
          m_registry(context),
          m_proxy(context, m_registry),
          m_controlPlane(m_registry, [this](SandboxRegistry::Sandboxes what) { stop(what); }),
          m_server(io, [this](std::shared_ptr<Exchange> exchange) { handle(std::move(exchange)); }),
          m_signals(io, SIGTERM, SIGINT, SIGHUP),
          m_patience(io),
          m_goodbye(io)
    {
    }

    Result<void> run()
    {
        m_signals.async_wait([this](const auto &error, int) {
            if (!error)
                stop(SandboxRegistry::Sandboxes::Keep);
        });
        if (auto adopting = m_registry.adopt([this] { adopted(); }); !adopting)
            return adopting;
        m_io.run();
        return m_result;
    }

private:
    void adopted()
    {
        if (m_options.task == DaemonOptions::Task::ClearSandboxes) {
            stop(SandboxRegistry::Sandboxes::Kill);
            return;
        }
        m_result = listen();
        if (!m_result)
            m_io.stop();
    }

    Result<void> listen()
    {
        const auto key = keptSetting(m_context.store, "api_key", newApiKey());
        if (!key)
            return std::unexpected(key.error());
        if (auto bound = bindPort(); !bound)
            return bound;
        m_guard.emplace(*key, m_server.port());
        const std::string url = "http://127.0.0.1:" + std::to_string(m_server.port());
        const HostInfo info{
            .url = url, .apiKey = *key, .pid = ::getpid(), .version = SANDGLASS_VERSION};
        if (auto written = writeHostRecord(m_context.paths.record(), info); !written)
            return written;
        m_context.log.info("version " SANDGLASS_VERSION " listens on " + url);
        m_options.ready(url);
        return {};
    }

    Result<void> bindPort()
    {
        const auto kept = m_context.store.setting("port");
        if (!kept)
            return std::unexpected(kept.error());
        std::uint16_t port = 0;
        if (const auto &text = *kept)
            std::from_chars(text->data(), text->data() + text->size(), port);
        auto bound = m_server.listenTcp(port);
        if (!bound && port != 0) {
            bound = m_server.listenTcp(0);
            if (bound)
                m_options.notice("another program has taken port " + std::to_string(port) +
                                 "; the local host now listens on port " +
                                 std::to_string(m_server.port()));
        }
        if (!bound)
            return bound;
        return m_context.store.setSetting("port", std::to_string(m_server.port()));
    }

    void handle(std::shared_ptr<Exchange> exchange)
    {
        const RequestHead &head = exchange->head();
        if (auto refused = m_guard->refuseAddress(head)) {
            exchange->respond(std::move(*refused));
            return;
        }
        const auto route =
            routeRequest(head.headers.value("Host"), head.headers.value(sandboxIdHeader),
                         head.headers.value(sandboxPortHeader));
        if (!route) {
            exchange->respond(badRoute(route.error().detail));
        } else if (const auto &sandbox = *route) {
            m_proxy.handle(std::move(exchange), *sandbox);
        } else if (auto refused = m_guard->refuseKey(head);
                   refused && !ControlPlane::isHealthCheck(head)) {
            exchange->respond(std::move(*refused));
        } else {
            m_controlPlane.handle(std::move(exchange));
        }
    }

    void stop(SandboxRegistry::Sandboxes what)
    {
        if (std::exchange(m_stopping, true))
            return;
        m_context.log.info(what == SandboxRegistry::Sandboxes::Kill ? "stops, with its sandboxes"
                                                                    : "stops; sandboxes live on");
        removeHostRecord(m_context.paths.record());
        m_server.stopGracefully();
        m_patience.start(longestEnding, [this] { m_io.stop(); });
        m_registry.shutDown(what,
                            [this] { sayGoodbye(std::chrono::steady_clock::now() + goodbyes); });
    }

    void sayGoodbye(std::chrono::steady_clock::time_point until)
    {
        if (m_server.connectionCount() == 0 || std::chrono::steady_clock::now() >= until) {
            m_io.stop();
            return;
        }
        m_goodbye.start(10ms, [this, until] { sayGoodbye(until); });
    }

    boost::asio::io_context &m_io;
    HostContext &m_context;
    DaemonOptions &m_options;
    SandboxRegistry m_registry;
    SandboxProxy m_proxy;
    ControlPlane m_controlPlane;
    std::optional<RequestGuard> m_guard;
    HttpServer m_server; ///< after what its handler uses
    boost::asio::signal_set m_signals;
    Timer m_patience;
    Timer m_goodbye;
    Result<void> m_result;
    bool m_stopping = false;
};

} // namespace

Result<void> runDaemon(DaemonOptions options)
{
    std::signal(SIGPIPE, SIG_IGN);
    raiseFileLimit();
    boost::asio::io_context io(1);
    auto context = makeContext(io, options.paths);
    if (!context)
        return std::unexpected(context.error());
    Daemon daemon(io, **context, options);
    return daemon.run();
}

} // namespace Sandglass
