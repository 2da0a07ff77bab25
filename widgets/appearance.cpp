// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>
#include <widgets/theme.h>

#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>

namespace Sandglass {

void installAppearance(QApplication &application)
{
    QApplication::setFont(bodyFont(QApplication::font()));
    QApplication::setWindowIcon(applicationIcon());
    if (!SandglassStyle::isWanted(*QApplication::style()))
        return;
    const auto apply = [](Qt::ColorScheme scheme) {
        QApplication::setPalette(Theme::forScheme(scheme).palette());
    };
    apply(QGuiApplication::styleHints()->colorScheme());
    QApplication::setStyle(new SandglassStyle);
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application,
                     apply);
}

void setColorScheme(Qt::ColorScheme scheme)
{
    // Where the platform cannot switch itself, the hint still changes only through it: set the
    // palette as well.
    QGuiApplication::styleHints()->setColorScheme(scheme);
    if (qobject_cast<SandglassStyle *>(QApplication::style())) {
        const auto wanted = scheme == Qt::ColorScheme::Unknown
                                ? QGuiApplication::styleHints()->colorScheme()
                                : scheme;
        QApplication::setPalette(Theme::forScheme(wanted).palette());
    }
}

} // namespace Sandglass
