// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settings.h>
#include <app/startup.h>
#include <widgets/appearance.h>
#include <widgets/icons.h>

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Sandglass {

void setUpApplication(QApplication &application)
{
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is an error of one download, not our end
    QApplication::setApplicationName(u"sandglass"_s);
    QApplication::setApplicationDisplayName(u"Sandglass"_s);
    QApplication::setApplicationVersion(QStringLiteral(SANDGLASS_VERSION));
    QApplication::setDesktopFileName(u"org.sandglass.Sandglass"_s);
    auto *qtTexts = new QTranslator(&application);
    if (qtTexts->load(QLocale(), u"qtbase"_s, u"_"_s,
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qtTexts);
    auto *ownTexts = new QTranslator(&application);
    // English needs a file, too, for its plurals; it is what every other language falls back to.
    if (ownTexts->load(QLocale(), u"sandglass"_s, u"_"_s, u":/i18n"_s) ||
        ownTexts->load(u":/i18n/sandglass_en.qm"_s))
        QApplication::installTranslator(ownTexts);
    installAppearance(application);
    QApplication::setWindowIcon(applicationIcon());
}

void applySavedScheme(const Settings &settings)
{
    switch (settings.colorScheme()) {
    case Settings::ColorScheme::Light:
        setColorScheme(Qt::ColorScheme::Light);
        break;
    case Settings::ColorScheme::Dark:
        setColorScheme(Qt::ColorScheme::Dark);
        break;
    case Settings::ColorScheme::Desktop:
        break;
    }
}

} // namespace Sandglass
