// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fileactions.h>
#include <widgets/icons.h>

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString toolTipOf(const QAction *action, const QString &more)
{
    QString text = action->text().remove(u'…');
    if (!action->shortcut().isEmpty())
        text += u" (%1)"_s.arg(action->shortcut().toString(QKeySequence::NativeText));
    return more.isEmpty() ? text : text + u'\n' + more;
}

} // namespace

FileActions::FileActions(QObject *parent) : QObject(parent)
{
    const auto add = [this](const QString &text, QStringView icon, const QKeySequence &key) {
        auto *action = new QAction(text, this);
        if (!icon.isEmpty())
            action->setIcon(themedIcon(icon));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setToolTip(toolTipOf(action, {}));
        m_actions.append(action);
    };
    add(tr("Open"), u"editor", {});
    add(tr("Parent folder"), u"folder-up", Qt::ALT | Qt::Key_Up);
    add(tr("New folder"), u"folder-new", Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    add(tr("Upload…"), u"upload", {});
    add(tr("Save to this computer…"), u"download", QKeySequence::Save);
    add(tr("Rename"), u"rename", Qt::Key_F2);
    add(tr("Remove…"), u"trash", QKeySequence::Delete);
    add(tr("Copy path"), u"copy", QKeySequence::Copy);
    add(tr("Refresh"), u"refresh", QKeySequence::Refresh);
    add(tr("Hidden files"), u"observe", Qt::CTRL | Qt::Key_H);
    action(FileAct::ShowHidden)->setCheckable(true);
}

void FileActions::setEnabled(FileAct act, bool enabled, const QString &reason)
{
    QAction *changed = action(act);
    changed->setEnabled(enabled);
    changed->setToolTip(toolTipOf(changed, enabled ? QString() : reason));
}

QAction *FileActions::withKey(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(event.key())));
    for (QAction *action : m_actions) {
        if (action->shortcuts().contains(pressed))
            return action;
    }
    return nullptr;
}

bool FileActions::hasKey(const QKeyEvent &event) const
{
    return withKey(event) != nullptr;
}

bool FileActions::press(const QKeyEvent &event) const
{
    QAction *action = withKey(event);
    if (action != nullptr)
        action->trigger(); // nothing happens while it is off
    return action != nullptr;
}

} // namespace Sandglass
