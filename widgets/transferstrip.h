// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace Sandglass {

class Label;
class TransferBar;
class TransferRow;
class TransfersModel;

/// The transfers of a sandbox, below its files: nothing while there are none, a row for each, and
/// from two on a line that takes them together and folds them away.
class TransferStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferStrip)

public:
    /// Rows are folded away by themselves when there are more than this.
    static constexpr int mostUnfolded = 4;
    /// More rows than this are counted, not shown: each is a widget.
    static constexpr int mostRows = 100;

    /// The model is borrowed. Rows that are over are cleared from it here.
    TransferStrip(TransfersModel &transfers, QWidget *parent = nullptr);

    void setCompact(bool compact);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;

Q_SIGNALS:
    void cancelRequested(quint64 transfer);
    void retryRequested(quint64 transfer);
    void revealRequested(quint64 transfer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead();
    void rebuild(int first);
    void renew(int first, int last);
    void renewHead();
    void arrange();
    void cancelAll();
    TransferRow *makeRow();

    TransfersModel &m_transfers;
    QWidget *m_head;
    QToolButton *m_fold;
    Label *m_summary;
    TransferBar *m_bar;
    QPushButton *m_cancelAll;
    QPushButton *m_clear;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    Label *m_more;
    QTimer m_arranging;
    QList<TransferRow *> m_rows;  ///< of the first rows of the model
    std::optional<bool> m_folded; ///< as the user wants it
    bool m_isCompact = false;
};

} // namespace Sandglass
