// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbpressed.h>

#include <QtCore/QtEndian>

#include <algorithm>
#include <limits>

namespace Sandglass {

namespace {

constexpr char keyEvent = 4;
constexpr char pointerEvent = 5;

template<typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray coordinate(int value)
{
    return bigEndian(
        static_cast<quint16>(std::clamp<int>(value, 0, std::numeric_limits<quint16>::max())));
}

} // namespace

QByteArray releaseMessages(const RfbPressed &pressed)
{
    QByteArray bytes;
    for (auto keysym = pressed.keysyms.crbegin(); keysym != pressed.keysyms.crend(); ++keysym)
        bytes += keyEvent + QByteArray(3, '\0') + bigEndian(*keysym);
    if (pressed.buttons != 0)
        bytes += pointerEvent + QByteArray(1, '\0') + coordinate(pressed.position.x()) +
                 coordinate(pressed.position.y());
    return bytes;
}

} // namespace Sandglass
