// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screentext.h>
#include <models/displaytext.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ScreenText", text);
}

QString sentenceOf(RfbSession::End::Why why)
{
    using Why = RfbSession::End::Why;
    switch (why) {
    case Why::Closed:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 ended the stream."));
    case Why::Unreachable:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 cannot be reached."));
    case Why::HttpRefused:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 refused the stream."));
    case Why::PasswordNeeded:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 asks for a password."));
    case Why::PasswordWrong:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 did not accept the password."));
    case Why::Refused:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 refused the session."));
    case Why::Protocol:
        return translated(QT_TRANSLATE_NOOP(
            "ScreenText", "%1 sent something that is no valid picture, so the session was ended."));
    case Why::Limit:
        return translated(QT_TRANSLATE_NOOP(
            "ScreenText", "%1 went beyond what a desktop may ask for, so the session was ended."));
    case Why::Timeout:
        return translated(QT_TRANSLATE_NOOP("ScreenText", "%1 did not answer in time."));
    case Why::Crashed:
        return translated(QT_TRANSLATE_NOOP(
            "ScreenText",
            "The decoder crashed several times on what %1 sent. It runs in a jail; nothing else "
            "is affected."));
    case Why::NoHelper:
        return translated(QT_TRANSLATE_NOOP(
            "ScreenText", "The decoder sandglass-rfb is not installed beside Sandglass or cannot "
                          "be run. Pictures are never decoded without its jail."));
    }
    return u"%1"_s;
}

} // namespace

QString screenEndText(const RfbSession::End &end, const QString &where)
{
    QString text = sentenceOf(end.why);
    if (text.contains("%1"_L1))
        text = text.arg(where);
    if (end.httpStatus != 0)
        text += u' ' +
                translated(QT_TRANSLATE_NOOP("ScreenText", "It answered %1.")).arg(end.httpStatus);
    if (!end.detail.isEmpty())
        text += u" ("_s + displayText(end.detail) + u')';
    return text;
}

DesktopPanel::Notice silentScreen()
{
    return {.icon = u"screen"_s,
            .title = translated(QT_TRANSLATE_NOOP("ScreenText", "The screen does not answer")),
            .words = translated(QT_TRANSLATE_NOOP(
                "ScreenText", "Nothing has come from it for a second, though it has more to say. "
                              "When it goes on, so does this; after ten seconds it is given up.")),
            .action = translated(QT_TRANSLATE_NOOP("ScreenText", "Try again"))};
}

} // namespace Sandglass
