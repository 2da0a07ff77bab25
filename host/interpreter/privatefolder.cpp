// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/privatefolder.h>
#include <host/ioerror.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace Sandglass {

Result<PrivateFolder> PrivateFolder::make()
{
    std::string path = "/tmp/kernel-XXXXXX";
    if (!::mkdtemp(path.data()))
        return ioFailure("cannot make a folder in /tmp");
    return PrivateFolder(std::move(path));
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

Result<void> PrivateFolder::write(const std::string &name, std::string_view text) const
{
    const UniqueFd file(
        ::open((m_path + '/' + name).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    while (file && !text.empty()) {
        const ssize_t count = ::write(file.get(), text.data(), text.size());
        if (count < 0)
            return ioFailure("cannot write to " + m_path);
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return file ? Result<void>() : ioFailure("cannot write to " + m_path);
}

} // namespace Sandglass
