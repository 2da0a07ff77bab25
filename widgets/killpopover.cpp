// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/killpopover.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int cardWidth = 400;
constexpr int mostNames = 9;
} // namespace

KillPopover::KillPopover(QWidget *window)
    : Popover(window),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Text, card())),
      m_facts(new QGridLayout),
      m_cancel(new QPushButton(tr("Cancel"), card())),
      m_kill(new QPushButton(tr("Kill"), card()))
{
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title->setElideMode(Qt::ElideRight);
    column->addWidget(m_title);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);
    column->addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_kill);
    column->addLayout(buttons);
    card()->setFixedWidth(cardWidth);
    setButtonKind(m_kill, ButtonKind::DangerFilled);
    setAccessibleName(tr("Confirm the kill"));
    connect(m_cancel, &QPushButton::clicked, this, &KillPopover::close);
    connect(m_kill, &QPushButton::clicked, this, &KillPopover::confirm);
}

void KillPopover::ask(const QList<KillSubject> &subjects, const QRect &anchor)
{
    if (subjects.isEmpty())
        return;
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_keys.clear();
    for (const KillSubject &subject : subjects)
        m_keys.append(subject.key);
    if (subjects.size() == 1)
        showOne(subjects.first());
    else
        showSeveral(subjects);
    setAccessibleDescription(m_title->text());
    openAt(anchor, m_cancel);
}

void KillPopover::showOne(const KillSubject &subject)
{
    m_title->setText(tr("Kill %1?").arg(subject.name));
    m_kill->setText(tr("Kill"));
    addRow(tr("Age"), subject.age);
    addRow(tr("Template"), subject.templateName);
    addRow(tr("Connection"), subject.connection);
    addRow(tr("After this"), tr("Gone for good, with all files in it."));
}

void KillPopover::showSeveral(const QList<KillSubject> &subjects)
{
    const int count = int(subjects.size());
    m_title->setText(tr("Kill %n sandboxes?", nullptr, count));
    m_kill->setText(tr("Kill %n", "button: kill that many sandboxes", count));
    for (int row = 0; row < std::min(count, mostNames); ++row) {
        const KillSubject &subject = subjects.at(row);
        addRow(subject.name, tr("%1, %2", "age, connection").arg(subject.age, subject.connection));
    }
    if (count > mostNames)
        addRow(QString(), tr("and %n more", nullptr, count - mostNames));
    addRow(tr("After this"), tr("All of them are gone for good, with their files."));
}

void KillPopover::addRow(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    auto *nameLabel = new Label(name, FontStep::Body, ThemeRole::TextMuted, card());
    auto *valueLabel = new Label(value, FontStep::Body, ThemeRole::Text, card());
    nameLabel->setElideMode(Qt::ElideRight);
    nameLabel->setMaximumWidth(cardWidth / 2);
    valueLabel->setElideMode(Qt::ElideRight);
    m_facts->addWidget(nameLabel, row, 0);
    m_facts->addWidget(valueLabel, row, 1);
}

void KillPopover::confirm()
{
    const QStringList keys = m_keys;
    close();
    Q_EMIT confirmed(keys);
}

void KillPopover::keyPressEvent(QKeyEvent *event)
{
    // Enter reaches this only because no button takes it; on Cancel it does what people mean by it.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_cancel->hasFocus())
        close();
    else
        Popover::keyPressEvent(event);
}

} // namespace Sandglass
