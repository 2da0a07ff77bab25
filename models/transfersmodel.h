// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/clock.h>
#include <models/transferrate.h>
#include <models/transfertext.h>

#include <QAbstractListModel>
#include <QTimer>

#include <vector>

namespace Sandglass {

enum TransferRole {
    TransferIdRole = Qt::UserRole + 1, ///< quint64
    TransferDirectionRole,             ///< int of TransferDirection
    TransferStateRole,                 ///< int of TransferState
    TransferDoneRole,                  ///< qint64, bytes
    TransferTotalRole,                 ///< qint64, -1 unknown
    TransferRateRole,                  ///< double, bytes a second; invalid while not known
    TransferSecondsLeftRole,           ///< int; invalid while not known
    TransferStatusRole,                ///< QString, what the row says beside the name
};

/// Files on their way between this computer and a sandbox, oldest first. Whoever moves them tells
/// it what happens; it works out rates and times and puts them in words. Unknown ids are ignored:
/// a row may have been cleared away meanwhile.
class TransfersModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransfersModel)

public:
    explicit TransfersModel(QObject *parent = nullptr);

    void setClock(Clock clock);
    void setLocale(const QLocale &locale);

    /// A new row; the same id again starts it over in its place (Try again).
    void add(const TransferItem &item);
    void start(quint64 id);
    /// Starts a waiting one. `total` is -1 while it is unknown.
    void progress(quint64 id, qint64 done, qint64 total);
    /// `remark` is shown with it; may be empty.
    void finish(quint64 id, qint64 bytes, const QString &place, const QString &remark = {});
    void fail(quint64 id, const QString &words);
    void cancel(quint64 id);
    void remove(quint64 id);
    /// Clears away what is over: done, failed, cancelled.
    void removeEnded();

    /// Null when there is none.
    [[nodiscard]] const TransferItem *find(quint64 id) const;
    [[nodiscard]] QModelIndex indexOf(quint64 id) const;
    [[nodiscard]] TransferSummary summary() const;
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QString shortSummaryText() const; ///< how many, and how many failed
    /// Renews what the time changes. The model's own timer calls it; a test does, too.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

private:
    struct Row {
        TransferItem item;
        TransferRate rate;
    };

    [[nodiscard]] int rowOf(quint64 id) const;
    [[nodiscard]] TransferPace paceOf(const Row &row) const;
    void end(quint64 id, TransferState state, const QString &words);
    void announce(int row);
    [[nodiscard]] QVariant paceData(const Row &row, int role) const;

    std::vector<Row> m_rows;
    Clock m_clock;
    QLocale m_locale;
    QTimer m_timer; ///< runs while a transfer does
};

} // namespace Sandglass
