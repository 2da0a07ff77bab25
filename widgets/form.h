// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QGridLayout;

namespace Sandglass {

class Label;

/// One row of a Form: the field, and what is said about it right below: a hint, or why its value is
/// refused.
class FormRow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormRow)

public:
    FormRow(Label *name, QWidget *field, Label *message, QObject *parent);

    void setHint(const QString &text);
    /// Replaces the hint and gives the field a danger border; empty brings the hint back.
    void setError(const QString &text);
    /// Replaces the hint; the value is taken nevertheless.
    void setWarning(const QString &text);
    [[nodiscard]] QString error() const { return m_error; }
    void setVisible(bool visible);

private:
    void apply();

    Label *m_name;
    QWidget *m_field;
    Label *m_message;
    QString m_hint;
    QString m_error;
    QString m_warning;
};

/// Names at the start, fields behind them on one line, messages below their fields.
class Form final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Form)

public:
    explicit Form(QWidget *parent = nullptr);

    /// The form owns field and row. The name is the field's accessible name and, with &, leads to
    /// it.
    FormRow *addRow(const QString &name, QWidget *field, const QString &hint = {});

private:
    QGridLayout *m_grid;
};

} // namespace Sandglass
