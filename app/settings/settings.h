// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectionprofile.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QSettings>

namespace Sandglass {

/// What Sandglass remembers between starts, in one file of the user's configuration folder. Never a
/// key: those are the SecretStore's. Plain reads and writes; nothing notifies.
class Settings final
{
public:
    enum class ColorScheme { Desktop, Light, Dark };

    Settings();

    /// The connections the user added; the local host is not among them.
    [[nodiscard]] QList<ConnectionProfile> connections() const;
    void setConnections(const QList<ConnectionProfile> &connections);

    /// True once *This computer* was opened: it is then opened again at each start.
    [[nodiscard]] bool usesLocalHost() const;
    void setUsesLocalHost(bool uses);

    [[nodiscard]] ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);

    /// Opaque states of the window's parts, by name; empty when none was saved or the saved one is
    /// of another version.
    [[nodiscard]] QByteArray layout(const QString &part) const;
    void setLayout(const QString &part, const QByteArray &state);

private:
    QSettings m_file;
};

} // namespace Sandglass
