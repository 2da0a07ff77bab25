// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/contenttype.h>
#include <protocol/percent.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace Sandglass {

namespace {

struct Known {
    std::string_view mark; ///< an extension, or what a file begins with
    std::string_view type;
};

constexpr std::array<Known, 34> extensions{{{"avif", "image/avif"},
                                            {"bmp", "image/bmp"},
                                            {"css", "text/css; charset=utf-8"},
                                            {"csv", "text/csv; charset=utf-8"},
                                            {"gif", "image/gif"},
                                            {"gz", "application/gzip"},
                                            {"htm", "text/html; charset=utf-8"},
                                            {"html", "text/html; charset=utf-8"},
                                            {"ico", "image/vnd.microsoft.icon"},
                                            {"ipynb", "application/x-ipynb+json"},
                                            {"jpeg", "image/jpeg"},
                                            {"jpg", "image/jpeg"},
                                            {"js", "text/javascript; charset=utf-8"},
                                            {"json", "application/json"},
                                            {"md", "text/markdown; charset=utf-8"},
                                            {"mjs", "text/javascript; charset=utf-8"},
                                            {"mp3", "audio/mpeg"},
                                            {"mp4", "video/mp4"},
                                            {"parquet", "application/vnd.apache.parquet"},
                                            {"pdf", "application/pdf"},
                                            {"png", "image/png"},
                                            {"py", "text/x-python; charset=utf-8"},
                                            {"sh", "application/x-sh"},
                                            {"svg", "image/svg+xml"},
                                            {"tar", "application/x-tar"},
                                            {"toml", "application/toml"},
                                            {"ts", "text/x-typescript; charset=utf-8"},
                                            {"txt", "text/plain; charset=utf-8"},
                                            {"wasm", "application/wasm"},
                                            {"webp", "image/webp"},
                                            {"xml", "text/xml; charset=utf-8"},
                                            {"yaml", "application/yaml"},
                                            {"yml", "application/yaml"},
                                            {"zip", "application/zip"}}};

constexpr std::array<Known, 9> beginnings{{{"\x89PNG\r\n\x1a\n", "image/png"},
                                           {"\xff\xd8\xff", "image/jpeg"},
                                           {"GIF87a", "image/gif"},
                                           {"GIF89a", "image/gif"},
                                           {"%PDF-", "application/pdf"},
                                           {"PK\x03\x04", "application/zip"},
                                           {"\x1f\x8b\x08", "application/x-gzip"},
                                           {"<!DOCTYPE HTML", "text/html; charset=utf-8"},
                                           {"<!doctype html", "text/html; charset=utf-8"}}};

/// What no text holds (the WHATWG's binary data bytes).
bool isBinary(unsigned char byte)
{
    return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1A) ||
           (byte >= 0x1C && byte <= 0x1F);
}

/// Of RFC 2045: what a parameter may have without quotes.
bool isTokenCharacter(unsigned char c)
{
    return c > ' ' && c < 0x7F && !std::string_view("()<>@,;:\\\"/[]?=").contains(char(c));
}

} // namespace

std::string typeByName(std::string_view name)
{
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    std::string extension(name.substr(dot + 1));
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto *const found = std::ranges::find(extensions, extension, &Known::mark);
    return found == extensions.end() ? std::string() : std::string(found->type);
}

std::string typeByContent(std::string_view beginning)
{
    for (const auto &known : beginnings) {
        if (beginning.starts_with(known.mark))
            return std::string(known.type);
    }
    return std::ranges::any_of(beginning, isBinary) ? "application/octet-stream"
                                                    : "text/plain; charset=utf-8";
}

std::string inlineDisposition(std::string_view name)
{
    if (std::ranges::all_of(name, isTokenCharacter))
        return "inline; filename=" + std::string(name);
    if (!std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; }))
        return "inline; filename*=utf-8''" + percentEncode(name);
    std::string quoted = "inline; filename=\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace Sandglass
