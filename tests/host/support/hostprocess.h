// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/hostinfo.h>
#include <protocol/sandbox.h>
#include <tests/host/support/hosthttp.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// What a command in a sandbox came to.
struct CommandResult {
    std::string output; ///< stdout and stderr
    int exitCode = -1;
    std::string error; ///< why it could not be run at all
};

/// The real sandglass-host as a child, with a state folder of its own. Destroying it ends the host
/// and its sandboxes.
class HostProcess final
{
public:
    enum class User {
        Own,      ///< whoever runs the tests
        Ordinary, ///< user 1000; only when root runs the tests
    };
    explicit HostProcess(User user = User::Own);
    ~HostProcess();
    HostProcess(const HostProcess &) = delete;
    HostProcess &operator=(const HostProcess &) = delete;

    /// Before start(): what the host finds in its environment.
    void setEnvironment(const QString &name, const QString &value);
    /// Waits for "ready"; false when it does not come.
    bool start(const QStringList &options = {});
    void kill();      ///< SIGKILL, and waits for its end
    void terminate(); ///< SIGTERM, and waits for its end
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 pid() const;
    /// Another run of the program with the same state: its exit code and output.
    [[nodiscard]] int command(const QStringList &arguments, QByteArray *output = nullptr,
                              QByteArray *errors = nullptr);

    /// The test's own folder; the state is in it.
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString state() const { return m_folder->path() + QStringLiteral("/state"); }
    [[nodiscard]] const HostInfo &info() const { return m_info; }
    [[nodiscard]] std::uint16_t port() const;

    /// With Host and key; further header lines end with CRLF.
    [[nodiscard]] std::string request(std::string_view method, std::string_view target,
                                      std::string_view body = {},
                                      std::string_view headers = {}) const;
    [[nodiscard]] Response call(std::string_view method, std::string_view target,
                                std::string_view body = {}, std::string_view headers = {}) const;
    /// A sandbox of the template, secure, for 300 s; nothing when it fails. `more` begins with a
    /// comma.
    [[nodiscard]] std::optional<CreatedSandbox>
    create(std::string_view more = {}, std::string_view templateName = "base") const;
    [[nodiscard]] std::vector<SandboxInfo> list() const;
    /// The routing headers of a sandbox's port.
    [[nodiscard]] static std::string route(const CreatedSandbox &sandbox, int port);
    /// Runs a shell command inside and waits for its end.
    [[nodiscard]] CommandResult run(const CreatedSandbox &sandbox, std::string_view command) const;

    /// Processes that carry this host's label, in the whole pid namespace: none is left after a
    /// clean end.
    [[nodiscard]] std::vector<pid_t> sandboxProcesses() const;
    /// Entries of the folders sandboxes and sockets.
    [[nodiscard]] QStringList leftOvers() const;

private:
    [[nodiscard]] std::pair<QString, QStringList> commandLine(const QStringList &arguments) const;

    User m_user;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_process;
    HostInfo m_info;
};

} // namespace Sandglass
