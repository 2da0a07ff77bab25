// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme.h>

#include <algorithm>
#include <cstdint>

/// The only place with colours. Order of the tables: that of ThemeRole.
namespace Sandglass {

struct Theme::Colors {
    std::array<std::uint32_t, themeRoleCount> roles;
    std::array<std::uint32_t, chartColorCount> charts;
    std::array<std::uint32_t, connectionColorCount> connections;
    std::array<std::uint32_t, ansiColorCount> ansi;
};

Theme::Theme(Kind kind, const Colors &colors) : m_kind(kind)
{
    const auto convert = [](const auto &from, auto &to) {
        std::ranges::transform(from, to.begin(),
                               [](std::uint32_t rgb) { return QColor(QRgb(rgb | 0xff000000U)); });
    };
    convert(colors.roles, m_roles);
    convert(colors.charts, m_charts);
    convert(colors.connections, m_connections);
    convert(colors.ansi, m_ansi);
    m_roles[std::size_t(ThemeRole::Shadow)].setAlphaF(kind == Kind::Dark ? 0.45F : 0.18F);
}

const Theme &Theme::light()
{
    static const Theme theme(
        Kind::Light,
        {.roles =
             {
                 0xF1F2F4, 0xFFFFFF, 0xF6F7F9, 0xFFFFFF, 0xEBEEF3,           // grounds, hover
                 0xD9E6FE, 0xE4E6EA,                                         // selection
                 0xD8DBE0, 0xE8EAED, 0x858C97,                               // lines
                 0x1A1D21, 0x555D68, 0x8D949E,                               // text
                 0x2F6FED, 0xFFFFFF, 0x1F59CC,                               // accent, link
                 0x17773F, 0x8A4F00, 0xE39A0B, 0x1B1300, 0xBD2029, 0xFFFFFF, // ok, warn, danger
                 0x5E50B0,                                                   // paused
                 0xFFF3D9, 0xFDECEC, 0xEFEDFA, 0xE3F4EA, 0xE8F0FE,           // tinted grounds
                 0x8A2F8F, 0x17773F, 0x1F59CC, 0x6A727D,                     // code
                 0x0B0D10,                                                   // canvas
                 0x000000,                                                   // shadow
             },
         .charts = {0x2F6FED, 0xC65A00, 0x0A5E58, 0xA04C92, 0x8E8E63, 0x4D2980, 0x848D96, 0x80391F},
         .connections = {0xA04C92, 0x2F6FED, 0x77808A, 0x80804F},
         .ansi = {0x1A1D21, 0xBD2029, 0x17773F, 0x8A4F00, 0x1F59CC, 0x8A2F8F, 0x0A6A73, 0x6A727D,
                  0x555D68, 0xD13438, 0x1E8549, 0x9C6300, 0x2F6FED, 0xA04C92, 0x0F7B85, 0x737B86}});
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme(
        Kind::Dark,
        {.roles =
             {
                 0x1D2025, 0x15171B, 0x1A1D22, 0x262A31, 0x252A32,           // grounds, hover
                 0x21395F, 0x2B3038,                                         // selection
                 0x31353D, 0x24282F, 0x717985,                               // lines
                 0xE3E6EA, 0xA1A9B4, 0x6E7580,                               // text
                 0x6EA0FF, 0x0B1730, 0x8AB2FF,                               // accent, link
                 0x52C58B, 0xE7AE45, 0xE7AE45, 0x1B1300, 0xFF7F7A, 0x2A0809, // ok, warn, danger
                 0xB5A9FF,                                                   // paused
                 0x362C19, 0x3A2124, 0x292640, 0x18301F, 0x1C2A45,           // tinted grounds
                 0xD9A0E8, 0x7FCF9A, 0x8AB2FF, 0x8F98A4,                     // code
                 0x0B0D10,                                                   // canvas
                 0x000000,                                                   // shadow
             },
         .charts = {0x6EA0FF, 0xEE8544, 0x63D9C4, 0x805E7A, 0xF9E066, 0x6A5DC7, 0x8B9095, 0xB7625D},
         .connections = {0xC46BB4, 0x6EA0FF, 0x9AA1A8, 0xF9E066},
         .ansi = {0x5A626E, 0xFF7F7A, 0x52C58B, 0xE7AE45, 0x6EA0FF, 0xD9A0E8, 0x5CC8D6, 0xC9CED6,
                  0x7D8590, 0xFF9F9B, 0x7FDCA9, 0xF3C878, 0x9BBEFF, 0xE8C1F2, 0x8ADCE6, 0xF2F4F7}});
    return theme;
}

} // namespace Sandglass
