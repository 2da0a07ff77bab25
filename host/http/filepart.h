// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/uniquefd.h>

#include <cstdint>
#include <memory>

namespace Sandglass {

/// A part of a file on its way into a socket. The kernel moves it where it can; files that have no
/// pages of their own (/proc) are copied.
class FilePart final
{
public:
    FilePart(std::shared_ptr<const UniqueFd> file, std::int64_t offset, std::uint64_t count)
        : m_file(std::move(file)),
          m_offset(offset),
          m_left(count)
    {
    }

    [[nodiscard]] bool isDone() const { return m_left == 0; }
    /// As much as the non-blocking socket takes now, at most 256 KiB; nothing is fine. Kind::Io
    /// when the file ends early or cannot be read, Kind::Network when the connection broke.
    [[nodiscard]] Result<void> sendSome(int socket);

private:
    [[nodiscard]] Result<void> copySome(int socket);

    std::shared_ptr<const UniqueFd> m_file;
    std::int64_t m_offset;
    std::uint64_t m_left;
    bool m_isCopied = false; ///< the kernel has refused to move it
};

} // namespace Sandglass
