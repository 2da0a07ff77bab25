// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/connectionfields.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Sandglass::ConnectionDialog)
};

bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(u"^127([.][0-9]{1,3}){3}$"_s);
    return host == u"localhost" || host == u"::1" || host.endsWith(u".localhost") ||
           loopback.match(host).hasMatch();
}

} // namespace

QString urlProblem(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Texts::tr("Give the address of the API, such as https://api.e2b.app.");
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || trimmed.contains(u' '))
        return Texts::tr("This is not an address. Write it as https://api.example.org.");
    if (url.scheme() != u"https" && url.scheme() != u"http")
        return Texts::tr("The address has to begin with https:// (or http:// on this computer).");
    if (url.host().isEmpty())
        return Texts::tr("The address names no host. Write it as https://api.example.org.");
    if (!url.userInfo().isEmpty())
        return Texts::tr(
            "Leave name and password out of the address; the key goes into its own field.");
    if (url.hasQuery() || url.hasFragment())
        return Texts::tr("Leave out what follows the ? or # of the address.");
    return {};
}

QString domainProblem(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.contains(u"://"))
        return Texts::tr("Only the name, without https://, such as e2b.app.");
    static const QRegularExpression domain(
        u"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$"_s);
    if (trimmed.isEmpty() || !domain.match(trimmed).hasMatch() || trimmed.contains(u".."))
        return Texts::tr("This is not a domain. Write it as e2b.app.");
    return {};
}

QString keyProblem(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Texts::tr("Paste the API key. The service shows it in its dashboard, under keys.");
    if (std::ranges::any_of(trimmed, [](QChar c) { return c.isSpace(); }))
        return Texts::tr("There is a blank inside the key. Copy it again, in one piece.");
    if (std::ranges::any_of(trimmed,
                            [](QChar c) { return c.unicode() < 0x21 || c.unicode() > 0x7e; }))
        return Texts::tr("The key has characters that no key has. Copy it again.");
    return {};
}

bool isUnencrypted(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    return parsed.scheme() == u"http" && !isThisComputer(parsed.host());
}

} // namespace Sandglass
