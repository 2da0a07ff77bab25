// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/connectionparts.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

using Role = ThemeRole;

class Swatch final : public QAbstractButton
{
public:
    Swatch(int role, const QString &name, QWidget *parent) : QAbstractButton(parent), m_role(role)
    {
        setCheckable(true);
        setToolTip(name);
        setAccessibleName(name);
        setFocusPolicy(Qt::StrongFocus);
        setFixedSize(26, 26);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const Role border = isChecked() ? Role::Text : underMouse() ? Role::LineStrong : Role::Line;
        paintRounded(&painter, rect(), controlRadius,
                     theme.color(isChecked() ? Role::Raised : Role::Window), theme.color(border));
        paintRounded(&painter, rect().adjusted(8, 5, -8, -5), 1, theme.connectionBar(m_role),
                     QColor());
    }

private:
    int m_role;
};

Role roleOf(ConnectionCheck::State state)
{
    switch (state) {
    case ConnectionCheck::State::Works:
        return Role::Ok;
    case ConnectionCheck::State::Failed:
        return Role::Danger;
    case ConnectionCheck::State::Missing:
        return Role::Warn;
    case ConnectionCheck::State::Waiting:
    case ConnectionCheck::State::Running:
        break;
    }
    return Role::TextMuted;
}

IconLabel *makeMark(ConnectionCheck::State state, QWidget *parent)
{
    switch (state) {
    case ConnectionCheck::State::Works:
        return new IconLabel(u"check"_s, roleOf(state), 16, parent);
    case ConnectionCheck::State::Failed:
        return new IconLabel(u"cross"_s, roleOf(state), 16, parent);
    case ConnectionCheck::State::Missing:
        return new IconLabel(u"risk"_s, roleOf(state), 16, parent);
    case ConnectionCheck::State::Running:
        return new IconLabel(FleetState::Starting, parent);
    case ConnectionCheck::State::Waiting:
        break;
    }
    return new IconLabel(FleetState::Unknown, parent);
}

QString wordOf(const ConnectionCheck &check)
{
    if (!check.detail.isEmpty())
        return check.detail;
    switch (check.state) {
    case ConnectionCheck::State::Works:
        return CheckList::tr("works");
    case ConnectionCheck::State::Missing:
        return CheckList::tr("not offered");
    case ConnectionCheck::State::Failed:
        return CheckList::tr("failed");
    case ConnectionCheck::State::Running:
        return CheckList::tr("asking…");
    case ConnectionCheck::State::Waiting:
        break;
    }
    return CheckList::tr("not asked yet");
}

} // namespace

ColorChooser::ColorChooser(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QStringList names{tr("Purple"), tr("Blue"), tr("Grey"), tr("Olive or yellow")};
    for (int role = 0; role < connectionColorCount; ++role) {
        auto *swatch = new Swatch(role, names.at(role), this);
        m_group->addButton(swatch, role);
        row->addWidget(swatch);
    }
    row->addStretch(1);
    setColorRole(0);
    setFocusProxy(m_group->button(0));
}

void ColorChooser::setColorRole(int role)
{
    m_group->button(((role % connectionColorCount) + connectionColorCount) % connectionColorCount)
        ->setChecked(true);
}

int ColorChooser::colorRole() const
{
    return m_group->checkedId();
}

CheckList::CheckList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(2, 1);
}

void CheckList::setChecks(const QList<ConnectionCheck> &checks)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < checks.size(); ++row) {
        const ConnectionCheck &check = checks.at(row);
        auto *name = new Label(check.name, FontStep::BodyMedium, Role::Text, this);
        auto *word = new Label(wordOf(check), FontStep::Body, roleOf(check.state), this);
        word->setWordWrap(true);
        word->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *latency = new Label(check.latency, FontStep::Small, Role::TextMuted, this);
        m_grid->addWidget(makeMark(check.state, this), row, 0, Qt::AlignTop);
        m_grid->addWidget(name, row, 1, Qt::AlignTop);
        m_grid->addWidget(word, row, 2);
        m_grid->addWidget(latency, row, 3, Qt::AlignTop);
    }
}

} // namespace Sandglass
