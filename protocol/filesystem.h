// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/time.h>
#include <protocol/sandbox.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// envd's filesystem.Filesystem service in its JSON form, and the answer of POST /files (protocol
/// page "envd", sections 4 and 5.2). Decoders accept both spellings of field names, enum numbers,
/// and sizes as text or number. Names and paths that are not UTF-8 are written as
/// protocol/bytetext.h says, and read as they come: a client works with the readable text alone,
/// and sends it back.
namespace Sandglass {

/// Unknown: a device, a socket, a dangling link, or a type this version does not know.
enum class FileType { Unknown, File, Directory, Symlink };

/// One entry of a directory. Everything but name, type and path may be missing (old services).
struct FileEntry {
    std::string name; ///< in the sandbox any bytes, at the client UTF-8; never trusted as a path
    FileType type = FileType::Unknown; ///< of the target when it is a symbolic link
    std::string path;
    std::int64_t size = 0;   ///< bytes, of the link itself
    std::uint32_t mode = 0;  ///< permission bits only
    std::string permissions; ///< "-rw-r--r--", "Lrwxrwxrwx"
    std::string owner;
    std::string group;
    std::optional<Timestamp> modified;
    std::optional<std::string> symlinkTarget; ///< set for symbolic links alone
    StringMap metadata;
    friend bool operator==(const FileEntry &, const FileEntry &) = default;
};

struct ListDirectory {
    std::string path;
    std::uint32_t depth = 1;
    friend bool operator==(const ListDirectory &, const ListDirectory &) = default;
};

struct MoveFile {
    std::string source;
    std::string destination;
    friend bool operator==(const MoveFile &, const MoveFile &) = default;
};

struct WatchDirectory {
    std::string path;
    bool recursive = false;
    bool includeEntry = false;
    bool allowNetworkMounts = false;
    friend bool operator==(const WatchDirectory &, const WatchDirectory &) = default;
};

enum class FileChange { Unspecified = 0, Create, Write, Remove, Rename, Chmod };

/// One change below a watched directory.
struct FileEvent {
    std::string name; ///< relative to the watched directory; "." for itself
    FileChange change = FileChange::Unspecified;
    std::optional<FileEntry> entry;
    friend bool operator==(const FileEvent &, const FileEvent &) = default;
};
struct WatchStarted {
    friend bool operator==(const WatchStarted &, const WatchStarted &) = default;
};
struct WatchKeepalive {
    friend bool operator==(const WatchKeepalive &, const WatchKeepalive &) = default;
};
/// monostate: an event this version does not know; to be skipped.
using WatchEvent = std::variant<std::monostate, WatchStarted, FileEvent, WatchKeepalive>;

/// Stat, MakeDir and Remove: `{"path": …}`.
[[nodiscard]] std::string encodeFilePath(std::string_view path);
[[nodiscard]] Result<std::string> decodeFilePath(std::string_view json);
[[nodiscard]] std::string encodeListDirectory(const ListDirectory &request);
[[nodiscard]] Result<ListDirectory> decodeListDirectory(std::string_view json);
[[nodiscard]] std::string encodeMoveFile(const MoveFile &request);
[[nodiscard]] Result<MoveFile> decodeMoveFile(std::string_view json);
[[nodiscard]] std::string encodeWatchDirectory(const WatchDirectory &request);
[[nodiscard]] Result<WatchDirectory> decodeWatchDirectory(std::string_view json);

/// `{"entry": …}`, the answer of Stat, MakeDir and Move.
[[nodiscard]] std::string encodeFileEntry(const FileEntry &entry);
[[nodiscard]] Result<FileEntry> decodeFileEntry(std::string_view json);
/// `{"entries": […]}`. An entry that cannot be read fails the whole list.
[[nodiscard]] std::string encodeFileEntries(const std::vector<FileEntry> &entries);
[[nodiscard]] Result<std::vector<FileEntry>> decodeFileEntries(std::string_view json);
/// For a list that is written piece by piece: the beginning, parts with commas between, the end.
/// None of the parts may be empty.
inline constexpr std::string_view fileEntriesBegin = R"({"entries":[)";
inline constexpr std::string_view fileEntriesEnd = "]}";
[[nodiscard]] std::string encodeFileEntriesPart(const std::vector<FileEntry> &entries);
[[nodiscard]] std::string encodeWatchEvent(const WatchEvent &event);
[[nodiscard]] Result<WatchEvent> decodeWatchEvent(std::string_view json);

/// `{"watcherId": …}`: the answer of CreateWatcher, and what its two followers ask with.
[[nodiscard]] std::string encodeWatcherId(std::string_view id);
[[nodiscard]] Result<std::string> decodeWatcherId(std::string_view json);
/// `{"events": […]}`, the answer of GetWatcherEvents.
[[nodiscard]] std::string encodeFileEvents(const std::vector<FileEvent> &events);
[[nodiscard]] Result<std::vector<FileEvent>> decodeFileEvents(std::string_view json);

/// POST /files: an array of name, path, type "file" and metadata.
[[nodiscard]] std::string encodeWrittenFiles(const std::vector<FileEntry> &files);
[[nodiscard]] Result<std::vector<FileEntry>> decodeWrittenFiles(std::string_view json);

} // namespace Sandglass
