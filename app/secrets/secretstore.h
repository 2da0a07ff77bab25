// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>

#include <QtCore/QHash>
#include <QtCore/QString>

#include <string>

namespace Sandglass {

/// Keeps the keys of connections in the desktop's keychain (Secret Service, KWallet) through
/// QtKeychain; nothing is ever written in plain text. Where no keychain answers, a key lives in
/// memory until the app ends, and `keep` says so by its answer. GUI thread; handlers run from the
/// event loop.
class SecretStore final
{
public:
    enum class Kept {
        InKeychain,
        UntilQuit, ///< no keychain service: in memory only
    };

    /// The key of an account. NotFound when there is none, Io when the keychain refused.
    [[nodiscard]] Request read(const QString &account, Handler<std::string> handler);
    [[nodiscard]] Request keep(const QString &account, const std::string &secret,
                               Handler<Kept> handler);
    [[nodiscard]] Request forget(const QString &account, Handler<void> handler);

private:
    QHash<QString, std::string> m_untilQuit;
};

} // namespace Sandglass
