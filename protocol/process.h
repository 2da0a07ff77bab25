// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/sandbox.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// envd's process.Process service in its JSON form. Decoders accept both spellings of field names,
/// enum numbers, quoted numbers, unpadded and URL-safe base64, and skip events they do not know.
namespace Sandglass {

struct ProcessConfig {
    std::string cmd;
    std::vector<std::string> args;
    StringMap envs;
    std::optional<std::string> cwd;
    friend bool operator==(const ProcessConfig &, const ProcessConfig &) = default;
};

struct PtySize {
    std::uint32_t cols = 80;
    std::uint32_t rows = 24;
    friend bool operator==(const PtySize &, const PtySize &) = default;
};

struct StartProcess {
    ProcessConfig process;
    std::optional<PtySize> pty;
    std::optional<std::string> tag;
    std::optional<bool> stdinOpen; ///< absent means open
    friend bool operator==(const StartProcess &, const StartProcess &) = default;
};

/// By pid or by tag.
using ProcessSelector = std::variant<std::uint32_t, std::string>;

struct ProcessInput {
    ProcessSelector process;
    std::string bytes;
    bool toPty = false;
    friend bool operator==(const ProcessInput &, const ProcessInput &) = default;
};

struct ProcessUpdate {
    ProcessSelector process;
    std::optional<PtySize> pty;
    friend bool operator==(const ProcessUpdate &, const ProcessUpdate &) = default;
};

enum class ProcessSignal { Unspecified = 0, Kill = 9, Terminate = 15 };

struct ProcessSignalRequest {
    ProcessSelector process;
    ProcessSignal signal = ProcessSignal::Unspecified;
    friend bool operator==(const ProcessSignalRequest &, const ProcessSignalRequest &) = default;
};

struct ProcessInfo {
    ProcessConfig config;
    std::uint32_t pid = 0;
    std::optional<std::string> tag;
    friend bool operator==(const ProcessInfo &, const ProcessInfo &) = default;
};

// Events of the streams Start and Connect.
struct ProcessStarted {
    std::uint32_t pid = 0;
    friend bool operator==(const ProcessStarted &, const ProcessStarted &) = default;
};
struct ProcessData {
    enum class Channel { Stdout, Stderr, Pty };
    Channel channel = Channel::Stdout;
    std::string bytes;
    friend bool operator==(const ProcessData &, const ProcessData &) = default;
};
struct ProcessEnded {
    int exitCode = 0;    ///< -1 when a signal ended it
    bool exited = false; ///< false when a signal ended it
    std::string status;  ///< "exit status 3", "signal: killed"
    std::string error;   ///< the same text unless the code is 0
    friend bool operator==(const ProcessEnded &, const ProcessEnded &) = default;
};
struct ProcessKeepalive {
    friend bool operator==(const ProcessKeepalive &, const ProcessKeepalive &) = default;
};
/// monostate: an event this version does not know; to be skipped.
using ProcessEvent =
    std::variant<std::monostate, ProcessStarted, ProcessData, ProcessEnded, ProcessKeepalive>;

[[nodiscard]] std::string encodeStartProcess(const StartProcess &request);
[[nodiscard]] Result<StartProcess> decodeStartProcess(std::string_view json);
[[nodiscard]] std::string encodeConnectProcess(const ProcessSelector &process);
[[nodiscard]] Result<ProcessSelector>
decodeConnectProcess(std::string_view json); ///< CloseStdin too
[[nodiscard]] std::string encodeProcessInput(const ProcessInput &input);
[[nodiscard]] Result<ProcessInput> decodeProcessInput(std::string_view json);
[[nodiscard]] std::string encodeProcessUpdate(const ProcessUpdate &update);
[[nodiscard]] Result<ProcessUpdate> decodeProcessUpdate(std::string_view json);
[[nodiscard]] std::string encodeProcessSignal(const ProcessSignalRequest &request);
[[nodiscard]] Result<ProcessSignalRequest> decodeProcessSignal(std::string_view json);
[[nodiscard]] std::string encodeProcessList(const std::vector<ProcessInfo> &processes);
[[nodiscard]] Result<std::vector<ProcessInfo>> decodeProcessList(std::string_view json);
[[nodiscard]] std::string encodeProcessEvent(const ProcessEvent &event);
[[nodiscard]] Result<ProcessEvent> decodeProcessEvent(std::string_view json);

/// Body of envd's POST /init: what the control plane tells a fresh sandbox. An absent token clears
/// it.
struct EnvdInit {
    StringMap envVars;
    std::optional<std::string> accessToken;
    std::optional<std::string> defaultUser;
    std::optional<std::string> defaultWorkdir;
    friend bool operator==(const EnvdInit &, const EnvdInit &) = default;
};
[[nodiscard]] std::string encodeEnvdInit(const EnvdInit &init);
[[nodiscard]] Result<EnvdInit> decodeEnvdInit(std::string_view json);

} // namespace Sandglass
