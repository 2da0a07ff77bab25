// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>

#include <QtCore/QStringList>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>
#include <QtGui/QFontMetrics>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal bodyPixels = 13;
constexpr int bodyHeight = 16; // of Inter 13

bool isGeneric(const QString &family)
{
    static const QStringList names{u"sans"_s,      u"sans serif"_s, u"sans-serif"_s,
                                   u"monospace"_s, u"serif"_s,      u""_s};
    return names.contains(family, Qt::CaseInsensitive);
}

QStringList monospaceFamilies()
{
    QStringList families{u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s};
    const QString own = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    if (!isGeneric(own))
        families.prepend(own);
    return families;
}

void setSize(QFont &font, const QFont &body, qreal pixels)
{
    const qreal factor = pixels / bodyPixels;
    if (body.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(body.pixelSize() * factor)));
    else
        font.setPointSizeF(std::max(1.0, body.pointSizeF() * factor));
}

} // namespace

QFont fontFor(FontStep step)
{
    return fontFor(step, QApplication::font());
}

QFont fontFor(FontStep step, const QFont &body)
{
    QFont font = body;
    font.setFeature(QFont::Tag("tnum"), 1);
    switch (step) {
    case FontStep::Body:
        break;
    case FontStep::BodyMedium:
        font.setWeight(QFont::Medium);
        break;
    case FontStep::BodyStrong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontStep::PageTitle:
        setSize(font, body, 24);
        font.setWeight(QFont::DemiBold);
        break;
    case FontStep::CardTitle:
        setSize(font, body, 17);
        font.setWeight(QFont::DemiBold);
        break;
    case FontStep::Small:
        setSize(font, body, 12);
        break;
    case FontStep::SmallStrong:
        setSize(font, body, 12);
        font.setWeight(QFont::DemiBold);
        break;
    case FontStep::Tiny:
        setSize(font, body, 11);
        break;
    case FontStep::Code:
    case FontStep::CodeSmall:
        font.setFamilies(monospaceFamilies());
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
        font.setFeature(QFont::Tag("calt"), 0);
        font.setFeature(QFont::Tag("liga"), 0);
        setSize(font, body, step == FontStep::Code ? 13 : 12);
        break;
    }
    return font;
}

QFont bodyFont(const QFont &desktopFont)
{
    QFont font = desktopFont;
    if (isGeneric(desktopFont.family())) {
        font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
        // 13 px at 96 dpi; in points, so that a larger font dpi of the desktop still counts.
        font.setPointSizeF(bodyPixels * 72 / 96);
    }
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

int scaledHeight(int pixels, const QFontMetrics &metrics)
{
    return pixels + std::max(0, metrics.height() - bodyHeight);
}

} // namespace Sandglass
