// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settings.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

Settings::Settings()
    : m_file(QSettings::IniFormat, QSettings::UserScope, u"sandglass"_s, u"sandglass"_s)
{
}

QList<ConnectionProfile> Settings::connections() const
{
    // QSettings positions itself while it reads an array.
    auto &file = const_cast<QSettings &>(m_file);
    QList<ConnectionProfile> connections;
    // A damaged file may claim any number.
    const int count = std::min(file.beginReadArray(u"connections"_s), 1000);
    for (int index = 0; index < count; ++index) {
        file.setArrayIndex(index);
        ConnectionProfile profile;
        profile.id = file.value("id"_L1).toString();
        profile.name = file.value("name"_L1).toString();
        profile.colorRole = file.value("color"_L1).toInt();
        profile.apiUrl = file.value("apiUrl"_L1).toString();
        profile.domain = file.value("domain"_L1).toString();
        profile.sandboxUrl = file.value("sandboxUrl"_L1).toString();
        profile.readOnly = file.value("readOnly"_L1).toBool();
        if (!profile.id.isEmpty() && !profile.apiUrl.isEmpty())
            connections.append(profile);
    }
    file.endArray();
    return connections;
}

void Settings::setConnections(const QList<ConnectionProfile> &connections)
{
    m_file.remove(u"connections"_s);
    m_file.beginWriteArray(u"connections"_s, int(connections.size()));
    for (int index = 0; index < connections.size(); ++index) {
        const ConnectionProfile &profile = connections.at(index);
        m_file.setArrayIndex(index);
        m_file.setValue("id"_L1, profile.id);
        m_file.setValue("name"_L1, profile.name);
        m_file.setValue("color"_L1, profile.colorRole);
        m_file.setValue("apiUrl"_L1, profile.apiUrl);
        m_file.setValue("domain"_L1, profile.domain);
        m_file.setValue("sandboxUrl"_L1, profile.sandboxUrl);
        m_file.setValue("readOnly"_L1, profile.readOnly);
    }
    m_file.endArray();
}

bool Settings::usesLocalHost() const
{
    return m_file.value("localHost"_L1, false).toBool();
}
void Settings::setUsesLocalHost(bool uses)
{
    m_file.setValue("localHost"_L1, uses);
}

Settings::ColorScheme Settings::colorScheme() const
{
    const QString name = m_file.value("colorScheme"_L1).toString();
    if (name == "light"_L1)
        return ColorScheme::Light;
    return name == "dark"_L1 ? ColorScheme::Dark : ColorScheme::Desktop;
}

void Settings::setColorScheme(ColorScheme scheme)
{
    const QString name = scheme == ColorScheme::Light  ? u"light"_s
                         : scheme == ColorScheme::Dark ? u"dark"_s
                                                       : QString();
    m_file.setValue("colorScheme"_L1, name);
}

QByteArray Settings::layout(const QString &part) const
{
    return m_file.value("layout/"_L1 + part).toByteArray();
}

void Settings::setLayout(const QString &part, const QByteArray &state)
{
    m_file.setValue("layout/"_L1 + part, state);
}

} // namespace Sandglass
