// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/badge.h>
#include <widgets/desktopdrivingbar.h>
#include <widgets/desktopkeysmenu.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Role = ThemeRole;

namespace {
constexpr int barHeight = 40;
constexpr int leastWidth = 280;
} // namespace

DesktopDrivingBar::DesktopDrivingBar(QWidget *parent)
    : QWidget(parent),
      m_title(new Label(FontStep::BodyStrong, Role::OnWarnFill)),
      m_words(new Label(tr("Every key and click goes to this screen"), FontStep::Body,
                        Role::OnWarnFill)),
      m_timeTitle(new Label(tr("Driving"), FontStep::Body, Role::OnWarnFill)),
      m_time(new Label(FontStep::BodyStrong, Role::OnWarnFill)),
      m_idleTitle(new Label(tr("· released without input in", "followed by a time"), FontStep::Body,
                            Role::OnWarnFill)),
      m_idleTime(new Label(FontStep::BodyStrong, Role::OnWarnFill)),
      m_keys(new QToolButton),
      m_menu(new DesktopKeysMenu(this)),
      m_handBack(new QPushButton(tr("Hand back"))),
      m_chord(new Badge(tr("Ctrl+Alt"), Badge::Kind::KeyHintOnWarn))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(u"control"_s, Role::OnWarnFill));
    row->addWidget(m_title);
    row->addWidget(m_words, 1);
    row->addWidget(m_timeTitle);
    row->addSpacing(-4);
    row->addWidget(m_time);
    row->addWidget(m_idleTitle);
    row->addSpacing(-4);
    row->addWidget(m_idleTime);
    row->addWidget(m_keys);
    row->addWidget(m_handBack);
    row->addWidget(m_chord);
    m_title->setElideMode(Qt::ElideRight);
    m_words->setElideMode(Qt::ElideRight);
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_keys->setAccessibleName(tr("Special keys"));
    m_keys->setToolTip(tr("Keys that your own system would keep for itself"));
    m_keys->setMenu(m_menu);
    m_keys->setPopupMode(QToolButton::InstantPopup);
    m_keys->setAutoRaise(true);
    setButtonKind(m_keys, ButtonKind::OnWarn, u"keyboard");
    setButtonKind(m_handBack, ButtonKind::OnWarn, u"handback");
    for (QWidget *button : {static_cast<QWidget *>(m_keys), static_cast<QWidget *>(m_handBack)})
        button->setFocusPolicy(Qt::NoFocus);
    setFixedHeight(scaledHeight(barHeight, fontMetrics()));
    connect(m_handBack, &QPushButton::clicked, this, &DesktopDrivingBar::handBackRequested);
    connect(m_menu, &DesktopKeysMenu::chosen, this, &DesktopDrivingBar::specialKeysRequested);
    connect(m_menu, &QMenu::aboutToHide, this, &DesktopDrivingBar::menuClosed);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &DesktopDrivingBar::showTime);
}

void DesktopDrivingBar::setName(const QString &sandboxName)
{
    m_title->setText(tr("You are driving %1").arg(displayText(sandboxName, 60)));
}

void DesktopDrivingBar::setIdleTimer(const QTimer *timer)
{
    m_idle = timer;
    showTime();
}

void DesktopDrivingBar::start(const QString &sandboxName)
{
    setName(sandboxName);
    m_since.start();
    m_tick.start();
    showTime();
}

void DesktopDrivingBar::stop()
{
    m_tick.stop();
}

QString DesktopDrivingBar::drivingTime(std::chrono::seconds time)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const qint64 seconds = time.count();
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s", "minutes, seconds").arg(seconds / 60).arg(two(seconds % 60));
    return tr("%1 h %2 min", "hours, minutes").arg(seconds / 3600).arg(two(seconds / 60 % 60));
}

void DesktopDrivingBar::showTime()
{
    const auto time = std::chrono::duration_cast<std::chrono::seconds>(m_since.durationElapsed());
    m_time->setText(drivingTime(time));
    const bool isIdling = m_idle && m_idle->isActive();
    if (isIdling) {
        const int left = (m_idle->remainingTime() + 500) / 1000;
        m_idleTime->setText(
            u"%1:%2"_s.arg(left / 60).arg(QString::number(left % 60).rightJustified(2, u'0')));
    }
    m_knowsIdle = isIdling;
    fit();
}

/// In a narrow row, what is said twice goes first.
void DesktopDrivingBar::fit()
{
    for (Label *label : {m_idleTitle, m_idleTime})
        label->setVisible(m_knowsIdle && width() >= 820);
    m_chord->setVisible(width() >= 760);
    m_words->setVisible(width() >= 640);
    m_timeTitle->setVisible(width() >= 560);
    m_time->setVisible(width() >= 440);
}

QSize DesktopDrivingBar::minimumSizeHint() const
{
    return {leastWidth, height()};
}

void DesktopDrivingBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Role::WarnFill));
}

void DesktopDrivingBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledHeight(barHeight, fontMetrics()));
}

void DesktopDrivingBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace Sandglass
