// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/attributekeeper.h>

#include <QString>

#include <array>
#include <charconv>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t mostOutput = 300;

std::string ownersOf(const FileEntry &entry)
{
    return entry.owner + ":" + entry.group;
}

std::string octal(std::uint32_t mode)
{
    std::array<char, 16> text{};
    const auto [end, error] = std::to_chars(text.begin(), text.end(), mode, 8);
    return {text.begin(), end};
}

/// And valid UTF-8.
std::string oneLine(const std::string &text)
{
    return QString::fromStdString(text).simplified().toStdString();
}

} // namespace

bool AttributeKeeper::isNeeded(const FileEntry &model, const FileEntry &file)
{
    return model.mode != file.mode || ownersOf(model) != ownersOf(file);
}

AttributeKeeper::AttributeKeeper(HttpTransport &transport, SandboxAddress address,
                                 const FileEntry &model, const FileEntry &file, Handler<void> done)
    : m_wish(octal(model.mode) + " of " + ownersOf(model)),
      m_done(std::move(done))
{
    StartProcess run;
    run.process.cmd = "/bin/sh";
    run.process.args = {"-c", R"(chmod -- "$1" "$2")", "sh", octal(model.mode), file.path};
    run.stdinOpen = false;
    if (ownersOf(model) != ownersOf(file)) {
        // The owner first: changing it takes special bits away.
        run.process.args[1] = R"(chown -- "$3" "$2" && chmod -- "$1" "$2")";
        run.process.args.push_back(ownersOf(model));
        address.user = "root";
    }
    m_stream = ProcessApi(transport, std::move(address)).start(run);
    QObject::connect(m_stream.get(), &ProcessStream::received, m_stream.get(),
                     [this](const ProcessData &data) {
                         m_output.append(data.bytes, 0, mostOutput - m_output.size());
                     });
    QObject::connect(m_stream.get(), &ProcessStream::finished, m_stream.get(),
                     [this](const Result<ProcessEnded> &result) { take(result); });
}

void AttributeKeeper::take(const Result<ProcessEnded> &result)
{
    Result<void> outcome;
    if (!result)
        outcome = std::unexpected(result.error());
    else if (result->exitCode != 0 || !result->exited)
        outcome =
            failure(Error::Kind::Server, m_output.empty() ? result->status : oneLine(m_output));
    if (!outcome)
        outcome.error().detail =
            "the permissions could not be kept (" + m_wish + "): " + outcome.error().detail;
    const auto done = std::make_shared<Handler<void>>(std::move(m_done));
    (*done)(std::move(outcome));
}

} // namespace Sandglass
