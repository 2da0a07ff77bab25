// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/bytetext.h>
#include <protocol/filesystemjson.h>

#include <array>

namespace Sandglass::Json {

namespace {

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
void readType(const Object &object, FileType &type)
{
    const Value *value = object.member("type");
    if (!value)
        return;
    std::int32_t number = -1;
    const auto *text = value->get_ptr<const std::string *>();
    if (!text)
        object.readInteger("type", number, Presence::Required);
    for (const TypeName &known : typeNames) {
        if (text ? *text == known.name : number == static_cast<int>(known.type))
            type = known.type;
    }
}

Value textMap(const StringMap &map)
{
    Value object = Value::object();
    for (const auto &[name, value] : map)
        object[textOfBytes(name)] = textOfBytes(value);
    return object;
}

} // namespace

Value fileEntryToJson(const FileEntry &entry)
{
    Value object{{"name", textOfBytes(entry.name)}, {"path", textOfBytes(entry.path)}};
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

void readFileEntry(const Object &object, FileEntry &entry)
{
    object.read("name", entry.name, Presence::Required);
    readType(object, entry.type);
    object.read("path", entry.path, Presence::Required);
    object.readInteger("size", entry.size, Presence::Optional, 0);
    object.readInteger("mode", entry.mode, Presence::Optional);
    object.read("permissions", entry.permissions);
    object.read("owner", entry.owner);
    object.read("group", entry.group);
    if (object.member("modifiedTime"))
        object.read("modifiedTime", entry.modified.emplace(), Presence::Required);
    object.read("symlinkTarget", entry.symlinkTarget);
    object.read("metadata", entry.metadata);
}

} // namespace Sandglass::Json
