// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Sandglass {

/// How much of something is done, as a thin bar; the numbers stand beside it.
class TransferBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferBar)

public:
    explicit TransferBar(QWidget *parent);

    /// An unknown total (-1) leaves it empty.
    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] double fraction() const { return m_fraction; }
    [[nodiscard]] QSize sizeHint() const override { return {160, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_fraction = 0;
};

} // namespace Sandglass
