// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>

#include <QtCore/QDebug>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <utility>

// The icons are compiled into a static library: nothing refers to them by symbol, so the linker
// would drop them.
static void initializeIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int largeSize = 24; // from here on the stroke is 1 of 16

QString pathOf(QStringView name)
{
    static const bool once = (initializeIcons(), true);
    Q_UNUSED(once)
    return u":/sandglass/icons/%1.svg"_s.arg(name);
}

/// `stroke`: the pen's width on the grid of 16.
QPixmap render(const QString &name, QSize devicePixels, const QColor &color,
               const char *stroke = "1.5")
{
    const QString key = u"sandglass-%1-%2x%3-%4-%5"_s.arg(name)
                            .arg(devicePixels.width())
                            .arg(devicePixels.height())
                            .arg(color.rgba(), 8, 16)
                            .arg(QLatin1StringView(stroke));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name().toLatin1());
    drawing.replace("stroke-width=\"1.5\"", QByteArray("stroke-width=\"") + stroke + '"');
    QSvgRenderer renderer(drawing);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Device pixels per logical pixel: of a screen, or of a picture that is drawn larger.
qreal ratioOf(const QPainter *painter)
{
    return std::max(1.0, painter->deviceTransform().m22());
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, std::optional<ThemeRole> role, std::optional<ThemeRole> off = {})
        : m_name(std::move(name)),
          m_role(role),
          m_off(off)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = ratioOf(painter);
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// The size is in logical pixels, of which the picture has `scale` device pixels each.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        QPixmap pixmap = render(m_name, (QSizeF(size) * scale).toSize(), colorOf(mode, state));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new ThemedIconEngine(m_name, m_role, m_off);
    }
    [[nodiscard]] QString key() const override { return u"sandglass"_s; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorOf(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_off && state == QIcon::Off)
            return Theme::of(palette).color(*m_off);
        if (m_role)
            return Theme::of(palette).color(*m_role);
        return palette.color(QPalette::Active, mode == QIcon::Selected ? QPalette::HighlightedText
                                                                       : QPalette::WindowText);
    }

    QString m_name;
    std::optional<ThemeRole> m_role;
    std::optional<ThemeRole> m_off; ///< of the state Off, where that differs
};

QIcon makeIcon(QStringView name, std::optional<ThemeRole> role, std::optional<ThemeRole> off = {})
{
    if (!QFile::exists(pathOf(name))) {
        qWarning() << "There is no icon" << name;
        return {};
    }
    return QIcon(new ThemedIconEngine(name.toString(), role, off));
}

} // namespace

QIcon themedIcon(QStringView name)
{
    return makeIcon(name, std::nullopt);
}

QIcon themedIcon(QStringView name, ThemeRole role)
{
    return makeIcon(name, role);
}

QIcon iconForTab(QStringView name)
{
    return makeIcon(name, ThemeRole::Text, ThemeRole::TextMuted);
}

QStringList iconNames()
{
    QStringList names = QDir(pathOf(u"x").section(u'/', 0, -2)).entryList(QDir::Files, QDir::Name);
    names.replaceInStrings(u".svg"_s, QString());
    names.removeOne(u"sandglass"_s);
    return names;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 32, 48, 64, 128, 256})
        icon.addPixmap(render(u"sandglass"_s, QSize(size, size), QColor()));
    return icon;
}

QPixmap iconPixmap(QStringView name, int size, qreal devicePixelRatio, const QColor &color)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap =
        render(name.toString(), QSize(pixels, pixels), color, size < largeSize ? "1.5" : "1");
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRectF &box, QStringView name, int size,
               const QColor &color)
{
    const qreal ratio = ratioOf(painter);
    const QPixmap pixmap = iconPixmap(name, size, ratio, color);
    // On whole device pixels, or a 1.5 px stroke blurs.
    const qreal x = std::round((box.center().x() - size / 2.0) * ratio) / ratio;
    const qreal y = std::round((box.center().y() - size / 2.0) * ratio) / ratio;
    painter->drawPixmap(QPointF(x, y), pixmap);
}

} // namespace Sandglass
