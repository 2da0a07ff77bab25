// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/bwraparguments.h>
#include <host/templatecatalog.h>

namespace Sandglass {

namespace {

using Arguments = std::vector<std::string>;

void addTrees(Arguments &arguments, const BwrapPlan &plan)
{
    for (const std::string_view tree : templateTrees) {
        const std::string inside = "/" + std::string(tree);
        const std::string lower = plan.templatePath + inside;
        const std::string own = plan.sandboxDirectory + inside;
        if (plan.kind == RootFiles::Overlay)
            arguments.insert(arguments.end(), {"--overlay-src", lower, "--overlay", own + "/upper",
                                               own + "/work", inside});
        else if (tree == "usr")
            arguments.insert(arguments.end(), {"--ro-bind", lower, inside});
        else
            arguments.insert(arguments.end(), {"--bind", own + "/upper", inside});
    }
    for (const char *name : {"bin", "sbin", "lib", "lib64"})
        arguments.insert(arguments.end(),
                         {"--symlink", "usr/" + std::string(name), "/" + std::string(name)});
}

void addEnvironment(Arguments &arguments, const BwrapPlan &plan)
{
    arguments.emplace_back("--clearenv");
    const auto set = [&](const char *name, const std::string &value) {
        arguments.insert(arguments.end(), {"--setenv", name, value});
    };
    set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    set("HOME", "/home/user");
    set("LANG", "C.UTF-8");
    set("E2B_SANDBOX", "true");
    set("E2B_SANDBOX_ID", plan.sandboxId);
    set("E2B_TEMPLATE_ID", plan.templateId);
}

} // namespace

std::vector<std::string> bwrapArguments(const BwrapPlan &plan)
{
    Arguments arguments{plan.bwrap};
    addTrees(arguments, plan);
    arguments.insert(arguments.end(), {"--proc",
                                       "/proc",
                                       "--dev",
                                       "/dev",
                                       "--perms",
                                       "1777",
                                       "--tmpfs",
                                       "/tmp",
                                       "--perms",
                                       "1777",
                                       "--dir",
                                       "/tmp/.X11-unix",
                                       "--tmpfs",
                                       "/run",
                                       "--dir",
                                       "/run/lock",
                                       "--perms",
                                       "1777",
                                       "--tmpfs",
                                       "/dev/shm",
                                       "--ro-bind",
                                       plan.agent,
                                       "/run/sandglass/agent"});
    if (!plan.interpreter.empty())
        arguments.insert(arguments.end(), {"--ro-bind", plan.interpreter, interpreterInside});
    if (plan.hasNoVnc)
        arguments.insert(arguments.end(), {"--symlink", noVncFolder, noVncInside});
    arguments.insert(arguments.end(),
                     {"--unshare-all", "--unshare-user", "--uid", "1000", "--gid", "1000",
                      "--hostname", plan.sandboxId, "--chdir", "/home/user", "--as-pid-1",
                      "--info-fd", std::to_string(bwrapInfoFd)});
    addEnvironment(arguments, plan);
    // No --die-with-parent: sandboxes outlive their host, and the next one adopts them.
    arguments.insert(arguments.end(), {"--argv0", plan.label, "--", "/run/sandglass/agent",
                                       "--listen-fd", std::to_string(agentListenFd)});
    if (!plan.startCommand.empty())
        arguments.insert(arguments.end(), {"--start-command", plan.startCommand});
    return arguments;
}

} // namespace Sandglass
