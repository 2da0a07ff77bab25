// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpmessage.h>
#include <core/result.h>

#include <string>
#include <string_view>

namespace Sandglass {

/// Any status 2xx.
[[nodiscard]] bool isSuccess(int status);

/// For an answer with a good status whose body could not be decoded: says so in plain words when it
/// is a web page (a wrong address, or a log-in page of the network in between).
[[nodiscard]] Error explainUndecodable(const HttpResponse &response, Error error);
/// The same for the content type alone.
[[nodiscard]] bool isWebPage(std::string_view contentType);

} // namespace Sandglass
