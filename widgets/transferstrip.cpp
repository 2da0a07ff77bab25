// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/transfersmodel.h>
#include <widgets/cards.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>
#include <widgets/transferbar.h>
#include <widgets/transferrow.h>
#include <widgets/transferstrip.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

TransferStrip::TransferStrip(TransfersModel &transfers, QWidget *parent)
    : QWidget(parent),
      m_transfers(transfers),
      m_head(new QWidget(this)),
      m_fold(new QToolButton(m_head)),
      m_summary(new Label(FontStep::Body, ThemeRole::Text, m_head)),
      m_bar(new TransferBar(m_head)),
      m_cancelAll(new QPushButton(tr("Cancel all"), m_head)),
      m_clear(new QPushButton(tr("Clear"), m_head)),
      m_scroll(new QScrollArea(this)),
      m_more(new Label(FontStep::Small, ThemeRole::TextMuted, this))
{
    setAccessibleName(tr("Transfers"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 1, 0, 0);
    outer->setSpacing(0);
    buildHead();
    outer->addWidget(m_head);
    auto *rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_more->setContentsMargins(34, 4, 10, 6);
    m_column->addWidget(m_more);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(m_scroll);
    connect(&transfers, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                renew(first.row(), last.row());
            });
    const auto follow = [this](const QModelIndex &, int first) { rebuild(first); };
    connect(&transfers, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&transfers, &QAbstractItemModel::rowsRemoved, this, follow);
    m_arranging.setSingleShot(true);
    m_arranging.callOnTimeout(this, &TransferStrip::arrange);
    rebuild(0);
}

void TransferStrip::buildHead()
{
    m_fold->setAutoRaise(true);
    m_summary->setElideMode(Qt::ElideRight);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setFixedWidth(160);
    setButtonKind(m_cancelAll, ButtonKind::Link);
    setButtonKind(m_clear, ButtonKind::Link);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(6, 2, 8, 2);
    row->setSpacing(6);
    row->addWidget(m_fold);
    row->addWidget(m_summary, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancelAll);
    row->addWidget(m_clear);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    connect(m_cancelAll, &QPushButton::clicked, this, &TransferStrip::cancelAll);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_transfers.removeEnded(); });
}

TransferRow *TransferStrip::makeRow()
{
    auto *row = new TransferRow(m_scroll->widget());
    row->setCompact(m_isCompact);
    connect(row, &TransferRow::cancelRequested, this, &TransferStrip::cancelRequested);
    connect(row, &TransferRow::retryRequested, this, &TransferStrip::retryRequested);
    connect(row, &TransferRow::revealRequested, this, &TransferStrip::revealRequested);
    connect(
        row, &TransferRow::dismissRequested, this, [this](quint64 id) { m_transfers.remove(id); },
        Qt::QueuedConnection);
    m_column->insertWidget(m_column->count() - 1, row);
    row->show(); // its layout would do so later, and later is too late for its height
    return row;
}

void TransferStrip::rebuild(int first)
{
    const int count = std::min(m_transfers.rowCount(), mostRows);
    while (m_rows.size() > count) {
        TransferRow *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < count)
        m_rows.append(makeRow());
    if (m_transfers.rowCount() == 0)
        m_folded.reset(); // what comes next is another matter
    for (int row = first; row < count; ++row)
        m_rows.at(row)->setTransfer(m_transfers.index(row));
    // A folder may bring thousands: they are summed up together.
    if (m_transfers.rowCount() > mostRows)
        m_arranging.start();
    else
        arrange();
}

void TransferStrip::renew(int first, int last)
{
    for (int row = first; row <= std::min(last, int(m_rows.size()) - 1); ++row)
        m_rows.at(row)->setTransfer(m_transfers.index(row));
    renewHead();
}

void TransferStrip::renewHead()
{
    const TransferSummary summary = m_transfers.summary();
    // The rows of a dock say how far each is; the head has no room for it.
    m_summary->setText(m_isCompact ? m_transfers.shortSummaryText() : m_transfers.summaryText());
    m_summary->setToolTip(m_isCompact ? m_transfers.summaryText() : QString());
    m_bar->setProgress(summary.done, summary.total);
    m_bar->setVisible(!m_isCompact && summary.active > 0 && summary.total > 0);
    m_cancelAll->setVisible(summary.active > 0);
    // A dock has room for one of them.
    m_clear->setVisible(summary.ended > 0 && (!m_isCompact || summary.active == 0));
    m_clear->setToolTip(tr("Clear away what is over"));
}

bool TransferStrip::isFolded() const
{
    return m_folded.value_or(m_transfers.rowCount() > mostUnfolded);
}

void TransferStrip::setFolded(bool folded)
{
    m_folded = folded;
    arrange();
}

void TransferStrip::setCompact(bool compact)
{
    m_isCompact = compact;
    for (TransferRow *row : std::as_const(m_rows))
        row->setCompact(compact);
    arrange();
}

void TransferStrip::arrange()
{
    renewHead();
    const int count = m_transfers.rowCount();
    const bool hasHead = count > 1;
    const bool isOpen = !hasHead || !isFolded();
    setVisible(count > 0);
    m_head->setVisible(hasHead);
    m_scroll->setVisible(isOpen);
    m_fold->setIcon(themedIcon(isOpen ? u"chevron-down" : u"chevron-right"));
    const QString what = isOpen ? tr("Fold the transfers away") : tr("Show every transfer");
    m_fold->setToolTip(what);
    m_fold->setAccessibleName(what);
    const int hidden = count - int(m_rows.size());
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("and %n more", nullptr, hidden));
    if (m_rows.isEmpty())
        return;
    const int shown = std::min<int>(int(m_rows.size()), mostUnfolded);
    int height = hidden > 0 ? m_more->sizeHint().height() / 2 : 0; // half a line: there is more
    for (int row = 0; row < shown; ++row)
        height += m_rows.at(row)->minimumHeight();
    m_scroll->setFixedHeight(height);
}

void TransferStrip::cancelAll()
{
    QList<quint64> active;
    for (int row = 0; row < m_transfers.rowCount(); ++row) {
        const QModelIndex index = m_transfers.index(row);
        const auto state = TransferState(index.data(TransferStateRole).toInt());
        if (state == TransferState::Waiting || state == TransferState::Running)
            active.append(index.data(TransferIdRole).toULongLong());
    }
    for (const quint64 id : active)
        Q_EMIT cancelRequested(id);
}

void TransferStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::TopEdge, theme.color(ThemeRole::Line));
}

} // namespace Sandglass
