// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Sandglass {

/// The line under a driven screen that says how to get out. It lies on the canvas, so it is dark in
/// both themes; clicks go through it.
class DesktopHint final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopHint)

public:
    explicit DesktopHint(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sandglass
