// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/desktopkeysmenu.h>
#include <widgets/desktoptoolbar.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;
constexpr int leastWidth = 280;
constexpr int leastWords = 100;
constexpr int gap = 4;
constexpr int hairlineGap = 17; ///< with a hairline in it

QToolButton *makeButton(const QString &text, QStringView icon, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DesktopToolBar::DesktopToolBar(QWidget *parent)
    : QWidget(parent),
      m_badge(new Badge(tr("View only"))),
      m_words(new Label(FontStep::Body, ThemeRole::TextMuted)),
      m_screenshot(makeButton(tr("Screenshot"), u"screenshot", Qt::ToolButtonTextBesideIcon)),
      m_screenshotKey(new Badge(tr("F12"), Badge::Kind::KeyHint)),
      m_keys(makeButton(tr("Special keys"), u"keyboard", Qt::ToolButtonIconOnly)),
      m_scale(new QComboBox),
      m_more(makeButton(tr("More"), u"more", Qt::ToolButtonIconOnly)),
      m_stop(new QAction(themedIcon(u"stop"), tr("Stop stream"), this)),
      m_control(makeButton(tr("Take control"), u"control", Qt::ToolButtonTextBesideIcon)),
      m_controlKey(new Badge(tr("C", "a key"), Badge::Kind::KeyHint)),
      m_row(new QHBoxLayout(this)),
      m_room(new QSpacerItem(0, 0))
{
    m_badge->setIcon(u"observe"_s);
    m_badge->setToolTip(tr("No key and no click of yours is sent to this screen"));
    m_words->setElideMode(Qt::ElideRight);
    m_words->setMinimumWidth(leastWords);
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setButtonKind(m_control, ButtonKind::Primary, u"control");
    m_scale->addItems({QString(), tr("100 %")});
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setToolTip(tr("How large the screen is shown, in pixels of this one"));
    m_scale->setFocusPolicy(Qt::TabFocus);
    m_scale->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *menu = new QMenu(m_more);
    menu->addAction(m_stop);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_keys->setEnabled(false);
    m_keys->setToolTip(tr("Special keys: only while you are driving"));
    makeRow();
    setFixedHeight(scaledHeight(barHeight, fontMetrics()));
    connect(m_screenshot, &QToolButton::clicked, this, &DesktopToolBar::screenshotRequested);
    connect(m_control, &QToolButton::clicked, this, &DesktopToolBar::takeControlRequested);
    connect(m_stop, &QAction::triggered, this, &DesktopToolBar::stopStreamRequested);
    connect(m_scale, &QComboBox::activated, this,
            [this](int index) { Q_EMIT scaleChosen(index == 0 ? Scale::Fit : Scale::Native); });
    setScale(Scale::Fit, 100);
    showState();
}

void DesktopToolBar::makeRow()
{
    m_row->setContentsMargins(8, 0, 8, 1);
    m_row->setSpacing(gap);
    m_row->addWidget(m_badge);
    m_row->addSpacing(gap);
    m_row->addWidget(m_words, 1);
    m_row->addItem(m_room);
    m_row->addSpacing(gap);
    m_row->addWidget(m_screenshot);
    m_row->addWidget(m_screenshotKey);
    m_row->addSpacing(hairlineGap - gap);
    m_row->addWidget(m_keys);
    m_row->addWidget(m_scale);
    m_row->addWidget(m_more);
    m_row->addSpacing(hairlineGap - gap);
    m_row->addWidget(m_control);
    m_row->addWidget(m_controlKey);
}

void DesktopToolBar::setScale(Scale scale, int percent)
{
    const bool isKnown = scale == Scale::Fit && m_hasPicture;
    m_scale->setItemText(0, isKnown ? tr("Fit, %1 %").arg(percent) : tr("Fit"));
    m_scale->setCurrentIndex(scale == Scale::Fit ? 0 : 1);
}

void DesktopToolBar::setShown(bool live, bool picture)
{
    m_isLive = live;
    m_hasPicture = picture;
    showState();
}

void DesktopToolBar::setReadOnly(const QString &why)
{
    m_readOnly = why;
    showState();
}

void DesktopToolBar::setStopOffered(bool offered)
{
    m_more->setVisible(offered);
    update();
}

bool DesktopToolBar::canTakeControl() const
{
    return m_control->isEnabled();
}

void DesktopToolBar::showState()
{
    const QString noScreen = tr("There is no live screen");
    const bool canDrive = m_isLive && m_readOnly.isEmpty();
    m_words->setText(m_readOnly.isEmpty() ? tr("Nothing you type is sent")
                                          : displayText(m_readOnly));
    m_control->setEnabled(canDrive);
    m_control->setToolTip(canDrive ? tr("Send keys and the pointer to this screen (C)")
                                   : toolTipText(m_isLive ? displayText(m_readOnly) : noScreen));
    m_controlKey->setEnabled(canDrive);
    m_screenshot->setEnabled(m_hasPicture);
    m_screenshot->setToolTip(m_hasPicture ? tr("Keep a picture of the whole screen (F12)")
                                          : noScreen);
    m_screenshotKey->setEnabled(m_hasPicture);
    m_scale->setEnabled(m_hasPicture);
    m_stop->setEnabled(m_isLive);
}

/// In a narrow row, what is said twice goes first, then what can be done in other ways.
void DesktopToolBar::fit()
{
    const auto show = [this](int left) {
        m_screenshotKey->setVisible(left < 1);
        m_controlKey->setVisible(left < 2);
        m_screenshot->setToolButtonStyle(left < 3 ? Qt::ToolButtonTextBesideIcon
                                                  : Qt::ToolButtonIconOnly);
        m_words->setVisible(left < 4);
        m_keys->setVisible(left < 5);
        m_badge->setText(left < 6 ? tr("View only") : QString());
        m_badge->setAccessibleName(tr("View only"));
        m_scale->setVisible(left < 7);
        m_room->changeSize(0, 0, left < 4 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
        m_row->invalidate();
    };
    constexpr int steps = 7;
    for (int left = 0; left <= steps; ++left) {
        show(left);
        if (m_row->minimumSize().width() <= width())
            break;
    }
}

QSize DesktopToolBar::minimumSizeHint() const
{
    return {leastWidth, height()};
}

void DesktopToolBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, theme.color(ThemeRole::Line));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int middle = (hairlineGap + gap) / 2;
    for (const QWidget *after : {m_keys, m_control}) {
        if (!after->isVisible())
            continue;
        const QRect box = after->geometry();
        const int x = mirrored ? box.right() + middle : box.left() - middle;
        painter.fillRect(QRect(x, (height() - 20) / 2, 1, 20), theme.color(ThemeRole::Line));
    }
}

void DesktopToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledHeight(barHeight, fontMetrics()));
}

void DesktopToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace Sandglass
