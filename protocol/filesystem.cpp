// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/bytetext.h>
#include <protocol/filesystem.h>
#include <protocol/jsonfields.h>

#include <algorithm>

namespace Sandglass {

namespace {

template<typename T>
Result<T> decodeProto(std::string_view json, void (*read)(const Json::Object &, T &))
{
    return Json::decode<T>(json, "filesystem: ", Json::Dialect::Proto, read);
}

/// No path of any system holds a zero byte, and C would cut it off there.
void readPath(const Json::Object &object, std::string_view name, std::string &path)
{
    object.read(name, path);
    if (path.contains('\0'))
        object.reject(name, "must not hold a zero byte");
}

void readOnlyPath(const Json::Object &object, std::string &path)
{
    readPath(object, "path", path);
}

void readListDirectory(const Json::Object &object, ListDirectory &request)
{
    readPath(object, "path", request.path);
    request.depth = 0; // what an absent number means, and so does 0: the directory alone
    object.readInteger("depth", request.depth, Json::Presence::Optional);
    request.depth = std::max(request.depth, 1U);
}

void readMove(const Json::Object &object, MoveFile &request)
{
    readPath(object, "source", request.source);
    readPath(object, "destination", request.destination);
}

void readWatch(const Json::Object &object, WatchDirectory &request)
{
    readPath(object, "path", request.path);
    object.read("recursive", request.recursive);
    object.read("includeEntry", request.includeEntry);
    object.read("allowNetworkMounts", request.allowNetworkMounts);
}

void readWatcherId(const Json::Object &object, std::string &id)
{
    object.read("watcherId", id, Json::Presence::Required);
}

/// Plain JSON without the type names of the service above.
void readWritten(const Json::Object &object, FileEntry &file)
{
    std::string type;
    object.read("name", file.name, Json::Presence::Required);
    object.read("path", file.path, Json::Presence::Required);
    object.read("type", type);
    object.read("metadata", file.metadata);
    if (type == "file")
        file.type = FileType::File;
}

} // namespace

std::string encodeFilePath(std::string_view path)
{
    return Json::dump({{"path", textOfBytes(path)}});
}

Result<std::string> decodeFilePath(std::string_view json)
{
    return decodeProto<std::string>(json, readOnlyPath);
}

std::string encodeListDirectory(const ListDirectory &request)
{
    return Json::dump({{"path", textOfBytes(request.path)}, {"depth", request.depth}});
}

Result<ListDirectory> decodeListDirectory(std::string_view json)
{
    return decodeProto<ListDirectory>(json, readListDirectory);
}

std::string encodeMoveFile(const MoveFile &request)
{
    return Json::dump({{"source", textOfBytes(request.source)},
                       {"destination", textOfBytes(request.destination)}});
}

Result<MoveFile> decodeMoveFile(std::string_view json)
{
    return decodeProto<MoveFile>(json, readMove);
}

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

std::string encodeWatcherId(std::string_view id)
{
    return Json::dump({{"watcherId", id}});
}

Result<std::string> decodeWatcherId(std::string_view json)
{
    return decodeProto<std::string>(json, readWatcherId);
}

std::string encodeWrittenFiles(const std::vector<FileEntry> &files)
{
    Json::Value list = Json::Value::array();
    for (const FileEntry &file : files) {
        Json::Value object{
            {"name", textOfBytes(file.name)}, {"path", textOfBytes(file.path)}, {"type", "file"}};
        if (!file.metadata.empty())
            object["metadata"] = file.metadata;
        list.push_back(std::move(object));
    }
    return Json::dump(list);
}

Result<std::vector<FileEntry>> decodeWrittenFiles(std::string_view json)
{
    return Json::decodeList<FileEntry>(json, "written files: ", readWritten);
}

} // namespace Sandglass
