// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/transferrate.h>

#include <cmath>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr double memory = 3000;  ///< milliseconds after which a rate counts for a third
constexpr auto shortest = 200ms; ///< less says little about a rate
constexpr auto judged = 500ms;   ///< before that, no rate is told

} // namespace

void TransferRate::Average::add(double rate, Time length)
{
    const double share = 1 - std::exp(-double(length.count()) / memory);
    value += share * (rate - value);
    weight += share * (1 - weight);
}

void TransferRate::add(Time now, qint64 done)
{
    if (!m_first || done < m_done) {
        *this = TransferRate();
        m_first = m_last = m_moved = now;
        m_done = done;
        return;
    }
    const Time length = now - m_last;
    if (done == m_done || length < shortest)
        return;
    m_average.add(double(done - m_done) * 1000 / double(length.count()), length);
    m_last = m_moved = now;
    m_done = done;
}

std::optional<double> TransferRate::at(Time now) const
{
    if (!m_first || now - *m_first < judged || m_average.weight <= 0)
        return std::nullopt;
    Average average = m_average;
    if (const Time still = silence(now); still > 1s)
        average.add(0, still);
    return average.value / average.weight;
}

TransferRate::Time TransferRate::silence(Time now) const
{
    return m_first ? now - m_moved : 0ms;
}

} // namespace Sandglass
