// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helperprocess.h>

#include <QtCore/QSocketNotifier>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString wordsFor(const siginfo_t &info)
{
    return (info.si_code == CLD_EXITED ? u"code %1"_s : u"signal %1"_s).arg(info.si_status);
}

bool endedWell(const siginfo_t &info)
{
    return info.si_code == CLD_EXITED && info.si_status == 0;
}

} // namespace

HelperProcess::HelperProcess(QObject *parent) : QObject(parent) {}

HelperProcess::~HelperProcess() = default;

void HelperProcess::adopt(HelperChild child)
{
    m_child = std::move(child);
    m_notifier = std::make_unique<QSocketNotifier>(m_child.pidfd(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &HelperProcess::reap);
}

void HelperProcess::reap()
{
    const auto info = m_child.reap();
    if (!info)
        return;
    m_exitedWell = endedWell(*info);
    // It is the one that is emitting: only switched off here.
    m_notifier->setEnabled(false);
    Q_EMIT exited(wordsFor(*info));
}

void HelperProcess::endWithin(std::chrono::milliseconds patience)
{
    m_notifier.reset();
    if (const auto info = m_child.endWithin(patience))
        m_exitedWell = endedWell(*info);
}

} // namespace Sandglass
