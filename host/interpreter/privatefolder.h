// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <string>
#include <utility>

namespace Sandglass {

/// A new folder in /tmp that only its owner can open; removed with everything in it.
class PrivateFolder final
{
public:
    [[nodiscard]] static Result<PrivateFolder> make();
    PrivateFolder(PrivateFolder &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    PrivateFolder &operator=(PrivateFolder &&) = delete;
    ~PrivateFolder();

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] Result<void> write(const std::string &name, std::string_view text) const;

private:
    explicit PrivateFolder(std::string path) : m_path(std::move(path)) {}
    std::string m_path;
};

} // namespace Sandglass
