// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <cstdio>
#include <ctime>

namespace Sandglass {

/// Prints, once the window was painted for the first time: the milliseconds since the time given in
/// SANDGLASS_BENCH_STARTED (CLOCK_MONOTONIC, ns, taken before exec), and after a settling time the
/// process's proportional set size in KiB. Then quits.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QWidget &window) { window.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_painted)
            return QObject::eventFilter(watched, event);
        m_painted = true;
        // Queued behind the paint: when it runs, the window's first picture was flushed to the
        // display.
        QTimer::singleShot(0, this, [this] {
            std::timespec now{};
            clock_gettime(CLOCK_MONOTONIC, &now);
            const double started = qgetenv("SANDGLASS_BENCH_STARTED").toDouble();
            std::printf("%.2f\n", (double(now.tv_sec) * 1e9 + double(now.tv_nsec) - started) / 1e6);
            QTimer::singleShot(2000, this, [this] { printMemory(); });
        });
        return QObject::eventFilter(watched, event);
    }

private:
    void printMemory()
    {
        QFile file(QStringLiteral("/proc/self/smaps_rollup"));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (line.startsWith("Pss:"))
                    std::printf("%s\n", line.simplified().split(' ').value(1).constData());
            }
        }
        QCoreApplication::quit();
    }

    bool m_painted = false;
};

} // namespace Sandglass
