// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>

namespace Sandglass {

MutationCounter::MutationCounter(QObject *parent) : QObject(parent) {}

void MutationCounter::add()
{
    ++m_count;
    Q_EMIT changed(m_count);
}

} // namespace Sandglass
