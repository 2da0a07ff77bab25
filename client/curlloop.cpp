// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlloop.h>

#include <utility>

namespace Sandglass {

CurlLoop::CurlLoop(Finished finished, QObject *parent)
    : QObject(parent),
      m_finished(std::move(finished)),
      m_timer(this),
      m_multi(curl_multi_init())
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    curl_multi_setopt(multi(), CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(multi(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi(), CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(multi(), CURLMOPT_TIMERDATA, this);
}

CurlLoop::~CurlLoop()
{
    m_timer.stop();
    m_multi.reset();
}

void CurlLoop::add(CURL *easy)
{
    curl_multi_add_handle(multi(), easy);
}

void CurlLoop::remove(CURL *easy)
{
    curl_multi_remove_handle(multi(), easy);
}

CurlLoop::Notifier CurlLoop::watch(curl_socket_t socket, QSocketNotifier::Type type)
{
    Notifier notifier(new QSocketNotifier(socket, type, this));
    const int events = type == QSocketNotifier::Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT;
    connect(notifier.get(), &QSocketNotifier::activated, this,
            [this, socket, events] { act(socket, events); });
    return notifier;
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    auto &loop = *static_cast<CurlLoop *>(self);
    if (what == CURL_POLL_REMOVE) {
        loop.m_watches.erase(socket);
        return 0;
    }
    Watch &watch = loop.m_watches[socket];
    if (what == CURL_POLL_OUT)
        watch.read.reset();
    else if (!watch.read)
        watch.read = loop.watch(socket, QSocketNotifier::Read);
    if (what == CURL_POLL_IN)
        watch.write.reset();
    else if (!watch.write)
        watch.write = loop.watch(socket, QSocketNotifier::Write);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *self)
{
    QTimer &timer = static_cast<CurlLoop *>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(multi(), socket, events, &running);
    // Collect first: the messages are gone as soon as one of these handles is removed.
    std::vector<Done> done;
    int waiting = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi(), &waiting)) {
        if (message->msg == CURLMSG_DONE)
            done.push_back({message->easy_handle, message->data.result});
    }
    if (!done.empty())
        m_finished(done);
}

} // namespace Sandglass
