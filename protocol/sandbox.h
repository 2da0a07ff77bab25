// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Sandboxes on E2B's platform API. Facts: E2B's interface description (spec/openapi.yml of
/// e2b-dev/E2B) and the traffic of its SDKs. Every decoder treats a missing field, null and (alias,
/// domain, envdVersion) "" alike, ignores unknown fields and answers malformed text with a Protocol
/// error that names the field. Bodies above 16 MiB are refused. Encoders never fail: invalid UTF-8
/// is written as U+FFFD.
namespace Sandglass {

using StringMap = std::map<std::string, std::string>;

enum class SandboxState { Running, Paused, Unknown };

/// What happens at the end of the time: GET /sandboxes/{id}, "lifecycle".
struct SandboxLifecycle {
    bool autoResume = false;
    bool pauseOnTimeout = false; ///< "onTimeout": "pause"; otherwise it is killed
    friend bool operator==(const SandboxLifecycle &, const SandboxLifecycle &) = default;
};

/// A row of GET /v2/sandboxes, or all of GET /sandboxes/{id}; the optional fields are only in the
/// latter.
struct SandboxInfo {
    std::string id;
    std::string templateId;
    std::string alias; ///< of the template; may be empty
    Timestamp startedAt{};
    Timestamp endAt{}; ///< of a paused sandbox: when it was paused, not an expiry
    SandboxState state = SandboxState::Unknown;
    int cpuCount = 0;
    int memoryMiB = 0;
    int diskMiB = 0; ///< 0 if unknown
    std::string envdVersion;
    StringMap metadata;
    std::optional<std::string> envdAccessToken;
    /// Said in the answers to create and connect alone (platform-api 8.2): whoever has it adds it.
    std::optional<std::string> trafficAccessToken;
    std::optional<bool> allowInternetAccess;
    std::optional<std::string> domain;
    std::optional<SandboxLifecycle> lifecycle;
    friend bool operator==(const SandboxInfo &, const SandboxInfo &) = default;
};

struct SandboxPage {
    std::vector<SandboxInfo> sandboxes;
    std::string nextToken;               ///< header X-Next-Token; empty at the end
    std::optional<Timestamp> serverTime; ///< header Date: what remaining time is computed against
};

/// The query of GET /v2/sandboxes; empty members are not sent.
struct SandboxQuery {
    std::vector<SandboxState> states; ///< empty: both
    StringMap metadata;               ///< all must match exactly
    int limit = 0;                    ///< 1..100; 0 leaves it to the service (100)
    bool ascending = false;           ///< by startedAt; default newest first
    std::string nextToken;
    friend bool operator==(const SandboxQuery &, const SandboxQuery &) = default;
};

struct NewSandbox {
    std::string templateId;                      ///< id or alias
    std::optional<std::chrono::seconds> timeout; ///< absent: 15 s in v1, 300 s in v2
    StringMap metadata;
    StringMap envVars;
    std::optional<bool> secure; ///< v1 only; v2 is always secure
    std::optional<bool> autoPause;
    std::optional<bool> allowInternetAccess;
    friend bool operator==(const NewSandbox &, const NewSandbox &) = default;
};

/// The answer to create and connect. It carries no times and no state: get the sandbox for them.
struct CreatedSandbox {
    std::string id;
    std::string templateId;
    std::string alias;
    std::string envdVersion;
    std::optional<std::string> envdAccessToken;
    std::optional<std::string> trafficAccessToken;
    std::optional<std::string> domain;
    friend bool operator==(const CreatedSandbox &, const CreatedSandbox &) = default;
};

// Bodies. The decoders serve the client, the encoders the host, and the other way round for
// requests.
[[nodiscard]] std::string
encodeSandbox(const SandboxInfo &sandbox); ///< one object, detail fields when set
[[nodiscard]] std::string encodeSandboxes(const std::vector<SandboxInfo> &sandboxes);
[[nodiscard]] Result<SandboxInfo> decodeSandbox(std::string_view json);
[[nodiscard]] Result<std::vector<SandboxInfo>> decodeSandboxes(std::string_view json);
[[nodiscard]] std::string encodeNewSandbox(const NewSandbox &sandbox);
/// Errors name the field: "validation error: timeout must be an integer".
[[nodiscard]] Result<NewSandbox> decodeNewSandbox(std::string_view json);
[[nodiscard]] std::string encodeCreatedSandbox(const CreatedSandbox &sandbox);
[[nodiscard]] Result<CreatedSandbox> decodeCreatedSandbox(std::string_view json);
/// {"timeout": seconds}, of POST /sandboxes/{id}/timeout and, in both versions, of POST …/connect.
[[nodiscard]] std::string encodeTimeout(std::chrono::seconds timeout);
[[nodiscard]] Result<std::chrono::seconds> decodeTimeout(std::string_view json);

// The query string of the list, without "?". State lists are joined by a plain comma; metadata is
// encoded three times (each key and value twice, then the joined string once). Filters this struct
// does not know (template, startedAfter) are refused, not ignored.
[[nodiscard]] std::string encodeSandboxQuery(const SandboxQuery &query);
[[nodiscard]] Result<SandboxQuery> decodeSandboxQuery(std::string_view query);

} // namespace Sandglass
