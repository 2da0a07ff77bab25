// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/hostinfo.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// Where a template's start command finds sandglass-interpreter.
inline constexpr const char *interpreterInside = "/run/sandglass/interpreter";
/// Where Debian puts noVNC, and where clients of desktop sandboxes call it.
inline constexpr const char *noVncFolder = "/usr/share/novnc";
inline constexpr const char *noVncInside = "/opt/noVNC";

/// A directory with the plain trees usr, etc, var and home, and a file "packages" that names what
/// it was made of. Its file "start", if there is one, holds a command line that runs from the
/// sandbox's first moment on.
struct SandboxTemplate {
    std::string id;   ///< 20 characters [a-z0-9], always the same for the name
    std::string name; ///< the directory's
    std::filesystem::path path;
    std::string startCommand; ///< may be empty

    /// Its start command is, or begins with, the interpreter.
    [[nodiscard]] bool needsInterpreter() const
    {
        return startCommand.starts_with(interpreterInside);
    }
    [[nodiscard]] bool hasNoVnc() const;
};

/// The templates of this computer. They are looked for at every call, so that a new one is there at
/// once.
class TemplateCatalog final
{
public:
    /// $SANDGLASS_TEMPLATES (a colon list), $XDG_DATA_HOME/sandglass/templates,
    /// /usr/share/sandglass/templates.
    [[nodiscard]] static TemplateCatalog fromEnvironment();
    explicit TemplateCatalog(std::vector<std::filesystem::path> folders);

    /// The first folder that has a name wins.
    [[nodiscard]] std::vector<SandboxTemplate> all() const;
    /// By name or id, as clients write it: spaces around it and capitals do not matter,
    /// "name:default" is "name".
    [[nodiscard]] std::optional<SandboxTemplate> find(std::string_view nameOrId) const;
    [[nodiscard]] const std::vector<std::filesystem::path> &folders() const { return m_folders; }

private:
    std::vector<std::filesystem::path> m_folders;
};

[[nodiscard]] std::string templateId(std::string_view name);

/// What a template lacks to run a sandbox; nothing when it is complete.
[[nodiscard]] std::optional<HostProblem> templateProblem(const SandboxTemplate &found);

} // namespace Sandglass
