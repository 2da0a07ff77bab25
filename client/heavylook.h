// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/exchanges.h>

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace Sandglass {

/// Bodies above this are read on another thread: it takes about 1 ms.
inline constexpr std::size_t heavyBody = 128UL << 10U;

/// Runs `work` on a thread of the pool, by value.
template<typename T, typename Work>
[[nodiscard]] QFuture<T> runElsewhere(Work work)
{
    QPromise<T> promise;
    auto future = promise.future();
    promise.start();
    QThreadPool::globalInstance()->start(
        [promise = std::move(promise), work = std::move(work)]() mutable {
            promise.addResult(work());
            promise.finish();
        });
    return future;
}

/// sendLook() for answers that may be so large that reading them would hold up the caller's thread:
/// `decode` makes the value of an answer, and must be fit for any thread.
template<typename T>
[[nodiscard]] Request sendHeavyLook(HttpTransport &transport, HttpRequest request,
                                    std::function<Result<T>(Result<HttpResponse>)> decode,
                                    Handler<T> handler)
{
    struct Look {
        Look(Completion<T> whenDone, std::function<Result<T>(Result<HttpResponse>)> with,
             std::weak_ptr<const void> life)
            : completion(std::move(whenDone)),
              decode(std::move(with)),
              transportLives(std::move(life))
        {
        }
        Completion<T> completion;
        std::function<Result<T>(Result<HttpResponse>)> decode;
        std::weak_ptr<const void> transportLives;
        QFutureWatcher<Result<T>> reading;
        Request request; // last: its handler looks at what is above
    };
    auto control = std::make_shared<RequestControl>();
    auto look = std::make_shared<Look>(Completion<T>(control, std::move(handler)),
                                       std::move(decode), transport.life());
    QObject::connect(&look->reading, &QFutureWatcherBase::finished, &look->reading,
                     [weak = std::weak_ptr(look)] {
                         const auto alive = weak.lock();
                         if (alive && !alive->transportLives.expired())
                             alive->completion.complete(alive->reading.future().takeResult());
                     });
    look->request = sendLook(
        transport, std::move(request), [weak = std::weak_ptr(look)](Result<HttpResponse> answer) {
            const auto alive = weak.lock();
            if (!alive)
                return;
            if (!answer || answer->body.size() < heavyBody) {
                alive->completion.complete(alive->decode(std::move(answer)));
                return;
            }
            auto work = [decode = alive->decode, answer = std::move(answer)]() mutable {
                return decode(std::move(answer));
            };
            alive->reading.setFuture(runElsewhere<Result<T>>(std::move(work)));
        });
    // The control block keeps the look alive until it completes or is cancelled.
    control->cancel = [look = std::move(look)] {};
    return Request(std::move(control));
}

} // namespace Sandglass
