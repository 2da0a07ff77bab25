// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/percent.h>
#include <protocol/process.h>

#include <array>

namespace Sandglass {

namespace {

using Json::Presence;

/// A name and its number; protocol buffers allow either in JSON.
struct SignalName {
    std::string_view name;
    ProcessSignal signal;
};
constexpr std::array<SignalName, 3> signalNames{
    {{.name = "SIGNAL_UNSPECIFIED", .signal = ProcessSignal::Unspecified},
     {.name = "SIGNAL_SIGKILL", .signal = ProcessSignal::Kill},
     {.name = "SIGNAL_SIGTERM", .signal = ProcessSignal::Terminate}}};

template<typename T>
Result<T> decodeProto(std::string_view json, void (*read)(const Json::Object &, T &))
{
    return Json::decode<T>(json, "process: ", Json::Dialect::Proto, read);
}

Json::Value toJson(const ProcessConfig &config)
{
    Json::Value object{{"cmd", config.cmd}};
    if (!config.args.empty())
        object["args"] = config.args;
    if (!config.envs.empty())
        object["envs"] = config.envs;
    if (config.cwd)
        object["cwd"] = *config.cwd;
    return object;
}

Json::Value toJson(const PtySize &size)
{
    return {{"size", {{"cols", size.cols}, {"rows", size.rows}}}};
}

Json::Value toJson(const ProcessSelector &process)
{
    if (const auto *tag = std::get_if<std::string>(&process))
        return {{"tag", *tag}};
    return {{"pid", std::get<std::uint32_t>(process)}};
}

void readConfig(const Json::Object &object, ProcessConfig &config)
{
    const auto rejectNul = [&object](std::string_view name, const std::string &text) {
        if (text.contains('\0'))
            object.reject(name, "must not hold a zero byte");
    };
    object.read("cmd", config.cmd);
    object.read("args", config.args);
    object.readEnvironment("envs", config.envs);
    object.read("cwd", config.cwd);
    rejectNul("cmd", config.cmd);
    rejectNul("cwd", config.cwd.value_or(""));
    for (const std::string &argument : config.args)
        rejectNul("args", argument);
}

/// A pty without a size has none of the default either: 0×0.
void readPty(const Json::Object &object, std::optional<PtySize> &target)
{
    const auto pty = object.object("pty");
    if (!pty)
        return;
    target = PtySize{.cols = 0, .rows = 0};
    if (const auto size = pty->object("size")) {
        size->readInteger("cols", target->cols, Presence::Optional);
        size->readInteger("rows", target->rows, Presence::Optional);
    }
}

void readSelector(const Json::Object &object, ProcessSelector &target)
{
    const auto selector = object.object("process");
    const bool hasPid = selector && selector->member("pid");
    const bool hasTag = selector && selector->member("tag");
    if (hasPid == hasTag)
        object.reject("process", "must be given by either pid or tag");
    else if (hasTag)
        selector->read("tag", target.emplace<std::string>());
    else
        selector->readInteger("pid", target.emplace<std::uint32_t>(), Presence::Required);
}

void readStart(const Json::Object &object, StartProcess &request)
{
    if (const auto process = object.object("process"))
        readConfig(*process, request.process);
    if (request.process.cmd.empty())
        object.reject("process.cmd", "is missing");
    readPty(object, request.pty);
    object.read("tag", request.tag);
    object.read("stdin", request.stdinOpen);
}

void readInput(const Json::Object &object, ProcessInput &request)
{
    readSelector(object, request.process);
    const auto input = object.object("input");
    const bool hasStdin = input && input->member("stdin");
    request.toPty = input && input->member("pty");
    if (hasStdin == request.toPty)
        object.reject("input", "must hold either stdin or pty");
    else
        input->readBytes(request.toPty ? "pty" : "stdin", request.bytes);
}

void readUpdate(const Json::Object &object, ProcessUpdate &request)
{
    readSelector(object, request.process);
    readPty(object, request.pty);
}

void readSignal(const Json::Object &object, ProcessSignalRequest &request)
{
    readSelector(object, request.process);
    const Json::Value *value = object.member("signal");
    if (!value)
        return;
    std::int32_t number = -1;
    const auto *text = value->get_ptr<const std::string *>();
    if (!text)
        object.readInteger("signal", number, Presence::Required);
    for (const SignalName &known : signalNames) {
        if (text ? *text == known.name : number == static_cast<int>(known.signal)) {
            request.signal = known.signal;
            return;
        }
    }
    object.reject("signal", "must be SIGNAL_SIGKILL or SIGNAL_SIGTERM");
}

void readProcesses(const Json::Object &object, std::vector<ProcessInfo> &processes)
{
    const auto &elements = object.array("processes");
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string path = "processes[" + std::to_string(i) + "].";
        const Json::Object element(elements[i], object.problem(), path, object.dialect());
        ProcessInfo &process = processes.emplace_back();
        if (const auto config = element.object("config"))
            readConfig(*config, process.config);
        element.readInteger("pid", process.pid, Presence::Required);
        element.read("tag", process.tag);
    }
}

} // namespace

std::string encodeStartProcess(const StartProcess &request)
{
    Json::Value object{{"process", toJson(request.process)}};
    if (request.pty)
        object["pty"] = toJson(*request.pty);
    if (request.tag)
        object["tag"] = *request.tag;
    if (request.stdinOpen)
        object["stdin"] = *request.stdinOpen;
    return Json::dump(object);
}

Result<StartProcess> decodeStartProcess(std::string_view json)
{
    return decodeProto<StartProcess>(json, readStart);
}

std::string encodeConnectProcess(const ProcessSelector &process)
{
    return Json::dump({{"process", toJson(process)}});
}

Result<ProcessSelector> decodeConnectProcess(std::string_view json)
{
    return decodeProto<ProcessSelector>(json, readSelector);
}

std::string encodeProcessInput(const ProcessInput &input)
{
    const char *channel = input.toPty ? "pty" : "stdin";
    return Json::dump({{"process", toJson(input.process)},
                       {"input", Json::Value{{channel, base64Encode(input.bytes)}}}});
}

Result<ProcessInput> decodeProcessInput(std::string_view json)
{
    return decodeProto<ProcessInput>(json, readInput);
}

std::string encodeProcessUpdate(const ProcessUpdate &update)
{
    Json::Value object{{"process", toJson(update.process)}};
    if (update.pty)
        object["pty"] = toJson(*update.pty);
    return Json::dump(object);
}

Result<ProcessUpdate> decodeProcessUpdate(std::string_view json)
{
    return decodeProto<ProcessUpdate>(json, readUpdate);
}

std::string encodeProcessSignal(const ProcessSignalRequest &request)
{
    Json::Value object{{"process", toJson(request.process)}};
    for (const SignalName &known : signalNames) {
        if (known.signal == request.signal)
            object["signal"] = known.name;
    }
    return Json::dump(object);
}

Result<ProcessSignalRequest> decodeProcessSignal(std::string_view json)
{
    return decodeProto<ProcessSignalRequest>(json, readSignal);
}

std::string encodeProcessList(const std::vector<ProcessInfo> &processes)
{
    Json::Value list = Json::Value::array();
    for (const ProcessInfo &process : processes) {
        Json::Value object{{"config", toJson(process.config)}, {"pid", process.pid}};
        if (process.tag)
            object["tag"] = *process.tag;
        list.push_back(std::move(object));
    }
    return Json::dump({{"processes", list}});
}

Result<std::vector<ProcessInfo>> decodeProcessList(std::string_view json)
{
    return decodeProto<std::vector<ProcessInfo>>(json, readProcesses);
}

} // namespace Sandglass
