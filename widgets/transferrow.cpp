// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/transfersmodel.h>
#include <widgets/fonts.h>
#include <widgets/iconlabel.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>
#include <widgets/transferbar.h>
#include <widgets/transferrow.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int nameWidth = 220;
constexpr int barWidth = 160;
constexpr int lineHeight = 30;
constexpr int twoLinesHeight = 46;

QToolButton *makeLink(const QString &text, QStringView icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(text);
    setButtonKind(button, ButtonKind::Link, icon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

TransferRow::TransferRow(QWidget *parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_icon(new IconLabel(u"download"_s, ThemeRole::Text, 16, this)),
      m_name(new Label(FontStep::Body, ThemeRole::Text, this)),
      m_bar(new TransferBar(this)),
      m_status(new Label(FontStep::Small, ThemeRole::TextMuted, this)),
      m_reveal(makeLink(tr("Show in folder"), u"files", this)),
      m_retry(makeLink(tr("Try again"), u"refresh", this)),
      m_close(new QToolButton(this))
{
    m_name->setElideMode(Qt::ElideMiddle);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(u"close"));
    connect(m_reveal, &QToolButton::clicked, this, [this] { Q_EMIT revealRequested(m_id); });
    connect(m_retry, &QToolButton::clicked, this, [this] { Q_EMIT retryRequested(m_id); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (m_isOver)
            Q_EMIT dismissRequested(m_id);
        else
            Q_EMIT cancelRequested(m_id);
    });
    arrange();
}

void TransferRow::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_grid->setContentsMargins(10, 2, 4, 2);
    m_grid->setHorizontalSpacing(m_isCompact ? 4 : 8);
    m_grid->setVerticalSpacing(0);
    for (QToolButton *button : {m_reveal, m_retry})
        button->setToolButtonStyle(m_isCompact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    // One line: icon, name, bar, status, what can be done. Two: the status has one to itself.
    m_grid->addWidget(m_icon, 0, 0);
    m_grid->addWidget(m_name, 0, 1);
    m_grid->addWidget(m_bar, 0, 2);
    m_grid->addWidget(m_status, m_isCompact ? 1 : 0, m_isCompact ? 1 : 3, 1, m_isCompact ? 6 : 1);
    m_grid->addWidget(m_reveal, 0, 4);
    m_grid->addWidget(m_retry, 0, 5);
    m_grid->addWidget(m_close, 0, 6);
    m_grid->setColumnStretch(1, m_isCompact ? 1 : 0);
    m_grid->setColumnStretch(3, m_isCompact ? 0 : 1);
    m_name->setFixedWidth(m_isCompact ? QWIDGETSIZE_MAX : nameWidth);
    if (m_isCompact) {
        m_name->setMinimumWidth(0);
        m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    // The same in every state: a row that ends moves none of the others.
    setFixedHeight(scaledHeight(m_isCompact ? twoLinesHeight : lineHeight, fontMetrics()));
    m_bar->setFixedWidth(m_isCompact ? barWidth / 4 : barWidth);
}

void TransferRow::setCompact(bool compact)
{
    if (compact == m_isCompact)
        return;
    m_isCompact = compact;
    arrange();
}

void TransferRow::setTransfer(const QModelIndex &index)
{
    m_id = index.data(TransferIdRole).toULongLong();
    const auto state = TransferState(index.data(TransferStateRole).toInt());
    const bool isUpload =
        TransferDirection(index.data(TransferDirectionRole).toInt()) == TransferDirection::Upload;
    m_isOver = state != TransferState::Waiting && state != TransferState::Running;
    const bool hasFailed = state == TransferState::Failed;
    const QString arrow = isUpload ? u"upload"_s : u"download"_s;
    if (state == TransferState::Done)
        m_icon->setIcon(u"check"_s, ThemeRole::Ok);
    else if (hasFailed)
        m_icon->setIcon(u"risk"_s, ThemeRole::Danger);
    else
        m_icon->setIcon(arrow, m_isOver ? ThemeRole::TextMuted : ThemeRole::Text);
    m_name->setText(index.data().toString());
    // Of where it is, the end says more than the way there.
    m_status->setElideMode(state == TransferState::Done ? Qt::ElideMiddle : Qt::ElideRight);
    m_status->setText(index.data(TransferStatusRole).toString());
    m_status->setRole(hasFailed ? ThemeRole::Danger : ThemeRole::TextMuted);
    const qint64 total = index.data(TransferTotalRole).toLongLong();
    m_bar->setVisible(!m_isOver && total > 0);
    m_bar->setProgress(index.data(TransferDoneRole).toLongLong(), total);
    m_reveal->setVisible(state == TransferState::Done);
    m_retry->setVisible(hasFailed || state == TransferState::Cancelled);
    const QString close = m_isOver ? tr("Clear this row") : tr("Cancel");
    m_close->setToolTip(close);
    m_close->setAccessibleName(
        tr("%1: %2", "what the button does, file").arg(close, m_name->text()));
    setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
}

} // namespace Sandglass
