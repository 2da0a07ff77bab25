// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/pages/editorpane.h>
#include <app/pages/filespane.h>
#include <app/pages/sandboxwork.h>
#include <app/pages/screenpane.h>

namespace Sandglass {

SandboxWork::SandboxWork(const QString &key, AppContext &context)
    : m_context(context),
      m_files(key, context.connections, context.fleet, context.transfers),
      m_code(key, context.connections, context.fleet),
      m_desktop(key, context.connections, context.fleet, context.transfers, context.bridges),
      m_acts(m_files),
      m_desk(m_files, context.transfers)
{
}

SandboxWork::~SandboxWork() = default;

EditorPane *SandboxWork::makeEditor()
{
    return new EditorPane(m_files, m_code, m_acts, m_desk, m_context.transfers);
}

FilesPane *SandboxWork::makeFiles()
{
    return new FilesPane(m_files, m_acts, m_desk);
}

ScreenPane *SandboxWork::makeScreen()
{
    return new ScreenPane(m_desktop, m_context.mutations);
}

} // namespace Sandglass
