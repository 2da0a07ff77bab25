// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Sandglass {

/// Counts every request that may change something (Access::Act) at the moment it is handed to the
/// transport. Refused requests are not counted. Lives on the thread of the transports that it is
/// given to, and outlives them.
class MutationCounter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MutationCounter)

public:
    explicit MutationCounter(QObject *parent = nullptr);

    [[nodiscard]] int count() const { return m_count; }
    void add();

Q_SIGNALS:
    void changed(int count);

private:
    int m_count = 0;
};

} // namespace Sandglass
