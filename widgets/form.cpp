// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtWidgets/QGridLayout>

namespace Sandglass {

FormRow::FormRow(Label *name, QWidget *field, Label *message, QObject *parent)
    : QObject(parent),
      m_name(name),
      m_field(field),
      m_message(message)
{
    apply();
}

void FormRow::setHint(const QString &text)
{
    m_hint = text;
    apply();
}

void FormRow::setError(const QString &text)
{
    m_error = text;
    apply();
}

void FormRow::setWarning(const QString &text)
{
    m_warning = text;
    apply();
}

void FormRow::setVisible(bool visible)
{
    m_name->setVisible(visible);
    m_field->setVisible(visible);
    m_message->setVisible(visible && !m_message->text().isEmpty());
}

void FormRow::apply()
{
    const QString text = !m_error.isEmpty() ? m_error : !m_warning.isEmpty() ? m_warning : m_hint;
    m_message->setRole(!m_error.isEmpty()     ? ThemeRole::Danger
                       : !m_warning.isEmpty() ? ThemeRole::Warn
                                              : ThemeRole::TextMuted);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty() && !m_field->isHidden());
    QWidget *border = m_field->focusProxy() ? m_field->focusProxy() : m_field;
    setFieldInvalid(border, !m_error.isEmpty());
    border->setAccessibleDescription(text);
}

Form::Form(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
}

FormRow *Form::addRow(const QString &name, QWidget *field, const QString &hint)
{
    auto *nameLabel = new Label(name, FontStep::Body, ThemeRole::TextMuted, this);
    nameLabel->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    auto *message = new Label(FontStep::Small, ThemeRole::TextMuted, this);
    message->setWordWrap(true);
    QWidget *named = field->focusProxy() ? field->focusProxy() : field;
    field->setAccessibleName(QString(name).remove(u'&'));
    if (named->accessibleName().isEmpty()) // one of several, such as a colour, has its own
        named->setAccessibleName(field->accessibleName());
    const int row = m_grid->rowCount();
    m_grid->addWidget(nameLabel, row, 0, Qt::AlignTop);
    nameLabel->setFixedHeight(scaledHeight(26, fontMetrics()));
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(message, row + 1, 1);
    m_grid->setRowMinimumHeight(row + 2, 6); // between rows
    auto *result = new FormRow(nameLabel, field, message, this);
    result->setHint(hint);
    return result;
}

} // namespace Sandglass
