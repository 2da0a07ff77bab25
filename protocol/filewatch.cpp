// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/bytetext.h>
#include <protocol/filesystemjson.h>

#include <array>

namespace Sandglass {

namespace {

struct ChangeName {
    std::string_view name;
    FileChange change;
};
/// In the order of their numbers.
constexpr std::array<ChangeName, 6> changeNames{
    {{.name = "EVENT_TYPE_UNSPECIFIED", .change = FileChange::Unspecified},
     {.name = "EVENT_TYPE_CREATE", .change = FileChange::Create},
     {.name = "EVENT_TYPE_WRITE", .change = FileChange::Write},
     {.name = "EVENT_TYPE_REMOVE", .change = FileChange::Remove},
     {.name = "EVENT_TYPE_RENAME", .change = FileChange::Rename},
     {.name = "EVENT_TYPE_CHMOD", .change = FileChange::Chmod}}};

template<typename T>
Result<T> decodeProto(std::string_view json, void (*read)(const Json::Object &, T &))
{
    return Json::decode<T>(json, "watch: ", Json::Dialect::Proto, read);
}

Json::Value toJson(const FileEvent &event)
{
    Json::Value object{{"name", textOfBytes(event.name)}};
    if (event.change != FileChange::Unspecified)
        object["type"] = changeNames.at(static_cast<std::size_t>(event.change)).name;
    if (event.entry)
        object["entry"] = Json::fileEntryToJson(*event.entry);
    return object;
}

/// The oneof lies flat in the message: no member around it as with processes.
struct EventWriter {
    Json::Value operator()(std::monostate) const { return Json::Value::object(); }
    Json::Value operator()(const WatchStarted &) const
    {
        return {{"start", Json::Value::object()}};
    }
    Json::Value operator()(const FileEvent &event) const { return {{"filesystem", toJson(event)}}; }
    Json::Value operator()(const WatchKeepalive &) const
    {
        return {{"keepalive", Json::Value::object()}};
    }
};

/// Changes that this version does not know stay Unspecified.
void readChange(const Json::Object &object, FileChange &change)
{
    const Json::Value *value = object.member("type");
    if (!value)
        return;
    std::int32_t number = -1;
    const auto *text = value->get_ptr<const std::string *>();
    if (!text)
        object.readInteger("type", number, Json::Presence::Required);
    for (const ChangeName &known : changeNames) {
        if (text ? *text == known.name : number == static_cast<int>(known.change))
            change = known.change;
    }
}

void readFileEvent(const Json::Object &object, FileEvent &event)
{
    object.read("name", event.name);
    readChange(object, event.change);
    if (const auto entry = object.object("entry"))
        Json::readFileEntry(*entry, event.entry.emplace());
}

void readEvent(const Json::Object &message, WatchEvent &event)
{
    if (message.object("start"))
        event = WatchStarted{};
    else if (const auto change = message.object("filesystem"))
        readFileEvent(*change, event.emplace<FileEvent>());
    else if (message.object("keepalive"))
        event = WatchKeepalive{};
}

void readWatch(const Json::Object &object, WatchDirectory &request)
{
    object.read("path", request.path);
    if (request.path.contains('\0'))
        object.reject("path", "must not hold a zero byte");
    object.read("recursive", request.recursive);
    object.read("includeEntry", request.includeEntry);
    object.read("allowNetworkMounts", request.allowNetworkMounts);
}

void readWatcherId(const Json::Object &object, std::string &id)
{
    object.read("watcherId", id, Json::Presence::Required);
}

void readEvents(const Json::Object &object, std::vector<FileEvent> &events)
{
    const auto &elements = object.array("events");
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string path = "events[" + std::to_string(i) + "].";
        const Json::Object element(elements[i], object.problem(), path, object.dialect());
        readFileEvent(element, events.emplace_back());
    }
}

} // namespace

std::string encodeWatchDirectory(const WatchDirectory &request)
{
    Json::Value object{{"path", textOfBytes(request.path)}};
    if (request.recursive)
        object["recursive"] = true;
    if (request.includeEntry)
        object["includeEntry"] = true;
    if (request.allowNetworkMounts)
        object["allowNetworkMounts"] = true;
    return Json::dump(object);
}

Result<WatchDirectory> decodeWatchDirectory(std::string_view json)
{
    return decodeProto<WatchDirectory>(json, readWatch);
}

std::string encodeWatchEvent(const WatchEvent &event)
{
    return Json::dump(std::visit(EventWriter{}, event));
}

Result<WatchEvent> decodeWatchEvent(std::string_view json)
{
    return decodeProto<WatchEvent>(json, readEvent);
}

std::string encodeWatcherId(std::string_view id)
{
    return Json::dump({{"watcherId", id}});
}

Result<std::string> decodeWatcherId(std::string_view json)
{
    return decodeProto<std::string>(json, readWatcherId);
}

std::string encodeFileEvents(const std::vector<FileEvent> &events)
{
    Json::Value list = Json::Value::array();
    for (const FileEvent &event : events)
        list.push_back(toJson(event));
    return Json::dump({{"events", std::move(list)}});
}

Result<std::vector<FileEvent>> decodeFileEvents(std::string_view json)
{
    return decodeProto<std::vector<FileEvent>>(json, readEvents);
}

} // namespace Sandglass
