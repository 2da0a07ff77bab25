// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/host/agent/filecalls.h>

#include <QtCore/QTemporaryDir>

#include <memory>
#include <string>
#include <string_view>

namespace Sandglass {

/// The built agent, as an ordinary user like in a sandbox, and a directory of its own.
class FileAgent final
{
public:
    static constexpr unsigned user = 65'534;

    /// A sanitizer keeps freed memory for a while, which must not count where memory is measured.
    enum class Freeing { Usual, AtOnce };

    /// `fileBytes` > 0 limits the size of what it writes.
    explicit FileAgent(long fileBytes = 0, Freeing freeing = Freeing::Usual);

    ~FileAgent();
    FileAgent(const FileAgent &) = delete;
    FileAgent &operator=(const FileAgent &) = delete;

    /// Empty at first, in memory, so that thousands of files take no time. Belongs to the agent's
    /// user, if we can give it away.
    [[nodiscard]] const std::string &root() const { return m_root; }
    [[nodiscard]] const FileCalls &files() const { return *m_files; }
    [[nodiscard]] AgentProcess &process() { return *m_process; }
    /// Some forty thousand changes in two files of the root.
    void writeALot();
    [[nodiscard]] int stop() { return m_process->stop(); }

private:
    QTemporaryDir m_dir;
    std::string m_root;
    std::unique_ptr<AgentProcess> m_process;
    std::unique_ptr<FileCalls> m_files;
};

/// Creates or replaces a file.
void writeFile(const std::string &path, std::string_view text = {});
/// The content of a file; "missing" if there is none.
[[nodiscard]] std::string readFile(const std::string &path);

} // namespace Sandglass
