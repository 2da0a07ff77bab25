// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/hostinfo.h>
#include <protocol/jsonfields.h>

namespace Sandglass {

namespace {

using Json::Presence;

void readInfo(const Json::Object &object, HostInfo &info)
{
    object.read("url", info.url, Presence::Required);
    object.read("apiKey", info.apiKey, Presence::Required);
    object.readInteger("pid", info.pid, Presence::Required, 1);
    object.read("version", info.version, Presence::Required);
}

void readCheck(const Json::Object &object, HostCheck &check)
{
    object.read("templates", check.templates);
    for (const Json::Value &value : object.array("problems")) {
        const Json::Object problem(value, object.problem(), "problems[…].");
        HostProblem &read = check.problems.emplace_back();
        problem.read("message", read.message, Presence::Required);
        problem.read("cure", read.cure);
    }
}

} // namespace

std::string encodeHostInfo(const HostInfo &info)
{
    return Json::dump(
        {{"url", info.url}, {"apiKey", info.apiKey}, {"pid", info.pid}, {"version", info.version}});
}

Result<HostInfo> decodeHostInfo(std::string_view json)
{
    return Json::decode<HostInfo>(json, "host: ", Json::Dialect::Plain, readInfo);
}

std::string encodeHostCheck(const HostCheck &check)
{
    Json::Value problems = Json::Value::array();
    for (const HostProblem &problem : check.problems)
        problems.push_back({{"message", problem.message}, {"cure", problem.cure}});
    return Json::dump({{"templates", check.templates}, {"problems", problems}});
}

Result<HostCheck> decodeHostCheck(std::string_view json)
{
    return Json::decode<HostCheck>(json, "host check: ", Json::Dialect::Plain, readCheck);
}

} // namespace Sandglass
