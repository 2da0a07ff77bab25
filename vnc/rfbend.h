// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace Sandglass {

/// Why a session with a remote desktop ended. A value; RfbSession::End is another name for it.
struct RfbEnd {
    enum class Why {
        Closed,         ///< the server hung up
        Unreachable,    ///< no connection: `detail` is the system's reason
        HttpRefused,    ///< the upgrade to a WebSocket was answered by something else
        PasswordNeeded, ///< and none was given
        PasswordWrong,
        Refused, ///< the server said no in words: `detail`
        Protocol,
        Limit,
        Timeout,
        Crashed, ///< the decoder, again and again
        NoHelper ///< the decoder is not installed or cannot be run
    };

    Why why = Why::Closed;
    int httpStatus = 0; ///< of HttpRefused
    QByteArray body;    ///< of HttpRefused: at most 4 KiB, untrusted
    QString detail;     ///< English, one line; may quote the server, so untrusted
};

} // namespace Sandglass
