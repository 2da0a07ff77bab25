// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QGridLayout;
class QModelIndex;
class QToolButton;

namespace Sandglass {

class IconLabel;
class Label;
class TransferBar;

/// One transfer in the strip: direction, name, how far it is, and what can be done about it.
class TransferRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferRow)

public:
    explicit TransferRow(QWidget *parent);

    /// Takes what a row of TransfersModel says.
    void setTransfer(const QModelIndex &index);
    /// Two lines instead of one.
    void setCompact(bool compact);
    [[nodiscard]] quint64 id() const { return m_id; }

Q_SIGNALS:
    void cancelRequested(quint64 id);
    void retryRequested(quint64 id);
    void revealRequested(quint64 id);
    void dismissRequested(quint64 id);

private:
    void arrange();

    quint64 m_id = 0;
    bool m_isOver = false;
    bool m_isCompact = false;
    QGridLayout *m_grid;
    IconLabel *m_icon;
    Label *m_name;
    TransferBar *m_bar;
    Label *m_status;
    QToolButton *m_reveal;
    QToolButton *m_retry;
    QToolButton *m_close;
};

} // namespace Sandglass
