// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QElapsedTimer>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QApplication>

namespace Sandglass {

/// An application that times every event it delivers: what takes longer than 4 ms keeps the window
/// from answering.
class SlotWatch final : public QApplication
{
public:
    struct Slow {
        QString step;
        QByteArray receiver;
        int event = 0;
        double milliseconds = 0;
    };

    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    void setStep(const QString &step) { m_step = step; }
    [[nodiscard]] const QList<Slow> &slow() const { return m_slow; }
    /// A list of {step, receiver, event, ms}.
    [[nodiscard]] QByteArray report() const;

private:
    QString m_step;
    int m_depth = 0;
    QList<Slow> m_slow;
};

} // namespace Sandglass
