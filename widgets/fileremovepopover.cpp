// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fileremovepopover.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int cardWidth = 380;
constexpr int mostNames = 6;
} // namespace

FileRemovePopover::FileRemovePopover(QWidget *window)
    : Popover(window),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Text, card())),
      m_facts(new QGridLayout),
      m_cancel(new QPushButton(tr("Cancel"), card())),
      m_remove(new QPushButton(tr("Remove"), card()))
{
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title->setElideMode(Qt::ElideMiddle);
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
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
    setButtonKind(m_remove, ButtonKind::DangerFilled);
    setAccessibleName(tr("Confirm the removal"));
    connect(m_cancel, &QPushButton::clicked, this, &FileRemovePopover::close);
    connect(m_remove, &QPushButton::clicked, this, &FileRemovePopover::confirm);
}

void FileRemovePopover::ask(const QList<FileRemoval> &files, const QRect &anchor)
{
    if (files.isEmpty())
        return;
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_paths.clear();
    for (const FileRemoval &file : files)
        m_paths.append(file.path);
    if (files.size() == 1)
        showOne(files.first());
    else
        showSeveral(files);
    // In a narrow dock it may be wider than the dock, never than the window.
    card()->setFixedWidth(std::min(cardWidth, window()->width() - 32));
    setAccessibleDescription(m_title->text());
    openAt(anchor, m_cancel);
}

void FileRemovePopover::showOne(const FileRemoval &file)
{
    m_title->setText(tr("Remove %1?").arg(file.name));
    m_remove->setText(tr("Remove"));
    addRow(tr("Path"), file.shownPath, Qt::ElideLeft);
    addRow(tr("Size"), file.size, Qt::ElideRight);
    addRow(tr("After this"),
           file.isFolder ? tr("Gone for good, with all that is in it.") : tr("Gone for good."),
           Qt::ElideRight);
}

void FileRemovePopover::showSeveral(const QList<FileRemoval> &files)
{
    const int count = int(files.size());
    m_title->setText(tr("Remove %n items?", nullptr, count));
    m_remove->setText(tr("Remove %n", "button: remove that many items", count));
    for (int row = 0; row < std::min(count, mostNames); ++row) {
        const FileRemoval &file = files.at(row);
        addRow(file.name, file.isFolder ? tr("folder, with all that is in it") : file.size,
               Qt::ElideRight);
    }
    if (count > mostNames)
        addRow(QString(), tr("and %n more", nullptr, count - mostNames), Qt::ElideRight);
    addRow(tr("After this"), tr("All of them are gone for good."), Qt::ElideRight);
}

void FileRemovePopover::addRow(const QString &name, const QString &value, Qt::TextElideMode elide)
{
    if (value.isEmpty() && name.isEmpty())
        return;
    if (value.isEmpty() && m_paths.size() == 1)
        return;
    const int row = m_facts->rowCount();
    auto *nameLabel = new Label(name, FontStep::Body, ThemeRole::TextMuted, card());
    auto *valueLabel = new Label(value, FontStep::Body, ThemeRole::Text, card());
    nameLabel->setElideMode(Qt::ElideRight);
    nameLabel->setMaximumWidth(cardWidth / 2);
    valueLabel->setElideMode(elide);
    m_facts->addWidget(nameLabel, row, 0);
    m_facts->addWidget(valueLabel, row, 1);
}

void FileRemovePopover::confirm()
{
    const QList<QByteArray> paths = m_paths;
    close();
    Q_EMIT confirmed(paths);
}

void FileRemovePopover::keyPressEvent(QKeyEvent *event)
{
    // Enter reaches this only because no button takes it; on Cancel it does what people mean by it.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_cancel->hasFocus())
        close();
    else
        Popover::keyPressEvent(event);
}

} // namespace Sandglass
