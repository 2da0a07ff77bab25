// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <models/displaytext.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

QString titleOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be reached"));
    case Error::Kind::Tls:
        return translated(
            QT_TRANSLATE_NOOP("ErrorText", "%1 showed a certificate that is not trusted"));
    case Error::Kind::Timeout:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 did not answer in time"));
    case Error::Kind::Unauthorized:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 rejected the key (401)"));
    case Error::Kind::Forbidden:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 does not allow this (403)"));
    case Error::Kind::NotFound:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1: not found"));
    case Error::Kind::Conflict:
        return translated(
            QT_TRANSLATE_NOOP("ErrorText", "%1 is in a state that does not allow this"));
    case Error::Kind::RateLimited:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 asks to slow down (429)"));
    case Error::Kind::Server:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1 reported an error of its own"));
    case Error::Kind::Protocol:
        return translated(
            QT_TRANSLATE_NOOP("ErrorText", "%1 gave an answer that is not the E2B protocol"));
    case Error::Kind::Io:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1: this computer could not do it"));
    case Error::Kind::Policy:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "%1: Sandglass did not do this"));
    }
    return u"%1"_s;
}

QString adviceOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "Enter the key again."));
    case Error::Kind::Tls:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "Nothing was sent. Check the address."));
    case Error::Kind::Protocol:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "Check that the address is the API's."));
    case Error::Kind::Network:
        return translated(QT_TRANSLATE_NOOP("ErrorText", "Check the address and the network."));
    default:
        return {};
    }
}

} // namespace

ErrorText errorText(const Error &error, const QString &where)
{
    const QString detail = displayText(QString::fromStdString(error.detail));
    ErrorText text{.title = titleOf(error).arg(where), .advice = adviceOf(error)};
    if (!detail.isEmpty())
        text.advice = text.advice.isEmpty() ? detail : detail + u". "_s + text.advice;
    return text;
}

QString errorLine(const Error &error, const QString &where)
{
    const ErrorText text = errorText(error, where);
    return text.advice.isEmpty() ? text.title : text.title + u": "_s + text.advice;
}

} // namespace Sandglass
