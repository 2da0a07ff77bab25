// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/interpreter/bashkernel.h>
#include <host/interpreter/contexttable.h>
#include <host/interpreter/jupyterkernel.h>

#include <unistd.h>

#include <algorithm>

namespace Sandglass {

namespace {

/// A random UUID (RFC 9562, version 4).
std::string newContextId()
{
    std::string id = randomHex(32);
    id[12] = '4';
    id[16] = "89ab"[static_cast<unsigned char>(id[16]) % 4U];
    for (const std::size_t at : {20UL, 16UL, 12UL, 8UL})
        id.insert(at, 1, '-');
    return id;
}

bool isSupported(std::string_view language)
{
    return language == "python" || language == "bash";
}

} // namespace

std::string canonicalLanguage(std::string_view name)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = std::min(name.find_first_not_of(spaces), name.size());
    std::string language(name.substr(first, name.find_last_not_of(spaces) + 1 - first));
    for (char &c : language)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (language == "js")
        return "javascript";
    if (language == "ts")
        return "typescript";
    return language.empty() ? "python" : language;
}

ContextTable::ContextTable(boost::asio::io_context &io, ZmqContext zmq, std::string directory)
    : m_io(io),
      m_zmq(std::move(zmq)),
      m_directory(std::move(directory))
{
}

void ContextTable::prewarm()
{
    for (const char *language : {"python", "bash"})
        (void)defaultContext(language); // one that does not start says so when it is used
}

std::vector<CodeContext> ContextTable::list() const
{
    std::vector<CodeContext> all;
    all.reserve(m_contexts.size());
    for (const auto &context : m_contexts)
        all.push_back(context->info());
    return all;
}

std::shared_ptr<KernelContext> ContextTable::find(const std::string &id) const
{
    const auto found =
        std::ranges::find(m_contexts, id, [](const auto &context) { return context->info().id; });
    return found == m_contexts.end() ? nullptr : *found;
}

Result<std::shared_ptr<KernelContext>> ContextTable::defaultContext(std::string_view language)
{
    const std::string name = canonicalLanguage(language);
    if (const auto known = m_defaults.find(name); known != m_defaults.end())
        return find(known->second);
    auto context = create({.language = name, .cwd = std::nullopt});
    if (context)
        m_defaults.emplace(name, (*context)->info().id);
    return context;
}

Result<std::shared_ptr<KernelContext>> ContextTable::create(const NewCodeContext &wanted)
{
    const std::string language = canonicalLanguage(wanted.language.value_or(""));
    if (!isSupported(language))
        return failure(Error::Kind::Server,
                       "Failed to create context: there is no kernel for " + language);
    // As the service's python: in a folder that cannot be entered it stays where it was.
    const std::string directory =
        wanted.cwd && ::access(wanted.cwd->c_str(), X_OK) == 0 ? *wanted.cwd : m_directory;
    const auto context = std::make_shared<KernelContext>(
        m_io, CodeContext{.id = newContextId(), .language = language, .cwd = directory},
        kernelStarter(language, directory));
    if (const auto started = context->warmUp(); !started)
        return failure(Error::Kind::Server, "Failed to create context: " + started.error().detail);
    m_contexts.push_back(context);
    return context;
}

KernelContext::StartKernel ContextTable::kernelStarter(const std::string &language,
                                                       const std::string &directory) const
{
    return [this, isBash = language == "bash", directory](KernelHandlers handlers) {
        return isBash ? BashKernel::start(m_io, directory, std::move(handlers))
                      : JupyterKernel::start(m_io, m_zmq, directory, std::move(handlers));
    };
}

void ContextTable::remove(const std::string &id)
{
    if (const auto context = find(id))
        context->shutDown();
    std::erase_if(m_contexts, [&](const auto &context) { return context->info().id == id; });
    std::erase_if(m_defaults, [&](const auto &entry) { return entry.second == id; });
}

} // namespace Sandglass
