// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>
#include <protocol/connectframe.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

/// The parts of Connect calls (protocol page envd, 2) that all methods have in common.
namespace Sandglass {

inline constexpr std::size_t maximumMessage = ConnectFrameParser::maximumPayload;

/// The media type of the request without parameters, in lower case.
[[nodiscard]] std::string contentTypeOf(const RequestHead &head);

inline constexpr std::string_view unaryContentType = "application/json";
/// Answers a request that is no POST with 405, and one of another media type with 415, by the rules
/// of Connect servers. False when there is nothing to refuse.
[[nodiscard]] bool refusesForm(const std::shared_ptr<Exchange> &exchange,
                               std::string_view contentType);
/// 404 as for any path that means nothing.
void refuseUnknownPath(const std::shared_ptr<Exchange> &exchange);

/// Connect-Timeout-Ms; nothing when absent, an error to answer with when it is not 1 to 10 digits.
[[nodiscard]] std::expected<std::optional<std::chrono::milliseconds>, ConnectError>
timeoutOf(const RequestHead &head);

/// Keepalive-Ping-Interval; 90 s when it is absent, no number, zero or negative.
[[nodiscard]] std::chrono::seconds keepaliveOf(const RequestHead &head);

/// Reads the one message of a unary call, or answers its failure itself.
void readUnaryMessage(const std::shared_ptr<Exchange> &exchange,
                      std::move_only_function<void(std::string)> handler);
/// Reads the first envelope of a streaming call, or answers its failure itself.
void readStreamMessage(const std::shared_ptr<Exchange> &exchange,
                       std::move_only_function<void(std::string)> handler);

void answerUnary(const std::shared_ptr<Exchange> &exchange, std::string json);
void refuseUnary(const std::shared_ptr<Exchange> &exchange, const ConnectError &error);
/// "{}", or the error if there is one.
void answerUnary(const std::shared_ptr<Exchange> &exchange,
                 const std::optional<ConnectError> &error);
/// In the form that the request's content type asks for.
void refuseCall(const std::shared_ptr<Exchange> &exchange, const ConnectError &error);

} // namespace Sandglass
