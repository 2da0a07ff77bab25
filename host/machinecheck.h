// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/templatecatalog.h>
#include <protocol/hostinfo.h>

#include <optional>
#include <string>
#include <string_view>

/// What this machine needs to run sandboxes, and the one command for each thing that is missing.
namespace Sandglass {

[[nodiscard]] HostProblem missingBubblewrap();
[[nodiscard]] HostProblem missingAgent();
[[nodiscard]] HostProblem missingInterpreter();
/// The system setting behind bubblewrap's failure, if `words`, its own, are about namespaces and
/// there is one.
[[nodiscard]] std::optional<HostProblem> namespaceSetting(std::string_view words);
/// The words of E2B's service, and the way out when this computer has no template at all.
[[nodiscard]] std::string missingTemplate(std::string_view name, const TemplateCatalog &templates);
/// "<message>; run: <cure>".
[[nodiscard]] std::string asSentence(const HostProblem &problem);

/// Everything at once; also starts bubblewrap for a try. Blocks for some 20 ms (10 s at worst).
[[nodiscard]] HostCheck checkMachine(const TemplateCatalog &templates);

} // namespace Sandglass
