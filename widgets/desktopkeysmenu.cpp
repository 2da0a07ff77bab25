// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopkeysmenu.h>

namespace Sandglass {

namespace {

// X11/keysymdef.h
constexpr quint32 control = 0xffe3;
constexpr quint32 alt = 0xffe9;
constexpr quint32 super = 0xffeb;
constexpr quint32 tab = 0xff09;
constexpr quint32 escape = 0xff1b;
constexpr quint32 deleteKey = 0xffff;
constexpr quint32 print = 0xff61;
constexpr quint32 f1 = 0xffbe;
constexpr quint32 functionKeys = 12;

} // namespace

DesktopKeysMenu::DesktopKeysMenu(QWidget *parent) : QMenu(parent)
{
    setTitle(tr("Special keys"));
    add(this, tr("Ctrl+Alt+Del"), {control, alt, deleteKey});
    addSeparator();
    add(this, tr("Alt+Tab"), {alt, tab});
    add(this, tr("Alt+F4"), {alt, f1 + 3});
    add(this, tr("Ctrl+Esc"), {control, escape});
    addSeparator();
    add(this, tr("Super"), {super});
    add(this, tr("Print"), {print});
    auto *plain = addMenu(tr("F1 to F12"));
    auto *consoles = addMenu(tr("Ctrl+Alt with F1 to F12"));
    for (quint32 number = 1; number <= functionKeys; ++number) {
        const quint32 keysym = f1 + number - 1;
        add(plain, tr("F%1").arg(number), {keysym});
        add(consoles, tr("Ctrl+Alt+F%1").arg(number), {control, alt, keysym});
    }
}

void DesktopKeysMenu::add(QMenu *menu, const QString &text, const QList<quint32> &keysyms)
{
    connect(menu->addAction(text), &QAction::triggered, this,
            [this, keysyms] { Q_EMIT chosen(keysyms); });
}

} // namespace Sandglass
