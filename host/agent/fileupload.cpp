// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/fileanswer.h>
#include <host/agent/filemetadata.h>
#include <host/agent/filetarget.h>
#include <host/agent/fileupload.h>
#include <host/agent/multipart.h>
#include <host/agent/sandboxpath.h>

#include <utility>
#include <vector>

namespace Sandglass {

namespace {

/// Kept alive by the read in flight.
class Upload final : public std::enable_shared_from_this<Upload>
{
public:
    Upload(std::shared_ptr<Exchange> exchange, std::optional<std::string> path, User user,
           const AgentSettings &settings)
        : m_exchange(std::move(exchange)),
          m_path(std::move(path)),
          m_user(std::move(user)),
          m_settings(settings)
    {
    }

    void start()
    {
        const auto &headers = m_exchange->head().headers;
        const auto coding = headers.value("Content-Encoding");
        if (!coding.empty() && coding != "identity")
            return refuse(fileError(400, "unsupported content encoding: " + std::string(coding)));
        auto metadata = metadataFrom(headers);
        if (!metadata)
            return refuse(fileError(400, metadata.error()));
        m_metadata = std::move(*metadata);
        if (const auto begun = begin(contentTypeOf(m_exchange->head())); begun)
            readOn();
        else
            refuse(begun.error());
    }

private:
    using Step = std::expected<void, Response>;

    Step begin(const std::string &type)
    {
        if (type == "application/octet-stream") {
            if (!m_path)
                return std::unexpected(fileError(400, "the query must hold a path"));
            return openTarget(*m_path);
        }
        if (type != "multipart/form-data")
            return std::unexpected(fileError(400, "unsupported content type: " + type));
        const auto boundary = multipartBoundary(m_exchange->head().headers.value("Content-Type"));
        if (!boundary)
            return std::unexpected(fileError(400, "the form has no boundary"));
        m_form.emplace(*boundary);
        return {};
    }

    void readOn()
    {
        m_exchange->readSome([self = shared_from_this()](const Result<std::string> &piece) {
            self->received(piece);
        });
    }

    void received(const Result<std::string> &piece)
    {
        if (!piece)
            return refuse(fileError(std::max(piece.error().httpStatus, 400), piece.error().detail));
        const auto taken = piece->empty() ? ended() : m_form ? takeForm(*piece) : takeBytes(*piece);
        if (!taken)
            refuse(taken.error());
        else if (piece->empty())
            answer();
        else
            readOn();
    }

    Step takeBytes(std::string_view bytes) { return m_target ? m_target->write(bytes) : Step(); }

    Step takeForm(std::string_view bytes)
    {
        m_form->feed(bytes);
        while (true) {
            const auto event = m_form->next();
            if (!event)
                return std::unexpected(fileError(400, event.error().detail));
            if (std::holds_alternative<std::monostate>(*event))
                return {};
            if (auto taken = takeEvent(*event); !taken)
                return taken;
        }
    }

    Step takeEvent(const FormEvent &event)
    {
        if (const auto *const part = std::get_if<FormPart>(&event))
            return part->name == "file" ? beginFile(*part) : Step(); // others are skipped
        if (const auto *const data = std::get_if<FormData>(&event))
            return takeBytes(data->bytes);
        if (std::holds_alternative<FormPartEnd>(event))
            return endFile();
        m_hasFormEnded = true;
        return {};
    }

    Step beginFile(const FormPart &part)
    {
        if (m_path && !m_written.empty())
            return std::unexpected(
                fileError(400, "the query names one file, and the form holds several"));
        if (m_path)
            return openTarget(*m_path);
        if (part.filename.value_or("").empty())
            return std::unexpected(
                fileError(400, "neither the query nor a part of the form names the file"));
        if (part.filename->contains('\0'))
            return std::unexpected(fileError(400, "a file name must not hold a zero byte"));
        return openTarget(*part.filename);
    }

    Step openTarget(const std::string &path)
    {
        auto expanded = expandPath(path, m_user, m_settings);
        if (!expanded)
            return std::unexpected(fileError(400, expanded.error().message));
        auto target = FileTarget::open(std::move(*expanded), m_user);
        if (!target)
            return std::unexpected(std::move(target.error()));
        m_target.emplace(std::move(*target));
        return {};
    }

    Step endFile()
    {
        if (!m_target)
            return {};
        auto file = std::exchange(m_target, std::nullopt)->finish(m_metadata);
        if (!file)
            return std::unexpected(std::move(file.error()));
        m_written.push_back(std::move(*file));
        return {};
    }

    Step ended()
    {
        if (m_form && !m_hasFormEnded)
            return std::unexpected(fileError(400, "the form ends in the middle"));
        return endFile();
    }

    void answer()
    {
        m_exchange->respond({.status = 200,
                             .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
                             .body = encodeWrittenFiles(m_written)});
    }

    void refuse(const Response &response) { m_exchange->respond(response); }

    std::shared_ptr<Exchange> m_exchange;
    std::optional<std::string> m_path;
    User m_user;
    const AgentSettings &m_settings;
    StringMap m_metadata;
    std::optional<MultipartParser> m_form; ///< none: the body is the file
    std::optional<FileTarget> m_target;    ///< the file that is being written
    std::vector<FileEntry> m_written;
    bool m_hasFormEnded = false;
};

} // namespace

void receiveFiles(const std::shared_ptr<Exchange> &exchange, std::optional<std::string> path,
                  const User &user, const AgentSettings &settings)
{
    if (path && path->empty())
        path.reset();
    std::make_shared<Upload>(exchange, std::move(path), user, settings)->start();
}

} // namespace Sandglass
