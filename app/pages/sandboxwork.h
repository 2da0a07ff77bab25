// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/codesession.h>
#include <app/sessions/desktopsession.h>
#include <app/sessions/filessession.h>
#include <app/transfers/fileacts.h>
#include <app/transfers/filedesk.h>

#include <QtCore/QStringList>

namespace Sandglass {

class EditorPane;
class FilesPane;
class ScreenPane;
struct AppContext;

/// The work that goes on in one sandbox beside its terminals: its files, its code, its screen, and
/// the panes that show them, made when they are first wanted. The panes belong to the layout that
/// takes them, which has to go first. Borrows the context.
class SandboxWork final
{
    Q_DISABLE_COPY_MOVE(SandboxWork)

public:
    SandboxWork(const QString &key, AppContext &context);
    ~SandboxWork();

    /// Once each; the caller takes them into its layout.
    [[nodiscard]] EditorPane *makeEditor();
    [[nodiscard]] FilesPane *makeFiles();
    [[nodiscard]] ScreenPane *makeScreen();

    /// How many transfers would be broken off if this ended now.
    [[nodiscard]] int transfersUnderWay() const { return m_desk.transfers().summary().active; }

private:
    AppContext &m_context;
    FilesSession m_files;
    CodeSession m_code;
    DesktopSession m_desktop;
    FileActs m_acts;
    FileDesk m_desk;
};

} // namespace Sandglass
