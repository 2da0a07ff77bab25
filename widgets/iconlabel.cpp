// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/iconlabel.h>
#include <widgets/icons.h>
#include <widgets/statemark.h>

#include <QtGui/QPainter>

namespace Sandglass {

IconLabel::IconLabel(const QString &name, ThemeRole role, int size, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_role(role),
      m_size(size)
{
    setFixedSize(size, size);
}

IconLabel::IconLabel(FleetState state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setFixedSize(m_size, m_size);
}

void IconLabel::setIcon(const QString &name, ThemeRole role)
{
    m_state.reset();
    m_name = name;
    m_role = role;
    update();
}

void IconLabel::setState(FleetState state)
{
    m_state = state;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_state)
        paintStateMark(&painter, rect(), *m_state, theme);
    else if (!m_name.isEmpty())
        paintIcon(&painter, rect(), m_name, m_size,
                  theme.color(isEnabled() ? m_role : ThemeRole::TextDisabled));
}

} // namespace Sandglass
