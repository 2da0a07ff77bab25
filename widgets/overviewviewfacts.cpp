// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/overviewviewfacts.h>
#include <widgets/statemark.h>
#include <widgets/theme.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int rowHeight = 20;
constexpr int columnGap = 12;
constexpr int markOffset = 18;
constexpr int copySize = 20;
constexpr int longestLabel = 110;
constexpr int twoColumnsFrom = 520;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

OverviewViewFacts::OverviewViewFacts(QWidget *parent)
    : QWidget(parent),
      m_copy(new QToolButton(this))
{
    setAccessibleName(tr("Details"));
    m_copy->setIcon(themedIcon(u"copy"));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the whole id"));
    m_copy->setAccessibleName(tr("Copy id"));
    m_copy->hide();
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyIdRequested(m_facts.id); });
}

void OverviewViewFacts::setFacts(const OverviewFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    makeRows();
    measure();
    QStringList spoken;
    for (const Row &row : std::as_const(m_rows))
        spoken.append((row.label + u' ' + row.value).trimmed());
    setAccessibleDescription(spoken.join(u", "_s));
    update();
}

void OverviewViewFacts::makeRows()
{
    m_rows.clear();
    m_idRow = -1;
    add({}, m_facts.dated, {}, Look::Dated);
    add(tr("State"), m_facts.stateText, {}, Look::State);
    if (!m_facts.id.isEmpty())
        m_idRow = int(m_rows.size());
    add(tr("Id"), m_facts.id, {}, Look::Mono);
    add(tr("Template"), m_facts.templateName);
    add(tr("Created"), m_facts.created, m_facts.createdExact);
    add(tr("Ends"), joined({m_facts.ends, m_facts.onTimeout}), m_facts.endsExact);
    //: the size of a sandbox's disk
    const QString disk = m_facts.disk.isEmpty() ? QString() : tr("%1 disk").arg(m_facts.disk);
    add(tr("Size"), joined({m_facts.cpu, m_facts.memory, disk}));
    add(tr("envd"), m_facts.envdVersion);
    for (const auto &[key, value] : std::as_const(m_facts.metadata))
        m_rows.append({key, value, key + u'=' + value, Look::Text});
}

void OverviewViewFacts::add(const QString &label, const QString &value, const QString &exact,
                            Look look)
{
    if (!value.isEmpty())
        m_rows.append({label, value, exact, look});
}

void OverviewViewFacts::measure()
{
    const QFontMetrics metrics(fontFor(FontStep::Small, font()));
    m_labelWidth = 0;
    for (const Row &row : std::as_const(m_rows))
        m_labelWidth = std::max(m_labelWidth, metrics.horizontalAdvance(row.label) + 1);
    m_labelWidth = std::min(m_labelWidth, scaledHeight(longestLabel, fontMetrics())) + columnGap;
    m_copy->setVisible(m_idRow >= 0);
    if (m_idRow >= 0) {
        // Right behind the id, or at the edge where that is too long.
        const QRect value = valueRect(m_idRow);
        const QFontMetrics mono(fontFor(FontStep::CodeSmall, font()));
        const int text = std::min(value.width(), mono.horizontalAdvance(m_facts.id));
        QRect button(value.left() + text + 4, value.top(), copySize, value.height());
        m_copy->setGeometry(style()->visualRect(layoutDirection(), rect(), button));
    }
}

QSize OverviewViewFacts::sizeHint() const
{
    return {260, heightForWidth(260)};
}

int OverviewViewFacts::columnsAt(int width) const
{
    return width >= scaledHeight(twoColumnsFrom, fontMetrics()) ? 2 : 1;
}

int OverviewViewFacts::heightForWidth(int width) const
{
    const int columns = columnsAt(width);
    const int rows = (int(m_rows.size()) + columns - 1) / columns;
    return rows * scaledHeight(rowHeight, fontMetrics());
}

QRect OverviewViewFacts::rowRect(int row) const
{
    const int height = scaledHeight(rowHeight, fontMetrics());
    const int columns = columnsAt(width());
    const int perColumn = std::max(1, (int(m_rows.size()) + columns - 1) / columns);
    const int wide = (width() - (columns - 1) * columnGap) / columns;
    return {row / perColumn * (wide + columnGap), row % perColumn * height, wide, height};
}

int OverviewViewFacts::rowAt(QPoint position) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (rowRect(row).contains(position))
            return row;
    }
    return -1;
}

QRect OverviewViewFacts::valueRect(int row) const
{
    QRect rect = rowRect(row);
    const Look look = m_rows.at(row).look;
    if (look != Look::Dated)
        rect.setLeft(rect.left() + m_labelWidth + (look == Look::State ? markOffset : 0));
    if (row == m_idRow)
        rect.setRight(rect.right() - copySize - 4);
    return rect;
}

QFont OverviewViewFacts::valueFont(const Row &row) const
{
    return fontFor(row.look == Look::Mono ? FontStep::CodeSmall : FontStep::Body, font());
}

void OverviewViewFacts::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QFont small = fontFor(FontStep::Small, font());
    const auto visual = [this](const QRect &box) {
        return style()->visualRect(layoutDirection(), rect(), box);
    };
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        const auto draw = [&](const QRect &box, const QString &text, Qt::TextElideMode elide) {
            painter.drawText(visual(box), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(text, elide, box.width()));
        };
        QRect label = rowRect(i);
        label.setWidth(m_labelWidth - columnGap);
        painter.setFont(small);
        painter.setPen(theme.color(ThemeRole::TextMuted));
        draw(label, row.label, Qt::ElideRight);
        if (row.look == Look::State) {
            const QRect mark(label.left() + m_labelWidth - 3, label.top(), 16, label.height());
            paintStateMark(&painter, visual(mark), m_facts.state, theme);
        }
        painter.setFont(valueFont(row));
        painter.setPen(theme.color(row.look == Look::Dated ? ThemeRole::Warn : ThemeRole::Text));
        draw(valueRect(i), row.value, row.look == Look::Mono ? Qt::ElideMiddle : Qt::ElideRight);
    }
}

QString OverviewViewFacts::toolTipOf(int row) const
{
    const Row &fact = m_rows.at(row);
    const QFontMetrics metrics(valueFont(fact));
    const QFontMetrics labels(fontFor(FontStep::Small, font()));
    const bool cut = metrics.horizontalAdvance(fact.value) > valueRect(row).width() ||
                     labels.horizontalAdvance(fact.label) > m_labelWidth - columnGap;
    if (fact.look == Look::Text && !fact.exact.isEmpty() &&
        (cut || fact.exact != fact.label + u'=' + fact.value))
        return fact.exact;
    return cut ? fact.value : QString();
}

bool OverviewViewFacts::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<const QHelpEvent *>(event);
    const int row = rowAt(
        style()->visualRect(layoutDirection(), rect(), QRect(help->pos(), QSize(1, 1))).topLeft());
    QToolTip::showText(help->globalPos(), row < 0 ? QString() : toolTipText(toolTipOf(row)), this,
                       row < 0 ? QRect() : rowRect(row));
    return true;
}

void OverviewViewFacts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    measure();
}

void OverviewViewFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
    update();
}

OverviewViewNotice::OverviewViewNotice(QWidget *parent) : QWidget(parent) {}

void OverviewViewNotice::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(toolTipText(text));
    update();
}

void OverviewViewNotice::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), badgeRadius, theme.color(ThemeRole::Base),
                 theme.color(ThemeRole::Line));
    const auto visual = [this](const QRect &box) {
        return style()->visualRect(layoutDirection(), rect(), box);
    };
    paintIcon(&painter, visual(QRect(10, 0, 16, height())), u"info", 16,
              theme.color(ThemeRole::TextMuted));
    const QRect text = rect().adjusted(36, 0, -10, 0);
    painter.setFont(fontFor(FontStep::Body, font()));
    painter.setPen(theme.color(ThemeRole::Text));
    painter.drawText(visual(text), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, text.width()));
}

} // namespace Sandglass
