// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/jsonslices.h>
#include <protocol/jupyter.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandglass {

namespace {

constexpr std::string_view delimiter = "<IDS|MSG>";
constexpr std::size_t framesAfterDelimiter = 5; ///< signature, header, parent, metadata, content

struct PartName {
    std::string_view mime;
    std::string_view key;
};
constexpr std::array<PartName, 12> partNames{
    {{.mime = "text/plain", .key = "text"},
     {.mime = "text/html", .key = "html"},
     {.mime = "text/markdown", .key = "markdown"},
     {.mime = "text/latex", .key = "latex"},
     {.mime = "image/svg+xml", .key = "svg"},
     {.mime = "image/png", .key = "png"},
     {.mime = "image/jpeg", .key = "jpeg"},
     {.mime = "application/pdf", .key = "pdf"},
     {.mime = "application/javascript", .key = "javascript"},
     {.mime = "application/json", .key = "json"},
     {.mime = "e2b/data", .key = "data"},
     {.mime = "e2b/chart", .key = "chart"}}};

bool isJsonPart(std::string_view key)
{
    return key == "json" || key == "data" || key == "chart";
}

/// A text is a string or a list of its lines, each with its line break.
std::string multilineText(std::string_view value)
{
    if (value.empty() || value.front() != '[')
        return Json::stringOf(value);
    std::string text;
    const auto lines = Json::Value::parse(value, nullptr, false);
    for (const Json::Value &line : lines) {
        if (const auto *part = line.get_ptr<const std::string *>())
            text += *part;
    }
    return text;
}

/// The page: one pair of enclosing quotes is stripped.
std::string withoutQuotes(std::string text)
{
    if (text.size() >= 2 && text.front() == text.back() &&
        (text.front() == '\'' || text.front() == '"'))
        return text.substr(1, text.size() - 2);
    return text;
}

ExecutionResult resultIn(std::string_view content, bool isMainResult)
{
    ExecutionResult result{.parts = {}, .extra = {}, .isMainResult = isMainResult};
    for (const auto &[mime, value] : Json::membersOf(Json::memberOf(content, "data"))) {
        const auto *const known = std::ranges::find(partNames, mime, &PartName::mime);
        if (value == "null")
            continue;
        if (known == partNames.end())
            result.extra[mime] = value;
        else if (isJsonPart(known->key))
            result.parts[std::string(known->key)] = value;
        else
            result.parts[std::string(known->key)] = multilineText(value);
    }
    if (const auto text = result.parts.find("text"); text != result.parts.end())
        text->second = withoutQuotes(std::move(text->second));
    return result;
}

ExecutionError errorIn(std::string_view content)
{
    ExecutionError error{.name = Json::stringOf(Json::memberOf(content, "ename")),
                         .value = Json::stringOf(Json::memberOf(content, "evalue")),
                         .traceback = {}};
    const auto lines = Json::Value::parse(Json::memberOf(content, "traceback"), nullptr, false);
    for (const Json::Value &line : lines) {
        if (const auto *text = line.get_ptr<const std::string *>())
            error.traceback += (error.traceback.empty() ? "" : "\n") + *text;
    }
    return error;
}

JupyterContent countIn(std::string_view content)
{
    const auto text = Json::memberOf(content, "execution_count");
    ExecutionCounted counted;
    std::from_chars(text.data(), text.data() + text.size(), counted.count);
    return ExecutionEvent(counted);
}

JupyterContent contentOf(std::string_view type, std::string_view content)
{
    const auto text = [content](std::string_view name) {
        return Json::stringOf(Json::memberOf(content, name));
    };
    if (type == "status")
        return JupyterStatus{.isIdle = text("execution_state") == "idle"};
    if (type == "stream")
        return ExecutionEvent(
            ExecutionOutput{.channel = text("name") == "stderr" ? ExecutionOutput::Channel::Stderr
                                                                : ExecutionOutput::Channel::Stdout,
                            .text = multilineText(Json::memberOf(content, "text")),
                            .timestamp = {}});
    if (type == "execute_input")
        return countIn(content);
    if (type == "display_data" || type == "execute_result")
        return ExecutionEvent(resultIn(content, type == "execute_result"));
    if (type == "error")
        return ExecutionEvent(errorIn(content));
    if (type == "execute_reply")
        return JupyterReply{.isAborted = text("status") == "aborted"};
    if (type == "kernel_info_reply")
        return JupyterInfo{};
    return std::monostate();
}

} // namespace

std::string encodeJupyterConnection(std::string_view prefix)
{
    const Json::Value connection{{"transport", "ipc"},
                                 {"ip", prefix},
                                 {"shell_port", static_cast<int>(JupyterChannel::Shell)},
                                 {"iopub_port", static_cast<int>(JupyterChannel::Iopub)},
                                 {"stdin_port", static_cast<int>(JupyterChannel::Stdin)},
                                 {"control_port", static_cast<int>(JupyterChannel::Control)},
                                 {"hb_port", static_cast<int>(JupyterChannel::Heartbeat)},
                                 {"signature_scheme", "hmac-sha256"},
                                 {"key", ""}};
    return Json::dump(connection);
}

std::string jupyterEndpoint(std::string_view prefix, JupyterChannel channel)
{
    return "ipc://" + std::string(prefix) + "-" + std::to_string(static_cast<int>(channel));
}

std::vector<std::string> encodeJupyterRequest(const JupyterRequest &request)
{
    const Json::Value header{{"msg_id", request.id},
                             {"session", request.session},
                             {"username", "sandglass"},
                             {"msg_type", request.type},
                             {"version", "5.3"}};
    return {std::string(delimiter), {}, Json::dump(header), "{}", "{}", request.content};
}

std::string encodeJupyterExecute(std::string_view code, JupyterVisibility visibility)
{
    const bool isSilent = visibility == JupyterVisibility::Silent;
    return Json::dump({{"code", code},
                       {"silent", isSilent},
                       {"store_history", !isSilent},
                       {"user_expressions", Json::Value::object()},
                       {"allow_stdin", false},
                       {"stop_on_error", false}});
}

Result<JupyterMessage> decodeJupyterMessage(const std::vector<std::string_view> &frames)
{
    const auto start = std::ranges::find(frames, delimiter);
    if (static_cast<std::size_t>(frames.end() - start) <= framesAfterDelimiter)
        return failure(Error::Kind::Protocol, "kernel: the message has too few parts");
    const auto header = start[2];
    const auto parent = start[3];
    const auto content = start[5];
    for (const auto part : {header, parent, content}) {
        if (!Json::isValid(part))
            return failure(Error::Kind::Protocol, "kernel: a part of the message is not JSON");
    }
    const auto type = Json::stringOf(Json::memberOf(header, "msg_type"));
    if (type.empty())
        return failure(Error::Kind::Protocol, "kernel: the message has no type");
    return JupyterMessage{.parentId = Json::stringOf(Json::memberOf(parent, "msg_id")),
                          .content = contentOf(type, content)};
}

} // namespace Sandglass
