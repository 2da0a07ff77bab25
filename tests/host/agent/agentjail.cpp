// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/uniquefd.h>
#include <tests/host/agent/agentjail.h>
#include <tests/host/http/rawclient.h>

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <fcntl.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

std::vector<std::string> argumentsFor(const std::vector<std::string> &mounts, int listener,
                                      int info)
{
    std::vector<std::string> arguments{"bwrap",      "--unshare-all", "--unshare-user",
                                       "--uid",      "1000",          "--gid",
                                       "1000",       "--as-pid-1",    "--die-with-parent",
                                       "--clearenv", "--info-fd",     std::to_string(info),
                                       "--ro-bind",  SANDGLASS_AGENT, "/agent"};
    arguments.insert(arguments.end(), mounts.begin(), mounts.end());
    arguments.insert(arguments.end(),
                     {"/agent", "--as-pid-1", "--listen-fd", std::to_string(listener)});
    return arguments;
}

} // namespace

AgentJail::AgentJail(const std::string &path, const std::vector<std::string> &mounts)
{
    ::unlink(path.c_str());
    const UniqueFd listener(listenUnix(path));
    std::array<int, 2> info{};
    if (::pipe(info.data()) != 0)
        return;
    const UniqueFd infoRead(info[0]);
    UniqueFd infoWrite(info[1]);
    const auto arguments = argumentsFor(mounts, listener.get(), infoWrite.get());
    m_bwrap = ::fork();
    if (m_bwrap == 0) {
        ::fcntl(listener.get(), F_SETFD, 0);
        std::vector<char *> pointers;
        for (const auto &argument : arguments)
            pointers.push_back(const_cast<char *>(argument.c_str()));
        pointers.push_back(nullptr);
        ::execvp("bwrap", pointers.data());
        ::_exit(127);
    }
    infoWrite.reset();
    QByteArray json;
    for (char byte = 0; ::read(infoRead.get(), &byte, 1) == 1;)
        json += byte;
    m_agent = QJsonDocument::fromJson(json).object().value("child-pid"_L1).toInt(-1);
}

AgentJail::~AgentJail()
{
    if (m_bwrap > 0 && m_agent > 0)
        ::kill(m_agent, SIGKILL);
    if (m_bwrap > 0)
        ::waitpid(m_bwrap, nullptr, 0);
}

std::vector<std::string> AgentJail::baseTemplate()
{
    const auto templates = qEnvironmentVariable("SANDGLASS_TEMPLATES").split(u':').value(0);
    const auto base = (templates + u"/base"_s).toStdString();
    if (!QDir(QString::fromStdString(base)).exists())
        return {};
    return {"--ro-bind", base + "/usr", "/usr",   "--ro-bind", base + "/etc", "/etc",
            "--symlink", "usr/bin",     "/bin",   "--symlink", "usr/lib",     "/lib",
            "--symlink", "usr/lib64",   "/lib64", "--proc",    "/proc",       "--dev",
            "/dev",      "--tmpfs",     "/tmp",   "--tmpfs",   "/home/user"};
}

int AgentJail::terminate()
{
    int status = 0;
    ::kill(m_agent, SIGTERM);
    ::waitpid(std::exchange(m_bwrap, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace Sandglass
