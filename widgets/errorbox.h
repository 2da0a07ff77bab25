// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QLineEdit;

namespace Sandglass {

class Label;

/// What went wrong, at the place where it was asked for: a title, what it means, and where one
/// helps, a command to copy. Plain text of any length; grows downwards.
class ErrorBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorBox)

public:
    explicit ErrorBox(QWidget *parent = nullptr);

    void setText(const QString &title, const QString &detail, const QString &command = {});
    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Label *m_title;
    Label *m_detail;
    QWidget *m_commandRow;
    QLineEdit *m_command;
};

} // namespace Sandglass
