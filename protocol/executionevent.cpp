// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/codeinterpreter.h>
#include <protocol/jsonfields.h>
#include <protocol/jsonslices.h>

#include <algorithm>
#include <array>

namespace Sandglass {

namespace {

using Json::Presence;

constexpr std::array<std::string_view, 9> textParts{"text", "html", "markdown", "svg",       "png",
                                                    "jpeg", "pdf",  "latex",    "javascript"};
constexpr std::array<std::string_view, 3> jsonParts{"json", "data", "chart"};

bool isIn(const auto &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

/// Writes the members in the order of the calls: the type comes first.
class LineWriter final
{
public:
    explicit LineWriter(std::string_view type) : m_line("{\"type\":\"")
    {
        m_line += type;
        m_line += '"';
    }

    LineWriter &text(std::string_view name, std::string_view value)
    {
        return raw(name, Json::dumpAscii(value));
    }
    /// What is not JSON is left out: one bad value must not spoil the line.
    LineWriter &json(std::string_view name, std::string_view value)
    {
        return Json::isValid(value) ? raw(name, Json::oneAsciiLine(value)) : *this;
    }
    LineWriter &raw(std::string_view name, std::string_view value)
    {
        m_line += ',';
        m_line += Json::dumpAscii(name);
        m_line += ':';
        m_line += value;
        return *this;
    }
    [[nodiscard]] std::string line() { return std::move(m_line += '}'); }

private:
    std::string m_line;
};

struct EventWriter {
    std::string operator()(std::monostate) const { return "{}"; }
    std::string operator()(const ExecutionCounted &counted) const
    {
        return LineWriter("number_of_executions")
            .raw("execution_count", std::to_string(counted.count))
            .line();
    }
    std::string operator()(const ExecutionOutput &output) const
    {
        return LineWriter(output.channel == ExecutionOutput::Channel::Stderr ? "stderr" : "stdout")
            .text("text", output.text)
            .text("timestamp", output.timestamp)
            .line();
    }
    std::string operator()(const ExecutionResult &result) const
    {
        LineWriter writer("result");
        for (const auto &[key, value] : result.parts) {
            if (isIn(textParts, key))
                writer.text(key, value);
            else if (isIn(jsonParts, key))
                writer.json(key, value);
        }
        std::string extra;
        for (const auto &[key, value] : result.extra) {
            if (!Json::isValid(value))
                continue;
            extra += extra.empty() ? "" : ",";
            extra += Json::dumpAscii(key) + ':' + Json::oneAsciiLine(value);
        }
        return writer.raw("extra", '{' + extra + '}')
            .raw("is_main_result", result.isMainResult ? "true" : "false")
            .line();
    }
    std::string operator()(const ExecutionError &error) const
    {
        return LineWriter("error")
            .text("name", error.name)
            .text("value", error.value)
            .text("traceback", error.traceback)
            .line();
    }
    std::string operator()(const ExecutionKeepalive &) const
    {
        return LineWriter("keepalive").line();
    }
    std::string operator()(const ExecutionEnded &) const
    {
        return LineWriter("end_of_execution").line();
    }
};

void readOutput(const Json::Object &object, ExecutionOutput &output)
{
    object.read("text", output.text, Presence::Required);
    object.read("timestamp", output.timestamp);
}

void readError(const Json::Object &object, ExecutionError &error)
{
    object.read("name", error.name);
    object.read("value", error.value);
    object.read("traceback", error.traceback);
}

void readResult(const Json::Object &object, ExecutionResult &result)
{
    for (const std::string_view name : textParts) {
        if (object.member(name))
            object.read(name, result.parts[std::string(name)]);
    }
    object.read("is_main_result", result.isMainResult);
    (void)object.object("extra"); // names it when it is anything else
}

/// What is passed on as JSON text is cut out of the line, so that nothing of it is lost.
void sliceResult(std::string_view line, ExecutionResult &result)
{
    for (const auto &[key, value] : Json::membersOf(line)) {
        if (value != "null" && isIn(jsonParts, key))
            result.parts[key] = value;
    }
    for (const auto &[key, value] : Json::membersOf(Json::memberOf(line, "extra")))
        result.extra[key] = value;
}

void readEvent(const Json::Object &object, ExecutionEvent &event)
{
    std::string type;
    object.read("type", type, Presence::Required);
    if (type == "number_of_executions") {
        object.readInteger("execution_count", event.emplace<ExecutionCounted>().count,
                           Presence::Required);
    } else if (type == "stdout" || type == "stderr") {
        auto &output = event.emplace<ExecutionOutput>();
        output.channel =
            type == "stderr" ? ExecutionOutput::Channel::Stderr : ExecutionOutput::Channel::Stdout;
        readOutput(object, output);
    } else if (type == "result") {
        readResult(object, event.emplace<ExecutionResult>());
    } else if (type == "error") {
        readError(object, event.emplace<ExecutionError>());
    } else if (type == "keepalive") {
        event = ExecutionKeepalive{};
    } else if (type == "end_of_execution") {
        event = ExecutionEnded{};
    }
}

} // namespace

std::string encodeExecutionEvent(const ExecutionEvent &event)
{
    return std::visit(EventWriter{}, event);
}

Result<ExecutionEvent> decodeExecutionEvent(std::string_view line)
{
    auto event = Json::decode<ExecutionEvent>(line, "result stream: ", Json::Dialect::Plain,
                                              readEvent, maximumExecutionLine);
    if (event) {
        if (auto *result = std::get_if<ExecutionResult>(&*event))
            sliceResult(line, *result);
    }
    return event;
}

} // namespace Sandglass
