// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/vncaddress.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int standardPort = 5900; // RFC 6143, section 9

QString withoutSecrets(QString text)
{
    static const QRegularExpression userInfo(u"(?<=//).*@"_s);
    return text.remove(userInfo);
}

} // namespace

std::expected<RfbEndpoint, QString> parseVncAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "vnc"_L1 || url.host().isEmpty() || url.hasQuery() ||
        url.hasFragment() || !url.userInfo().isEmpty() ||
        !(url.path().isEmpty() || url.path() == "/"_L1) || url.port() == 0)
        return std::unexpected(QCoreApplication::translate(
                                   "VncAddress",
                                   "%1 is no address of a VNC server; such an address has the form "
                                   "vnc://HOST:PORT.")
                                   .arg(withoutSecrets(text)));
    return RfbEndpoint{.host = url.host(),
                       .port = quint16(url.port(standardPort)),
                       .url = {},
                       .headers = {},
                       .password = {}};
}

} // namespace Sandglass
