// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/actions.h>
#include <app/helpdialogs.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

/// Keys that belong to a view and are no commands of the window.
QList<std::pair<QString, QString>> viewKeys()
{
    return {
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Filter the list")), u"/"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Open the sandbox of the row")), u"Enter"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Terminal of the row")), u"T"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Extend the rows by 30 minutes")), u"E"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Next row at risk")), u"N"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Copy in the terminal")), u"Ctrl+Shift+C"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Paste in the terminal")), u"Ctrl+Shift+V"_s},
        {translated(QT_TRANSLATE_NOOP("HelpDialogs", "Find in the terminal")), u"Ctrl+Shift+F"_s},
    };
}

} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(translated(QT_TRANSLATE_NOOP("HelpDialogs", "About Sandglass")));
    box->setIconPixmap(window->windowIcon().pixmap(64));
    box->setTextFormat(Qt::PlainText);
    box->setText(u"Sandglass "_s + QCoreApplication::applicationVersion());
    box->setInformativeText(translated(QT_TRANSLATE_NOOP(
        "HelpDialogs",
        "Lists live AI sandboxes, with charts and terminals. Looking changes nothing.\n\n"
        "Free software under the GNU General Public License, version 3 or later.")));
    box->open();
}

void showShortcuts(QWidget *window, const Actions *actions)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(translated(QT_TRANSLATE_NOOP("HelpDialogs", "Keyboard Shortcuts")));
    auto *list = new QTreeWidget;
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setColumnCount(2);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    const auto addRow = [list](const QString &text, const QString &keys) {
        list->addTopLevelItem(new QTreeWidgetItem({text, keys}));
    };
    for (const QAction *action : actions->findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty())
            addRow(action->text().remove(u'&').remove(u'…'),
                   action->shortcut().toString(QKeySequence::NativeText));
    }
    for (const auto &[text, keys] : viewKeys())
        addRow(text, QKeySequence(keys).toString(QKeySequence::NativeText));
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(460, 560);
    dialog->open();
}

} // namespace Sandglass
