// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <string>
#include <string_view>
#include <utility>

/// Files of this computer as transfers need them. Paths are in the file system's own bytes.
namespace Sandglass {

/// A file descriptor of ours.
class LocalFile final
{
public:
    LocalFile() = default;
    explicit LocalFile(int descriptor) : m_descriptor(descriptor) {}
    LocalFile(LocalFile &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    LocalFile &operator=(LocalFile &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    LocalFile(const LocalFile &) = delete;
    LocalFile &operator=(const LocalFile &) = delete;
    ~LocalFile();

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// "report.csv cannot be written: the disk is full". `what` says what failed, `number` is an errno.
[[nodiscard]] Error localError(const std::string &what, int number);

/// Ways to give a complete file its final name without replacing anything; not every file system
/// knows the first two.
enum class PlaceWay {
    RenameNoReplace,
    Link,
    ClaimAndRename, ///< an empty file claims the name first
};

/// Gives `temporary` the name `target`, which must be free: Conflict when it is not, however late
/// it was taken. Tries the ways from `first` on.
[[nodiscard]] Result<void> placeNew(const std::string &temporary, const std::string &target,
                                    PlaceWay first = PlaceWay::RenameNoReplace);
/// Replaces what is there, unless it is a directory (Conflict).
[[nodiscard]] Result<void> placeOver(const std::string &temporary, const std::string &target);

/// A name for a temporary file in the same directory: ".report.csv.sandglass-4fk2b9".
[[nodiscard]] std::string temporaryBeside(std::string_view path);
/// What comes after the last "/".
[[nodiscard]] std::string lastName(std::string_view path);

} // namespace Sandglass
