// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/filestoolbar.h>
#include <widgets/fonts.h>
#include <widgets/label.h>

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace Sandglass {

namespace {
constexpr int fullHeight = 40;
constexpr int compactHeight = 26;
constexpr int leastPlace = 120;
constexpr int leastWidth = 200;
} // namespace

FilesToolBar::FilesToolBar(const FileActions &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_row(new QHBoxLayout(this)),
      m_title(new Label(tr("Files"), FontStep::SmallStrong, ThemeRole::TextMuted, this)),
      m_place(new Label(FontStep::CodeSmall, ThemeRole::TextMuted, this))
{
    m_place->setElideMode(Qt::ElideLeft);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_place->setAccessibleName(tr("Folder that new files go to"));
    m_title->setElideMode(Qt::ElideRight);
    m_row->addWidget(m_title);
    m_full.append(add(FileAct::Up));
    m_row->addSpacing(4);
    m_row->addWidget(m_place, 1);
    m_row->addSpacing(4);
    m_buttons.append(add(FileAct::NewFolder));
    m_buttons.append(add(FileAct::Upload));
    m_full.append(add(FileAct::Download));
    m_buttons.append(add(FileAct::ShowHidden));
    m_buttons.append(add(FileAct::Refresh));
    m_texts = {m_buttons.at(0), m_buttons.at(1), m_full.at(1)};
    setCompact(false);
}

QToolButton *FilesToolBar::add(FileAct act)
{
    auto *button = new QToolButton(this);
    QAction *action = m_actions.action(act);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    m_row->addWidget(button);
    return button;
}

void FilesToolBar::addButton(QToolButton *button)
{
    m_row->addWidget(button);
}

void FilesToolBar::setCompact(bool compact)
{
    m_isCompact = compact;
    m_title->setVisible(compact);
    for (QToolButton *button : m_full)
        button->setVisible(!compact);
    for (QToolButton *button : m_buttons)
        button->setIconSize(compact ? QSize(14, 14) : QSize(16, 16));
    fitTexts();
    m_place->setText(compact ? QString() : m_place->text());
    m_row->setContentsMargins(compact ? 10 : 6, 0, compact ? 4 : 8, 0);
    m_row->setSpacing(compact ? 0 : 4);
    updateHeight();
}

void FilesToolBar::setPlace(const QString &path)
{
    m_place->setText(m_isCompact ? QString() : path);
}

/// The words beside the icons go first where there is no room.
void FilesToolBar::fitTexts()
{
    const auto setTexts = [this](bool shown) {
        for (QToolButton *button : m_texts)
            button->setToolButtonStyle(shown ? Qt::ToolButtonTextBesideIcon
                                             : Qt::ToolButtonIconOnly);
    };
    setTexts(!m_isCompact);
    if (m_isCompact)
        return;
    int needed = leastPlace;
    for (const QToolButton *button : m_full + m_buttons)
        needed += button->sizeHint().width() + m_row->spacing();
    setTexts(needed <= width());
}

QSize FilesToolBar::minimumSizeHint() const
{
    return {leastWidth, height()};
}

void FilesToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

void FilesToolBar::setDate(const QString &time)
{
    m_title->setText(time.isEmpty() ? tr("Files") : tr("Files at %1", "a time").arg(time));
}

void FilesToolBar::updateHeight()
{
    setFixedHeight(scaledHeight(m_isCompact ? compactHeight : fullHeight, fontMetrics()));
}

void FilesToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateHeight();
}

void FilesToolBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    if (!m_isCompact)
        paintHairline(&painter, rect(), Qt::BottomEdge, theme.color(ThemeRole::Line));
}

} // namespace Sandglass
