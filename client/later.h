// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>

#include <QTimer>

#include <memory>

namespace Sandglass {

/// Answers without asking anybody, by the same rules as every Request: from the event loop of the
/// calling thread, unless it was cancelled before.
template<typename T>
[[nodiscard]] Request completeLater(Handler<T> handler, Result<T> result)
{
    struct Answer {
        Completion<T> completion;
        Result<T> result;
    };
    auto control = std::make_shared<RequestControl>();
    auto answer =
        std::make_shared<Answer>(Completion<T>(control, std::move(handler)), std::move(result));
    QTimer::singleShot(0, [answer] { answer->completion.complete(std::move(answer->result)); });
    return Request(std::move(control));
}

} // namespace Sandglass
