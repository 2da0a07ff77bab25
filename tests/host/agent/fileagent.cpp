// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Sandglass {

FileAgent::FileAgent(long fileBytes, Freeing freeing)
    : m_dir((QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/"_s : QDir::tempPath() + u"/"_s) +
            u"agentfiles-XXXXXX"_s),
      m_root(m_dir.path().toStdString() + "/root")
{
    ::chmod(m_dir.path().toUtf8().constData(), 0755);
    ::mkdir(m_root.c_str(), 0755);
    if (::geteuid() == 0)
        static_cast<void>(!::chown(m_root.c_str(), user, user));
    const auto socket = m_dir.filePath(u"socket"_s).toStdString();
    if (freeing == Freeing::AtOnce)
        qputenv("ASAN_OPTIONS", "quarantine_size_mb=0:thread_local_quarantine_size_kb=0");
    m_process = std::make_unique<AgentProcess>(
        socket, AgentProcess::Limits{.descriptors = 0, .fileBytes = fileBytes, .user = user});
    if (freeing == Freeing::AtOnce)
        qunsetenv("ASAN_OPTIONS");
    m_files = std::make_unique<FileCalls>(socket);
}

// Qt finds no file whose name is not UTF-8, and would leave it.
FileAgent::~FileAgent()
{
    m_process.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_root, ignored);
}

void FileAgent::writeALot()
{
    auto storm = m_process->shell(
        "cd " + m_root + "; i=0; while [ $i -lt 20000 ]; do echo>>f; echo>>g; i=$((i+1)); done");
    QCOMPARE(storm.end().exitCode, 0);
}

void writeFile(const std::string &path, std::string_view text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::string readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return "missing";
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace Sandglass
