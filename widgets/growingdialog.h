// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

namespace Sandglass {

/// A dialog that becomes higher when its content needs it (a message appears, a row is added), so
/// that nothing is ever squeezed; people may still make it larger, and it never shrinks by itself.
class GrowingDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GrowingDialog)

public:
    explicit GrowingDialog(QWidget *parent = nullptr);
    ~GrowingDialog() override;

protected:
    bool event(QEvent *event) override;
    /// Switches widgets off without handing their focus to whatever comes next, and gives it back
    /// with them.
    void setWidgetsEnabled(const QList<QWidget *> &widgets, bool enabled);

private:
    QPointer<QWidget> m_focusBefore;
};

} // namespace Sandglass
