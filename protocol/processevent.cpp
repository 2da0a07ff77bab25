// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/percent.h>
#include <protocol/process.h>

namespace Sandglass {

namespace {

using Json::Presence;

const char *channelName(ProcessData::Channel channel)
{
    switch (channel) {
    case ProcessData::Channel::Stdout:
        break;
    case ProcessData::Channel::Stderr:
        return "stderr";
    case ProcessData::Channel::Pty:
        return "pty";
    }
    return "stdout";
}

/// The "event" member; defaults are left out as protocol buffers do.
struct EventWriter {
    Json::Value operator()(std::monostate) const { return Json::Value::object(); }
    Json::Value operator()(const ProcessStarted &started) const
    {
        return {{"start", {{"pid", started.pid}}}};
    }
    Json::Value operator()(const ProcessData &data) const
    {
        return {{"data", Json::Value{{channelName(data.channel), base64Encode(data.bytes)}}}};
    }
    Json::Value operator()(const ProcessEnded &ended) const
    {
        Json::Value end{{"status", ended.status}};
        if (ended.exitCode != 0)
            end["exitCode"] = ended.exitCode;
        if (ended.exited)
            end["exited"] = true;
        if (!ended.error.empty())
            end["error"] = ended.error;
        return {{"end", end}};
    }
    Json::Value operator()(const ProcessKeepalive &) const
    {
        return {{"keepalive", Json::Value::object()}};
    }
};

void readData(const Json::Object &data, ProcessEvent &event)
{
    using enum ProcessData::Channel;
    for (const ProcessData::Channel channel : {Stdout, Stderr, Pty}) {
        if (data.member(channelName(channel))) {
            auto &read = event.emplace<ProcessData>();
            read.channel = channel;
            data.readBytes(channelName(channel), read.bytes);
            return;
        }
    }
}

void readEnd(const Json::Object &end, ProcessEnded &ended)
{
    end.readInteger("exitCode", ended.exitCode, Presence::Optional);
    end.read("exited", ended.exited);
    end.read("status", ended.status);
    end.read("error", ended.error);
}

void readEvent(const Json::Object &message, ProcessEvent &event)
{
    const auto object = message.object("event");
    if (!object)
        return;
    if (const auto start = object->object("start"))
        start->readInteger("pid", event.emplace<ProcessStarted>().pid, Presence::Optional);
    else if (const auto data = object->object("data"))
        readData(*data, event);
    else if (const auto end = object->object("end"))
        readEnd(*end, event.emplace<ProcessEnded>());
    else if (object->object("keepalive"))
        event = ProcessKeepalive{};
}

/// An empty text means the same as none.
void readNonEmpty(const Json::Object &object, std::string_view name,
                  std::optional<std::string> &target)
{
    object.read(name, target);
    if (target && target->empty())
        target.reset();
}

void readInit(const Json::Object &object, EnvdInit &init)
{
    object.readEnvironment("envVars", init.envVars);
    readNonEmpty(object, "accessToken", init.accessToken);
    readNonEmpty(object, "defaultUser", init.defaultUser);
    readNonEmpty(object, "defaultWorkdir", init.defaultWorkdir);
}

} // namespace

std::string encodeProcessEvent(const ProcessEvent &event)
{
    return Json::dump({{"event", std::visit(EventWriter{}, event)}});
}

Result<ProcessEvent> decodeProcessEvent(std::string_view json)
{
    return Json::decode<ProcessEvent>(json, "process event: ", Json::Dialect::Proto, readEvent);
}

std::string encodeEnvdInit(const EnvdInit &init)
{
    Json::Value object = Json::Value::object();
    if (!init.envVars.empty())
        object["envVars"] = init.envVars;
    if (init.accessToken)
        object["accessToken"] = *init.accessToken;
    if (init.defaultUser)
        object["defaultUser"] = *init.defaultUser;
    if (init.defaultWorkdir)
        object["defaultWorkdir"] = *init.defaultWorkdir;
    return Json::dump(object);
}

Result<EnvdInit> decodeEnvdInit(std::string_view json)
{
    return Json::decode<EnvdInit>(json, "init: ", Json::Dialect::Plain, readInit);
}

} // namespace Sandglass
