// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <curl/curl.h>

#include <string>

namespace Sandglass {

/// What a transfer's end means, in one line that names the place: "connection to 127.0.0.1:1
/// refused". `buffer` is what CURLOPT_ERRORBUFFER holds.
[[nodiscard]] Error errorOfCurl(CURL *easy, CURLcode code, const std::string &url,
                                const std::string &buffer);

/// The connection went away under an exchange that had begun: sending a look again may well work.
[[nodiscard]] bool isBrokenConnection(CURLcode code);

} // namespace Sandglass
