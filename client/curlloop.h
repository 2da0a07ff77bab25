// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/curlhandles.h>

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Sandglass {

/// One libcurl multi handle driven by the event loop of the thread that this object lives on.
class CurlLoop final : public QObject
{
    Q_DISABLE_COPY_MOVE(CurlLoop)

public:
    struct Done {
        CURL *easy;
        CURLcode code;
    };
    /// Told about all transfers that one call into libcurl finished. They are still added: remove
    /// them.
    using Finished = std::function<void(const std::vector<Done> &)>;

    CurlLoop(Finished finished, QObject *parent);
    ~CurlLoop() override;

    [[nodiscard]] CURLM *multi() const { return m_multi.get(); }
    /// The handle is borrowed; remove it before it is cleaned up.
    void add(CURL *easy);
    void remove(CURL *easy);

private:
    struct NotifierDeleter {
        /// libcurl takes sockets back while one of their notifiers is telling us something.
        void operator()(QSocketNotifier *notifier) const
        {
            notifier->setEnabled(false);
            notifier->deleteLater();
        }
    };
    using Notifier = std::unique_ptr<QSocketNotifier, NotifierDeleter>;
    struct Watch {
        Notifier read;
        Notifier write;
    };

    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *);
    static int onTimer(CURLM *multi, long milliseconds, void *self);
    [[nodiscard]] Notifier watch(curl_socket_t socket, QSocketNotifier::Type type);
    void act(curl_socket_t socket, int events);

    Finished m_finished;
    QTimer m_timer;
    std::unordered_map<curl_socket_t, Watch> m_watches;
    CurlMulti m_multi; // last: its end still calls us back
};

} // namespace Sandglass
