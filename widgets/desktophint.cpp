// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/desktophint.h>
#include <widgets/label.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace Sandglass {

DesktopHint::DesktopHint(QWidget *parent) : QWidget(parent)
{
    setPalette(Theme::dark().palette());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(4);
    row->addWidget(new Label(tr("Press and let go", "followed by the keys Ctrl and Alt"),
                             FontStep::Small, ThemeRole::Text, this));
    row->addWidget(new Badge(tr("Ctrl", "a key"), Badge::Kind::KeyHint, this));
    row->addWidget(new Badge(tr("Alt", "a key"), Badge::Kind::KeyHint, this));
    row->addWidget(
        new Label(tr("to hand back · only this chord, F12 and your system's own keys stay here"),
                  FontStep::Small, ThemeRole::Text, this));
}

void DesktopHint::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), controlRadius, theme.color(ThemeRole::Window),
                 theme.color(ThemeRole::Line));
}

} // namespace Sandglass
