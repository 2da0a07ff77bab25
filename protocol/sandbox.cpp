// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/sandbox.h>

#include <algorithm>
#include <cctype>

namespace Sandglass {

namespace {

using Json::Presence;

/// Means nothing any more, but E2B's Python SDK refuses an answer without it.
constexpr const char *clientId = "6532622b";
constexpr std::string_view validationPrefix = "validation error: ";

const char *toString(SandboxState state)
{
    switch (state) {
    case SandboxState::Running:
        return "running";
    case SandboxState::Paused:
        return "paused";
    case SandboxState::Unknown:
        break;
    }
    return "unknown";
}

SandboxState stateFromText(std::string_view text)
{
    if (text == "running")
        return SandboxState::Running;
    return text == "paused" ? SandboxState::Paused : SandboxState::Unknown;
}

template<typename T>
void writeIfSet(Json::Value &object, const char *name, const std::optional<T> &value)
{
    if (value)
        object[name] = *value;
}

void writeMap(Json::Value &object, const char *name, const StringMap &map)
{
    if (!map.empty())
        object[name] = map;
}

/// An empty text here means the same as none.
void readNonEmpty(const Json::Object &object, std::string_view name,
                  std::optional<std::string> &target)
{
    object.read(name, target);
    if (target && target->empty())
        target.reset();
}

/// Ids go into paths, headers and host names. E2B's are lower case; services like it also use upper
/// case and dashes.
void readId(const Json::Object &object, std::string_view name, std::string &target)
{
    object.read(name, target, Presence::Required);
    const auto isAllowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; };
    if (target.empty() || target.size() > 128 || !std::ranges::all_of(target, isAllowed))
        object.reject(name, "must be an id of letters and digits");
}

Json::Value toJson(const SandboxInfo &sandbox)
{
    Json::Value object{{"sandboxID", sandbox.id},
                       {"templateID", sandbox.templateId},
                       {"clientID", clientId},
                       {"alias", sandbox.alias},
                       {"startedAt", formatTimestamp(sandbox.startedAt)},
                       {"endAt", formatTimestamp(sandbox.endAt)},
                       {"state", toString(sandbox.state)},
                       {"cpuCount", sandbox.cpuCount},
                       {"memoryMB", sandbox.memoryMiB},
                       {"diskSizeMB", sandbox.diskMiB},
                       {"envdVersion", sandbox.envdVersion},
                       {"volumeMounts", Json::Value::array()}};
    writeMap(object, "metadata", sandbox.metadata);
    writeIfSet(object, "envdAccessToken", sandbox.envdAccessToken);
    writeIfSet(object, "allowInternetAccess", sandbox.allowInternetAccess);
    writeIfSet(object, "domain", sandbox.domain);
    if (sandbox.lifecycle) {
        object["lifecycle"] = {{"autoResume", sandbox.lifecycle->autoResume},
                               {"onTimeout", sandbox.lifecycle->pauseOnTimeout ? "pause" : "kill"}};
    }
    return object;
}

void readLifecycle(const Json::Object &object, std::optional<SandboxLifecycle> &target)
{
    const auto lifecycle = object.object("lifecycle");
    if (!lifecycle)
        return;
    std::string onTimeout;
    lifecycle->read("autoResume", target.emplace().autoResume);
    lifecycle->read("onTimeout", onTimeout);
    target->pauseOnTimeout = onTimeout == "pause";
}

void readSandbox(const Json::Object &object, SandboxInfo &sandbox)
{
    std::string state;
    readId(object, "sandboxID", sandbox.id);
    object.read("templateID", sandbox.templateId, Presence::Required);
    object.read("alias", sandbox.alias);
    object.read("startedAt", sandbox.startedAt, Presence::Required);
    object.read("endAt", sandbox.endAt, Presence::Required);
    object.read("state", state, Presence::Required);
    sandbox.state = stateFromText(state);
    object.readInteger("cpuCount", sandbox.cpuCount, Presence::Optional, 0);
    object.readInteger("memoryMB", sandbox.memoryMiB, Presence::Optional, 0);
    object.readInteger("diskSizeMB", sandbox.diskMiB, Presence::Optional, 0);
    object.read("envdVersion", sandbox.envdVersion);
    object.read("metadata", sandbox.metadata);
    readNonEmpty(object, "envdAccessToken", sandbox.envdAccessToken);
    object.read("allowInternetAccess", sandbox.allowInternetAccess);
    readNonEmpty(object, "domain", sandbox.domain);
    readLifecycle(object, sandbox.lifecycle);
}

void readCreatedSandbox(const Json::Object &object, CreatedSandbox &sandbox)
{
    readId(object, "sandboxID", sandbox.id);
    object.read("templateID", sandbox.templateId);
    object.read("alias", sandbox.alias);
    object.read("envdVersion", sandbox.envdVersion);
    readNonEmpty(object, "envdAccessToken", sandbox.envdAccessToken);
    readNonEmpty(object, "trafficAccessToken", sandbox.trafficAccessToken);
    readNonEmpty(object, "domain", sandbox.domain);
}

bool isName(std::string_view text, std::string_view alsoAllowed)
{
    return !text.empty() && std::ranges::all_of(text, [alsoAllowed](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || alsoAllowed.contains(c);
    });
}

/// "[namespace/]name[:tag]".
bool isTemplateName(std::string_view text)
{
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        if (!isName(text.substr(colon + 1), "-_."))
            return false;
        text = text.substr(0, colon);
    }
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        if (!isName(text.substr(0, slash), "-_"))
            return false;
        text.remove_prefix(slash + 1);
    }
    return isName(text, "-_");
}

/// The service does not care about case and surrounding space.
std::string normalizedTemplate(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    std::string name(text.substr(first, text.find_last_not_of(space) - first + 1));
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    });
    return name;
}

void readTimeout(const Json::Object &object, Presence presence, int minimum,
                 std::optional<std::chrono::seconds> &target)
{
    std::int32_t timeout = minimum;
    object.readInteger("timeout", timeout, presence, minimum);
    if (object.member("timeout"))
        target = std::chrono::seconds(timeout);
}

void readNewSandbox(const Json::Object &object, NewSandbox &sandbox)
{
    object.read("templateID", sandbox.templateId, Presence::Required);
    sandbox.templateId = normalizedTemplate(sandbox.templateId);
    if (!isTemplateName(sandbox.templateId))
        object.reject("templateID", "must be the id or the name of a template");
    readTimeout(object, Presence::Optional, 1, sandbox.timeout);
    object.read("metadata", sandbox.metadata);
    object.readEnvironment("envVars", sandbox.envVars);
    object.read("secure", sandbox.secure);
    object.read("autoPause", sandbox.autoPause);
    object.read("allow_internet_access", sandbox.allowInternetAccess);
}

} // namespace

std::string encodeSandbox(const SandboxInfo &sandbox)
{
    return Json::dump(toJson(sandbox));
}

std::string encodeSandboxes(const std::vector<SandboxInfo> &sandboxes)
{
    Json::Value list = Json::Value::array();
    for (const SandboxInfo &sandbox : sandboxes)
        list.push_back(toJson(sandbox));
    return Json::dump(list);
}

Result<SandboxInfo> decodeSandbox(std::string_view json)
{
    return Json::decode<SandboxInfo>(json, "sandbox: ", Json::Dialect::Plain, readSandbox);
}

Result<std::vector<SandboxInfo>> decodeSandboxes(std::string_view json)
{
    return Json::decodeList<SandboxInfo>(json, "sandbox list: ", readSandbox);
}

std::string encodeNewSandbox(const NewSandbox &sandbox)
{
    Json::Value object{{"templateID", sandbox.templateId}};
    if (sandbox.timeout)
        object["timeout"] = sandbox.timeout->count();
    writeMap(object, "metadata", sandbox.metadata);
    writeMap(object, "envVars", sandbox.envVars);
    writeIfSet(object, "secure", sandbox.secure);
    writeIfSet(object, "autoPause", sandbox.autoPause);
    writeIfSet(object, "allow_internet_access", sandbox.allowInternetAccess);
    return Json::dump(object);
}

Result<NewSandbox> decodeNewSandbox(std::string_view json)
{
    return Json::decode<NewSandbox>(json, validationPrefix, Json::Dialect::Plain, readNewSandbox);
}

std::string encodeCreatedSandbox(const CreatedSandbox &sandbox)
{
    Json::Value object{{"sandboxID", sandbox.id},
                       {"templateID", sandbox.templateId},
                       {"clientID", clientId},
                       {"alias", sandbox.alias},
                       {"envdVersion", sandbox.envdVersion}};
    writeIfSet(object, "envdAccessToken", sandbox.envdAccessToken);
    writeIfSet(object, "trafficAccessToken", sandbox.trafficAccessToken);
    writeIfSet(object, "domain", sandbox.domain);
    return Json::dump(object);
}

Result<CreatedSandbox> decodeCreatedSandbox(std::string_view json)
{
    return Json::decode<CreatedSandbox>(json, "created sandbox: ", Json::Dialect::Plain,
                                        readCreatedSandbox);
}

std::string encodeTimeout(std::chrono::seconds timeout)
{
    return Json::dump({{"timeout", timeout.count()}});
}

Result<std::chrono::seconds> decodeTimeout(std::string_view json)
{
    using Seconds = std::chrono::seconds;
    const auto read = [](const Json::Object &object, Seconds &target) {
        std::optional<Seconds> timeout;
        readTimeout(object, Presence::Required, 0, timeout);
        target = timeout.value_or(Seconds(0));
    };
    return Json::decode<Seconds>(json, validationPrefix, Json::Dialect::Plain, read);
}

} // namespace Sandglass
