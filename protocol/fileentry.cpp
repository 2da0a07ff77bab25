// SPDX-License-Identifier: GPL-3.0-or-later
// Entries and what happens to them. The requests are in filesystem.cpp.
#include <protocol/bytetext.h>
#include <protocol/filesystem.h>
#include <protocol/jsonfields.h>

#include <array>

namespace Sandglass {

namespace {

template<typename T>
Result<T> decodeProto(std::string_view json, void (*read)(const Json::Object &, T &))
{
    return Json::decode<T>(json, "filesystem: ", Json::Dialect::Proto, read);
}

struct TypeName {
    std::string_view name;
    FileType type;
};
/// In the order of their numbers.
constexpr std::array<TypeName, 4> typeNames{
    {{.name = "FILE_TYPE_UNSPECIFIED", .type = FileType::Unknown},
     {.name = "FILE_TYPE_FILE", .type = FileType::File},
     {.name = "FILE_TYPE_DIRECTORY", .type = FileType::Directory},
     {.name = "FILE_TYPE_SYMLINK", .type = FileType::Symlink}}};

/// Types that this version does not know stay Unknown.
void readType(const Json::Object &object, FileType &type)
{
    const Json::Value *value = object.member("type");
    if (!value)
        return;
    std::int32_t number = -1;
    const auto *text = value->get_ptr<const std::string *>();
    if (!text)
        object.readInteger("type", number, Json::Presence::Required);
    for (const TypeName &known : typeNames) {
        if (text ? *text == known.name : number == static_cast<int>(known.type))
            type = known.type;
    }
}

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

Json::Value textMap(const StringMap &map)
{
    Json::Value object = Json::Value::object();
    for (const auto &[name, value] : map)
        object[textOfBytes(name)] = textOfBytes(value);
    return object;
}

Json::Value toJson(const FileEntry &entry)
{
    Json::Value object{{"name", textOfBytes(entry.name)}, {"path", textOfBytes(entry.path)}};
    if (entry.type != FileType::Unknown)
        object["type"] = typeNames.at(static_cast<std::size_t>(entry.type)).name;
    if (entry.size != 0)
        object["size"] = std::to_string(entry.size);
    if (entry.mode != 0)
        object["mode"] = entry.mode;
    if (!entry.permissions.empty())
        object["permissions"] = entry.permissions;
    if (!entry.owner.empty())
        object["owner"] = textOfBytes(entry.owner);
    if (!entry.group.empty())
        object["group"] = textOfBytes(entry.group);
    if (entry.modified)
        object["modifiedTime"] = formatTimestamp(*entry.modified);
    if (entry.symlinkTarget)
        object["symlinkTarget"] = textOfBytes(*entry.symlinkTarget);
    if (!entry.metadata.empty())
        object["metadata"] = textMap(entry.metadata);
    return object;
}

void readEntry(const Json::Object &object, FileEntry &entry)
{
    object.read("name", entry.name, Json::Presence::Required);
    readType(object, entry.type);
    object.read("path", entry.path, Json::Presence::Required);
    object.readInteger("size", entry.size, Json::Presence::Optional, 0);
    object.readInteger("mode", entry.mode, Json::Presence::Optional);
    object.read("permissions", entry.permissions);
    object.read("owner", entry.owner);
    object.read("group", entry.group);
    if (object.member("modifiedTime"))
        object.read("modifiedTime", entry.modified.emplace(), Json::Presence::Required);
    object.read("symlinkTarget", entry.symlinkTarget);
    object.read("metadata", entry.metadata);
}

void readEntryMember(const Json::Object &object, FileEntry &entry)
{
    if (const auto member = object.object("entry"))
        readEntry(*member, entry);
    else
        object.reject("entry", "is missing");
}

void readEntries(const Json::Object &object, std::vector<FileEntry> &entries)
{
    const auto &elements = object.array("entries");
    entries.reserve(elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string path = "entries[" + std::to_string(i) + "].";
        const Json::Object element(elements[i], object.problem(), path, object.dialect());
        readEntry(element, entries.emplace_back());
    }
}

Json::Value toJson(const FileEvent &event)
{
    Json::Value object{{"name", textOfBytes(event.name)}};
    if (event.change != FileChange::Unspecified)
        object["type"] = changeNames.at(static_cast<std::size_t>(event.change)).name;
    if (event.entry)
        object["entry"] = toJson(*event.entry);
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
        readEntry(*entry, event.entry.emplace());
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

std::string encodeFileEntry(const FileEntry &entry)
{
    return Json::dump({{"entry", toJson(entry)}});
}

Result<FileEntry> decodeFileEntry(std::string_view json)
{
    return decodeProto<FileEntry>(json, readEntryMember);
}

std::string encodeFileEntries(const std::vector<FileEntry> &entries)
{
    return std::string(fileEntriesBegin) + encodeFileEntriesPart(entries) +
           std::string(fileEntriesEnd);
}

std::string encodeFileEntriesPart(const std::vector<FileEntry> &entries)
{
    std::string text;
    for (const FileEntry &entry : entries) {
        if (!text.empty())
            text += ',';
        text += Json::dump(toJson(entry));
    }
    return text;
}

Result<std::vector<FileEntry>> decodeFileEntries(std::string_view json)
{
    return decodeProto<std::vector<FileEntry>>(json, readEntries);
}

std::string encodeWatchEvent(const WatchEvent &event)
{
    return Json::dump(std::visit(EventWriter{}, event));
}

Result<WatchEvent> decodeWatchEvent(std::string_view json)
{
    return decodeProto<WatchEvent>(json, readEvent);
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
