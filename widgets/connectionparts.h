// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/connectiondialog.h>

#include <QtCore/QList>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QWidget>

class QButtonGroup;
class QGridLayout;

namespace Sandglass {

/// One of the four colours that tell connections apart.
class ColorChooser final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColorChooser)

public:
    explicit ColorChooser(QWidget *parent = nullptr);

    void setColorRole(int role);
    [[nodiscard]] int colorRole() const;

private:
    QButtonGroup *m_group;
};

/// The lines of a connection test: mark, name, what was found, time.
class CheckList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckList)

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setChecks(const QList<ConnectionCheck> &checks);

private:
    QGridLayout *m_grid;
};

} // namespace Sandglass
