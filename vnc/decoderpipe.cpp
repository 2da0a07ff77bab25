// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/decoderpipe.h>

#include <QtCore/QSocketNotifier>

#include <sys/socket.h>

#include <cerrno>

namespace Sandglass {

namespace {

constexpr qsizetype bytesPerRead = qsizetype{64} * 1024;

} // namespace

DecoderPipe::DecoderPipe(Rfb::OwnedFd socket, QObject *parent)
    : QObject(parent),
      m_socket(std::move(socket)),
      m_readable(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read)),
      m_writable(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Write)),
      m_buffer(bytesPerRead, Qt::Uninitialized)
{
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &DecoderPipe::readOnce);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &DecoderPipe::flush);
}

DecoderPipe::~DecoderPipe() = default;

void DecoderPipe::write(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_closed || m_finishing)
        return;
    const qsizetype written = m_queue.empty() ? writeSome(bytes) : 0;
    if (written == bytes.size())
        return;
    if (m_queue.empty())
        m_taken = written;
    m_queue.push_back(bytes);
    m_waiting += bytes.size() - written;
    m_writable->setEnabled(!m_closed);
}

void DecoderPipe::finishWriting()
{
    m_finishing = true;
    if (m_queue.empty())
        ::shutdown(m_socket.get(), SHUT_WR);
}

void DecoderPipe::setReading(bool reading)
{
    m_readable->setEnabled(reading && !m_closed);
}

void DecoderPipe::drain()
{
    while (readOnce()) {
    }
}

bool DecoderPipe::readOnce()
{
    if (m_closed)
        return false;
    const ssize_t count =
        ::recv(m_socket.get(), m_buffer.data(), static_cast<size_t>(m_buffer.size()), MSG_DONTWAIT);
    if (count > 0) {
        Q_EMIT received(QByteArrayView(m_buffer).first(count));
        return true;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    m_closed = true;
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    Q_EMIT closed();
    return false;
}

void DecoderPipe::flush()
{
    while (!m_queue.empty()) {
        const QByteArray &next = m_queue.front();
        const qsizetype written = writeSome(QByteArrayView(next).sliced(m_taken));
        m_taken += written;
        m_waiting -= written;
        if (m_taken < next.size())
            break;
        m_taken = 0;
        m_queue.pop_front();
    }
    m_writable->setEnabled(!m_queue.empty());
    if (m_queue.empty() && m_finishing)
        ::shutdown(m_socket.get(), SHUT_WR);
}

qsizetype DecoderPipe::writeSome(QByteArrayView bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(written);
        const ssize_t count = ::send(m_socket.get(), rest.data(), static_cast<size_t>(rest.size()),
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0) {
            written += count;
        } else if (errno != EINTR) {
            // One that is gone is noticed by reading; what was for it counts as taken.
            return errno == EAGAIN || errno == ENOBUFS ? written : bytes.size();
        }
    }
    return written;
}

} // namespace Sandglass
