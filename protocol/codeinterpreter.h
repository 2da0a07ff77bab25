// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <protocol/routing.h>
#include <protocol/sandbox.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The code interpreter's JSON (protocol page "code-interpreter"): requests, contexts and the lines
/// of a result stream. Written lines are ASCII and end without "\n". Its
/// port is routing.h's codeInterpreterPort.
namespace Sandglass {

/// A longer line is refused.
inline constexpr std::size_t maximumExecutionLine = 64UL << 20U;

/// At most one of contextId and language.
struct ExecutionRequest {
    std::string code;
    std::optional<std::string> contextId;
    std::optional<std::string> language;
    StringMap envVars; ///< for this run alone
    friend bool operator==(const ExecutionRequest &, const ExecutionRequest &) = default;
};

struct NewCodeContext {
    std::optional<std::string> language;
    std::optional<std::string> cwd;
    friend bool operator==(const NewCodeContext &, const NewCodeContext &) = default;
};

struct CodeContext {
    std::string id;
    std::string language;
    std::string cwd;
    friend bool operator==(const CodeContext &, const CodeContext &) = default;
};

// Lines of the stream.
struct ExecutionCounted { ///< the input was accepted
    int count = 0;
    friend bool operator==(const ExecutionCounted &, const ExecutionCounted &) = default;
};
struct ExecutionOutput {
    enum class Channel { Stdout, Stderr };
    Channel channel = Channel::Stdout;
    std::string text;      ///< UTF-8; several lines or part of one, with "\n" kept
    std::string timestamp; ///< ISO 8601
    friend bool operator==(const ExecutionOutput &, const ExecutionOutput &) = default;
};
struct ExecutionResult {
    /// Key of the protocol ("text", "html", "markdown", "svg", "png", "jpeg", "pdf", "latex",
    /// "json", "javascript", "data", "chart") to its value. Text stays text; png, jpeg and pdf are
    /// base64, which may hold line breaks; json, data and chart are JSON text.
    std::map<std::string, std::string, std::less<>> parts;
    std::map<std::string, std::string, std::less<>> extra; ///< other MIME types, as JSON text
    bool isMainResult = false;
    friend bool operator==(const ExecutionResult &, const ExecutionResult &) = default;
};
struct ExecutionError {
    std::string name;
    std::string value;
    std::string traceback; ///< lines with ANSI colours
    friend bool operator==(const ExecutionError &, const ExecutionError &) = default;
};
struct ExecutionKeepalive {
    friend bool operator==(const ExecutionKeepalive &, const ExecutionKeepalive &) = default;
};
struct ExecutionEnded { ///< a stream without it is incomplete
    friend bool operator==(const ExecutionEnded &, const ExecutionEnded &) = default;
};
/// monostate: a line this version does not know; to be skipped.
using ExecutionEvent =
    std::variant<std::monostate, ExecutionCounted, ExecutionOutput, ExecutionResult, ExecutionError,
                 ExecutionKeepalive, ExecutionEnded>;

[[nodiscard]] std::string encodeExecutionRequest(const ExecutionRequest &request);
[[nodiscard]] Result<ExecutionRequest> decodeExecutionRequest(std::string_view json);
[[nodiscard]] std::string encodeNewCodeContext(const NewCodeContext &request);
[[nodiscard]] Result<NewCodeContext> decodeNewCodeContext(std::string_view json);
[[nodiscard]] std::string encodeCodeContext(const CodeContext &context);
[[nodiscard]] Result<CodeContext> decodeCodeContext(std::string_view json);
[[nodiscard]] std::string encodeCodeContexts(const std::vector<CodeContext> &contexts);
[[nodiscard]] Result<std::vector<CodeContext>> decodeCodeContexts(std::string_view json);
/// The body that goes with status 422.
[[nodiscard]] std::string encodeRequestProblem(const Error &error);
[[nodiscard]] std::string encodeExecutionEvent(const ExecutionEvent &event);
/// One line without its "\n". A bare NaN or Infinity fails that line alone.
[[nodiscard]] Result<ExecutionEvent> decodeExecutionEvent(std::string_view line);

} // namespace Sandglass
