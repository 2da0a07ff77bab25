// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/drawndesktop.h>

#include <QtGui/QPainter>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

QFont fontOf(int pixels, bool bold = false, const QString &family = u"Inter"_s)
{
    QFont font(family);
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

void write(QPainter &painter, QPoint place, const QString &text, const QColor &color,
           const QFont &font)
{
    painter.setPen(color);
    painter.setFont(font);
    painter.drawText(place, text);
}

void drawPanel(QPainter &painter)
{
    painter.fillRect(0, 0, 1920, 36, QColor(0x22, 0x22, 0x26));
    write(painter, {14, 24}, u"Applications"_s, Qt::white, fontOf(16, true));
    write(painter, {180, 24}, u"Checkout - Fjellbod - Chromium"_s, Qt::white, fontOf(16));
    write(painter, {1800, 24}, u"14:02  agent"_s, Qt::white, fontOf(16));
    int y = 100;
    for (const QString &name : {u"Trash"_s, u"File System"_s, u"Home"_s}) {
        painter.fillRect(60, y, 44, 36, QColor(0xd8, 0xdc, 0xe4));
        write(painter, {44, y + 60}, name, Qt::white, fontOf(15));
        y += 110;
    }
}

void drawField(QPainter &painter, const QRect &box, const QString &name, const QString &text)
{
    write(painter, box.topLeft() - QPoint(0, 10), name, QColor(0x55, 0x55, 0x55), fontOf(14));
    painter.setPen(QColor(0xc8, 0xcc, 0xd2));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(box, 5, 5);
    write(painter, box.topLeft() + QPoint(14, 30), text, QColor(0x22, 0x22, 0x22), fontOf(17));
}

void drawBrowser(QPainter &painter)
{
    const QRect window(160, 64, 1270, 880);
    painter.fillRect(window, Qt::white);
    painter.fillRect(QRect(160, 64, 1270, 90), QColor(0xe4, 0xe6, 0xeb));
    write(painter, {190, 96}, u"Checkout – Fjellbod"_s, QColor(0x22, 0x22, 0x22), fontOf(15));
    write(painter, {290, 140}, u"fjellbod.example/checkout/address"_s, QColor(0x44, 0x44, 0x44),
          fontOf(15));
    const QColor green(0x2f, 0x6b, 0x4c);
    write(painter, {208, 210}, u"Fjellbod"_s, green, fontOf(24, true));
    write(painter, {208, 300}, u"Checkout"_s, QColor(0x1a, 0x1d, 0x21), fontOf(30, true));
    drawField(painter, {208, 370, 310, 46}, u"First name"_s, u"Zażółć"_s);
    drawField(painter, {540, 370, 310, 46}, u"Last name"_s, u"Gęślą"_s);
    drawField(painter, {208, 460, 642, 46}, u"Street and number"_s, u"Storgata 14"_s);
    drawField(painter, {208, 550, 160, 46}, u"Postcode"_s, u"9008"_s);
    drawField(painter, {390, 550, 460, 46}, u"Town"_s, u"Tromsø"_s);
    drawField(painter, {208, 640, 310, 46}, u"Phone"_s, u"+47 77 61 2"_s);
    painter.fillRect(QRect(208, 760, 280, 54), green);
    write(painter, {262, 794}, u"Continue to payment"_s, Qt::white, fontOf(17, true));
    painter.fillRect(QRect(900, 270, 460, 480), QColor(0xf6, 0xf6, 0xf3));
    write(painter, {930, 320}, u"Your basket"_s, QColor(0x1a, 0x1d, 0x21), fontOf(18, true));
    write(painter, {930, 390}, u"Skarv day pack 28 L        €129.00"_s, QColor(0x1a, 0x1d, 0x21),
          fontOf(17));
}

void drawTerminal(QPainter &painter)
{
    painter.fillRect(QRect(1095, 720, 790, 310), QColor(0x1e, 0x21, 0x26));
    painter.fillRect(QRect(1095, 720, 790, 34), QColor(0xe4, 0xe6, 0xeb));
    write(painter, {1400, 743}, u"Terminal - agent@qa-desk-3"_s, QColor(0x33, 0x33, 0x33),
          fontOf(15));
    int y = 785;
    for (const QString &line :
         {u"agent@qa-desk-3:~/shop-e2e$ python run.py --case checkout-no"_s,
          u"14:01:40 open   https://fjellbod.example/basket"_s, u"14:01:44 click  #to-checkout"_s,
          u"14:01:51 type   #first  \"Zażółć\""_s, u"14:02:09 type   #phone  \"+47 77 61 2…"_s}) {
        write(painter, {1110, y}, line, QColor(0xd0, 0xd4, 0xda),
              fontOf(15, false, u"JetBrains Mono"_s));
        y += 24;
    }
}

} // namespace

QImage drawnDesktop()
{
    QImage image(1920, 1080, QImage::Format_RGB32);
    image.fill(QColor(0x2e, 0x5f, 0x80));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x27, 0x4e, 0x69));
    painter.drawPolygon(QPolygon({{0, 1080}, {420, 560}, {900, 1080}}));
    painter.drawPolygon(QPolygon({{900, 1080}, {1500, 560}, {1920, 860}, {1920, 1080}}));
    drawPanel(painter);
    drawBrowser(painter);
    drawTerminal(painter);
    return image;
}

} // namespace Sandglass
