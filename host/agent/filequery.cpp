// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/filequery.h>
#include <host/agent/sha256.h>
#include <protocol/percent.h>

#include <algorithm>
#include <charconv>

namespace Sandglass {

namespace {

std::optional<std::int64_t> numberIn(const std::string &text)
{
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end)
        return std::nullopt;
    return number;
}

} // namespace

Result<FileQuery> FileQuery::parse(std::string_view query)
{
    auto fields = parseQuery(query);
    if (!fields)
        return std::unexpected(fields.error());
    FileQuery parsed;
    for (auto &[name, value] : *fields) {
        auto *const target = name == "path"                   ? &parsed.path
                             : name == "username"             ? &parsed.username
                             : name == "signature"            ? &parsed.signature
                             : name == "signature_expiration" ? &parsed.expiration
                                                              : nullptr;
        if (target && !*target)
            *target = std::move(value);
    }
    if (parsed.path && parsed.path->contains('\0'))
        return failure(Error::Kind::Protocol, "the path must not hold a zero byte");
    if (parsed.expiration && !numberIn(*parsed.expiration))
        return failure(Error::Kind::Protocol, "signature_expiration must be a number");
    return parsed;
}

std::string fileSignature(const FileQuery &query, FileAccess access, std::string_view token)
{
    std::string raw = query.path.value_or("");
    raw += access == FileAccess::Read ? ":read:" : ":write:";
    raw.append(query.username.value_or("")).append(1, ':').append(token);
    if (query.expiration)
        raw.append(1, ':').append(*query.expiration);
    std::string signature = "v1_" + base64Encode(sha256(raw));
    while (signature.ends_with('='))
        signature.pop_back();
    return signature;
}

std::optional<std::string> fileAccessProblem(const FileQuery &query, FileAccess access,
                                             std::string_view givenToken, std::string_view token,
                                             std::int64_t now)
{
    if (!givenToken.empty()) {
        if (sameSecret(givenToken, token))
            return std::nullopt;
        return "access token present in header but does not match";
    }
    if (!query.signature)
        return "missing signature query parameter";
    if (!sameSecret(*query.signature, fileSignature(query, access, token)))
        return "invalid signature";
    if (query.expiration && numberIn(*query.expiration).value_or(0) < now)
        return "signature is already expired";
    return std::nullopt;
}

bool sameSecret(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace Sandglass
