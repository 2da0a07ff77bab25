// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/runsvgcost.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int maximumDepth = 400; // of elements and copies within each other

} // namespace

void SvgCost::begin(const QString &id, const QString &copied)
{
    const auto number = int(m_elements.size());
    if (number > maximum) // already too many: no need to know more
        return;
    m_elements.append({.parent = m_current, .copied = copied, .children = {}});
    if (m_current >= 0)
        m_elements[m_current].children.append(number);
    if (!id.isEmpty() && !m_ids.contains(id))
        m_ids.insert(id, number);
    m_current = number;
}

void SvgCost::end()
{
    if (m_current >= 0)
        m_current = m_elements.at(m_current).parent;
}

bool SvgCost::isBounded() const
{
    if (m_elements.size() > maximum)
        return false;
    QHash<int, qint64> known;
    return m_elements.isEmpty() || costOf(0, known, 0) <= maximum;
}

/// What an element costs; more than the maximum for circles and what is too deep.
qint64 SvgCost::costOf(int element, QHash<int, qint64> &known, int depth) const
{
    if (depth > maximumDepth)
        return maximum + 1;
    if (const auto found = known.constFind(element); found != known.constEnd())
        return *found;
    known.insert(element, maximum + 1); // met again inside itself: a circle
    qint64 cost = 1;
    const Element &one = m_elements.at(element);
    for (const int child : one.children)
        cost = std::min(maximum + 1, cost + costOf(child, known, depth + 1));
    if (const auto copied = m_ids.constFind(one.copied);
        !one.copied.isEmpty() && copied != m_ids.constEnd())
        cost = std::min(maximum + 1, cost + costOf(*copied, known, depth + 1));
    known.insert(element, cost);
    return cost;
}

} // namespace Sandglass
