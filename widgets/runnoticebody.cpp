// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/runerrorbody.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

struct Look {
    QString icon;
    ThemeRole mark;
    ThemeRole ground; ///< Base: none
};

Look lookOf(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Waiting:
        return {u"clock"_s, ThemeRole::TextMuted, ThemeRole::Base};
    case RunPhase::Running:
        return {u"resume"_s, ThemeRole::Link, ThemeRole::Base};
    case RunPhase::Finished:
        return {u"check"_s, ThemeRole::Ok, ThemeRole::Base};
    case RunPhase::Failed:
        return {u"cross"_s, ThemeRole::Danger, ThemeRole::Base};
    case RunPhase::Stopped:
        return {u"stop"_s, ThemeRole::Text, ThemeRole::Base};
    case RunPhase::Lost:
        return {u"offline"_s, ThemeRole::Warn, ThemeRole::WarnGround};
    case RunPhase::NotStarted:
        return {u"risk"_s, ThemeRole::Warn, ThemeRole::Base};
    case RunPhase::None:
        break;
    }
    return {u"info"_s, ThemeRole::TextMuted, ThemeRole::Base};
}

} // namespace

RunNoticeBody::RunNoticeBody(QWidget *parent)
    : RunBody(parent),
      m_icon(new IconLabel(u"info"_s, ThemeRole::TextMuted, 14, this)),
      m_title(new Label(FontStep::Small, ThemeRole::Text, this)),
      m_detail(new Label(FontStep::Small, ThemeRole::TextMuted, this)),
      m_words(new QBoxLayout(QBoxLayout::TopToBottom))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *icon = new QVBoxLayout;
    icon->addSpacing(1); // in the middle of the first line
    icon->addWidget(m_icon, 0, Qt::AlignTop);
    icon->addStretch();
    row->addLayout(icon);
    m_words->setSpacing(2);
    m_words->addWidget(m_title);
    m_words->addWidget(m_detail, 1);
    row->addLayout(m_words, 1);
    m_detail->setWordWrap(true);
}

void RunNoticeBody::setEntry(const RunEntry &entry)
{
    m_phase = entry.phase;
    const Look look = lookOf(m_phase);
    m_icon->setIcon(look.icon, look.mark);
    const bool isQuiet = m_phase == RunPhase::Waiting || m_phase == RunPhase::Running ||
                         m_phase == RunPhase::Finished;
    m_title->setRole(isQuiet ? ThemeRole::TextMuted : ThemeRole::Text);
    // A few words stand behind the title, a sentence below it.
    constexpr qsizetype fewWords = 40;
    const bool isShort = entry.detail.size() <= fewWords;
    m_words->setDirection(isShort ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_words->setSpacing(isShort ? 6 : 2);
    m_title->setText(entry.title);
    m_detail->setText(entry.detail);
    m_detail->setVisible(!entry.detail.isEmpty());
    const bool isTinted = look.ground != ThemeRole::Base;
    const int side = isTinted ? 8 : 0;
    layout()->setContentsMargins(side, isTinted ? 6 : 0, side, isTinted ? 6 : 0);
    setAccessibleName(entry.detail.isEmpty() ? entry.title : entry.title + u". "_s + entry.detail);
    update();
}

void RunNoticeBody::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_phase);
    if (look.ground == ThemeRole::Base)
        return;
    QPainter painter(this);
    paintRounded(&painter, rect(), controlRadius, themeOf(this).color(look.ground), QColor());
}

} // namespace Sandglass
