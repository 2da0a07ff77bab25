// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/redaction.h>
#include <client/answer.h>
#include <client/httpmessage.h>
#include <core/request.h>

#include <string>
#include <utility>
#include <vector>

namespace Sandglass {

/// The value of an answer: `decode` reads a success, `explain` makes an error of any other status;
/// no error leaves with one of the secrets in it.
template<typename T, typename Decode, typename Explain>
[[nodiscard]] Result<T> decoded(Result<HttpResponse> answer,
                                const std::vector<std::string> &secrets, const Decode &decode,
                                const Explain &explain)
{
    Result<T> result = std::unexpected(Error{});
    if (!answer) {
        result = std::unexpected(std::move(answer.error()));
    } else if (!isSuccess(answer->status)) {
        result = std::unexpected(explain(answer->status, answer->body));
    } else {
        result = decode(*answer);
        if (!result)
            result = std::unexpected(explainUndecodable(*answer, std::move(result.error())));
    }
    if (!result)
        result = std::unexpected(redacted(std::move(result.error()), secrets));
    return result;
}

/// Makes a handler of answers from a handler of values, by decoded().
template<typename T, typename Decode, typename Explain>
[[nodiscard]] Handler<HttpResponse> decoding(std::vector<std::string> secrets, Decode decode,
                                             Explain explain, Handler<T> handler)
{
    return [secrets = std::move(secrets), decode = std::move(decode), explain = std::move(explain),
            handler = std::move(handler)](Result<HttpResponse> answer) mutable {
        handler(decoded<T>(std::move(answer), secrets, decode, explain));
    };
}

} // namespace Sandglass
