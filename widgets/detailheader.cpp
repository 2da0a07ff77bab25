// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/cards.h>
#include <widgets/detailheader.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>
#include <widgets/statemark.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int leadWidth = 28;

QToolButton *makeButton(QStringView icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize(QSize(14, 14));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DetailHeader::DetailHeader(QWidget *parent)
    : QWidget(parent),
      m_lead(new QWidget(this)),
      m_name(new Label(FontStep::BodyStrong, ThemeRole::Text, this)),
      m_id(new Label(FontStep::CodeSmall, ThemeRole::TextMuted, this)),
      m_copy(makeButton(u"copy", tr("Copy the whole id"), this)),
      m_tabs(new QTabBar(this)),
      m_close(makeButton(u"close", tr("Close the detail"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    m_lead->setFixedWidth(leadWidth);
    row->addWidget(m_lead);
    row->addWidget(m_name);
    row->addWidget(m_id);
    row->addWidget(m_copy);
    row->addSpacing(16);
    row->addWidget(m_tabs, 1, Qt::AlignBottom);
    row->addWidget(m_close);
    m_name->setElideMode(Qt::ElideRight);
    m_name->setMinimumWidth(60);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    setTabHeight(m_tabs, 30);
    m_tabs->setAccessibleName(tr("Parts of the detail"));
    setFixedHeight(scaledHeight(31, fontMetrics()));
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailHeader::tabChosen);
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyIdRequested(m_subject.id); });
    connect(m_close, &QToolButton::clicked, this, &DetailHeader::closeRequested);
}

void DetailHeader::setSubject(const DetailSubject &subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject;
    m_name->setText(subject.name);
    m_id->setText(elidedId(subject.id));
    m_id->setToolTip(subject.id.toHtmlEscaped());
    m_copy->setEnabled(!subject.id.isEmpty());
    m_lead->setToolTip(tr("%1 on %2", "state, connection")
                           .arg(subject.stateText, subject.connection)
                           .toHtmlEscaped());
    setAccessibleName(tr("%1, %2", "name, state").arg(subject.name, subject.stateText));
    update();
}

void DetailHeader::setTabs(const QStringList &names)
{
    const QSignalBlocker quiet(m_tabs);
    const int current = std::max(0, m_tabs->currentIndex());
    m_names = names;
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (const QString &name : names)
        m_tabs->addTab(name);
    m_tabs->setCurrentIndex(std::min(current, int(names.size()) - 1));
}

void DetailHeader::setTabCount(int tab, int count)
{
    if (tab < 0 || tab >= m_names.size())
        return;
    m_tabs->setTabText(tab, count > 0 ? m_names.at(tab) + u"  "_s + locale().toString(count)
                                      : m_names.at(tab));
}

void DetailHeader::setCurrentTab(int tab)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(tab);
}

int DetailHeader::currentTab() const
{
    return m_tabs->currentIndex();
}

void DetailHeader::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, theme.color(ThemeRole::Line));
    const int divider =
        layoutDirection() == Qt::RightToLeft ? m_tabs->geometry().right() + 8 : m_tabs->x() - 8;
    painter.fillRect(QRect(divider, (height() - 20) / 2, 1, 20), theme.color(ThemeRole::Line));
    const QRect lead = m_lead->geometry();
    const QRect bar(lead.left() + 2, lead.center().y() - 6, 3, 14);
    painter.fillRect(QStyle::visualRect(layoutDirection(), lead, bar),
                     theme.connectionBar(m_subject.colorRole));
    const QRect mark(lead.left() + 11, lead.center().y() - 7, 16, 16);
    paintStateMark(&painter, QStyle::visualRect(layoutDirection(), lead, mark), m_subject.state,
                   theme);
}

void DetailHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledHeight(31, fontMetrics()));
}

} // namespace Sandglass
