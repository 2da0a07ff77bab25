// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/codeinterpreter.h>
#include <protocol/jsonfields.h>

namespace Sandglass {

namespace {

using Json::Presence;

Json::Value toJson(const CodeContext &context)
{
    return {{"id", context.id}, {"language", context.language}, {"cwd", context.cwd}};
}

void readRequest(const Json::Object &object, ExecutionRequest &request)
{
    object.read("code", request.code, Presence::Required);
    object.read("context_id", request.contextId);
    object.read("language", request.language);
    object.readEnvironment("env_vars", request.envVars);
}

void readNewContext(const Json::Object &object, NewCodeContext &request)
{
    object.read("language", request.language);
    object.read("cwd", request.cwd);
}

void readContext(const Json::Object &object, CodeContext &context)
{
    object.read("id", context.id, Presence::Required);
    object.read("language", context.language);
    object.read("cwd", context.cwd);
}

} // namespace

std::string encodeExecutionRequest(const ExecutionRequest &request)
{
    Json::Value object{{"code", request.code}};
    if (request.contextId)
        object["context_id"] = *request.contextId;
    if (request.language)
        object["language"] = *request.language;
    if (!request.envVars.empty())
        object["env_vars"] = request.envVars;
    return Json::dumpAscii(object);
}

Result<ExecutionRequest> decodeExecutionRequest(std::string_view json)
{
    return Json::decode<ExecutionRequest>(json, "execution: ", Json::Dialect::Plain, readRequest);
}

std::string encodeNewCodeContext(const NewCodeContext &request)
{
    Json::Value object = Json::Value::object();
    if (request.language)
        object["language"] = *request.language;
    if (request.cwd)
        object["cwd"] = *request.cwd;
    return Json::dumpAscii(object);
}

Result<NewCodeContext> decodeNewCodeContext(std::string_view json)
{
    return Json::decode<NewCodeContext>(json, "context: ", Json::Dialect::Plain, readNewContext);
}

std::string encodeCodeContext(const CodeContext &context)
{
    return Json::dumpAscii(toJson(context));
}

Result<CodeContext> decodeCodeContext(std::string_view json)
{
    return Json::decode<CodeContext>(json, "context: ", Json::Dialect::Plain, readContext);
}

std::string encodeCodeContexts(const std::vector<CodeContext> &contexts)
{
    Json::Value list = Json::Value::array();
    for (const CodeContext &context : contexts)
        list.push_back(toJson(context));
    return Json::dumpAscii(list);
}

Result<std::vector<CodeContext>> decodeCodeContexts(std::string_view json)
{
    return Json::decodeList<CodeContext>(json, "contexts: ", readContext);
}

std::string encodeRequestProblem(const Error &error)
{
    const Json::Value problem{{"type", "value_error"},
                              {"loc", Json::Value::array({"body"})},
                              {"msg", error.detail},
                              {"input", nullptr}};
    return Json::dumpAscii({{"detail", Json::Value::array({problem})}});
}

} // namespace Sandglass
