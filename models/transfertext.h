// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/transferitem.h>

#include <QCoreApplication>
#include <QLocale>

namespace Sandglass {

/// What is known of a transfer's pace.
struct TransferPace {
    std::optional<double> rate; ///< bytes a second
    std::optional<int> secondsLeft;
    int secondsStill = 0; ///< nothing has moved for so long
};

/// What is written about transfers.
class TransferText final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::TransferText)

public:
    explicit TransferText(const QLocale &locale) : m_locale(locale) {}

    /// "12.4 of 50 MiB"; "12.4 MiB" while the total is unknown.
    [[nodiscard]] QString amount(qint64 done, qint64 total) const;
    [[nodiscard]] QString rate(double bytesPerSecond) const; ///< "38 MiB/s"
    /// "12.4 of 50 MiB · 38 MiB/s · 1s left"
    [[nodiscard]] QString progress(qint64 done, qint64 total, const TransferPace &pace) const;
    /// What the row says beside the name, in any state.
    [[nodiscard]] QString status(const TransferItem &item, const TransferPace &pace) const;
    [[nodiscard]] QString accessible(const TransferItem &item, const TransferPace &pace) const;
    [[nodiscard]] QString summary(const TransferSummary &summary) const;
    /// The same without how far they are, for where there is little room: "3 transfers · 1 failed".
    [[nodiscard]] QString shortSummary(const TransferSummary &summary) const;

private:
    QLocale m_locale;
};

} // namespace Sandglass
