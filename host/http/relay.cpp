// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/bytestream.h>

#include <utility>

namespace Sandglass {

namespace {

/// Kept alive by the reads and writes in flight, whose handlers hold it.
class Relay final : public std::enable_shared_from_this<Relay>
{
public:
    Relay(ByteStream first, ByteStream second, std::move_only_function<void()> finished)
        : m_first(std::move(first)),
          m_second(std::move(second)),
          m_finished(std::move(finished))
    {
    }

    void start()
    {
        pump(m_first, m_second);
        pump(m_second, m_first);
    }

private:
    void pump(ByteStream &from, ByteStream &to)
    {
        from.read([self = shared_from_this(), &from, &to](Result<std::string> bytes) {
            if (!bytes)
                return self->stop();
            if (bytes->empty())
                return self->ended(to);
            to.write(std::move(*bytes), [self, &from, &to](Result<void> written) {
                if (written)
                    self->pump(from, to);
                else
                    self->stop();
            });
        });
    }

    void ended(ByteStream &to)
    {
        to.shutdownWrite();
        if (--m_directions == 0)
            stop();
    }

    void stop()
    {
        m_first.close();
        m_second.close();
        if (auto finished = std::exchange(m_finished, nullptr))
            finished();
    }

    ByteStream m_first;
    ByteStream m_second;
    std::move_only_function<void()> m_finished;
    int m_directions = 2;
};

} // namespace

void relay(ByteStream first, ByteStream second, std::move_only_function<void()> finished)
{
    std::make_shared<Relay>(std::move(first), std::move(second), std::move(finished))->start();
}

} // namespace Sandglass
