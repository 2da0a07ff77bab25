// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/commandline.h>
#include <host/hostverbs.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

namespace Sandglass {

namespace {

constexpr const char *usage = R"(usage: sandglass-host VERB

  start [--json]           have the local host run in the background, unless it does
  serve [--replace]        be the local host, in the foreground, taking over from an older
                           version (--replace: from the same version too); prints
                           "ready URL" when it answers
  env                      print the variables that point an E2B SDK or the E2B CLI at it
  stop [--kill-sandboxes]  end the running host; its sandboxes live on unless they are to
                           be killed
  check [--json]           say what this computer lacks to run sandboxes, with the command
                           that cures it
  --version                print the version

It keeps its state in $SANDGLASS_HOST_STATE, or else in
${XDG_STATE_HOME:-~/.local/state}/sandglass/host.
)";

using Options = std::vector<std::string_view>;

/// Whether the option is given; it is taken out, so that what is left is unknown.
bool take(Options &options, std::string_view name)
{
    return std::erase(options, name) > 0;
}

int misused()
{
    std::fputs(usage, stderr);
    return 2;
}

} // namespace

int runHostCommand(int argumentCount, char **arguments)
{
    Options options(arguments + std::min(argumentCount, 1), arguments + argumentCount);
    if (options.empty())
        return misused();
    const std::string_view verb = options.front();
    options.erase(options.begin());
    const auto output = take(options, "--json") ? Output::Json : Output::Plain;
    const bool replaces = take(options, "--replace");
    const bool kills = take(options, "--kill-sandboxes");
    (void)take(options, "--foreground");
    if (!options.empty())
        return misused();
    if (verb == "serve")
        return serve(replaces ? Replace::UnlessNewer : Replace::IfOlder);
    if (verb == "start")
        return start(output);
    if (verb == "env")
        return printEnvironment();
    if (verb == "stop")
        return stop(kills ? StopSandboxes::Yes : StopSandboxes::No);
    if (verb == "check")
        return check(output);
    if (verb == "--version") {
        std::puts("sandglass-host " SANDGLASS_VERSION);
        return 0;
    }
    if (verb == "--help" || verb == "help") {
        std::fputs(usage, stdout);
        return 0;
    }
    return misused();
}

} // namespace Sandglass
