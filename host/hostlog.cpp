// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/time.h>
#include <host/hostlog.h>
#include <host/ioerror.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>

namespace Sandglass {

Result<HostLog> HostLog::open(std::string path)
{
    HostLog log(std::move(path));
    if (const auto opened = log.reopen(); !opened)
        return std::unexpected(opened.error());
    return log;
}

Result<void> HostLog::reopen()
{
    m_file.reset(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    struct stat status{};
    if (!m_file || ::fstat(m_file.get(), &status) != 0)
        return ioFailure("cannot open " + m_path);
    m_size = static_cast<std::size_t>(status.st_size);
    return {};
}

void HostLog::write(std::string_view level, std::string_view text)
{
    if (m_size > maximumBytes) {
        (void)std::rename(m_path.c_str(), (m_path + ".1").c_str());
        (void)reopen();
    }
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::string line = formatTimestamp(now);
    line.append(1, ' ').append(level).append(": ");
    for (const char c : text)
        line.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c);
    line.push_back('\n');
    if (m_file && ::write(m_file.get(), line.data(), line.size()) > 0)
        m_size += line.size();
}

} // namespace Sandglass
