// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/answer.h>

#include <utility>

namespace Sandglass {

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

bool isWebPage(std::string_view contentType)
{
    return contentType.starts_with("text/html");
}

Error explainUndecodable(const HttpResponse &response, Error error)
{
    if (isWebPage(response.headers.value("Content-Type")))
        error.detail = "the answer is a web page, not the sandbox service: check the address";
    error.httpStatus = response.status;
    return error;
}

} // namespace Sandglass
