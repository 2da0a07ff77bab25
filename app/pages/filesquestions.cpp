// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before files come and go: which, where to, and what of those whose names are taken.
#include <app/operations/resumetext.h>
#include <app/pages/filesfeed.h>
#include <app/sessions/filessession.h>
#include <app/transfers/filedesk.h>
#include <client/localname.h>
#include <widgets/filesview.h>

#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Sandglass {

QFileDialog *FilesFeed::makeDialog(const QString &title)
{
    auto *dialog = new QFileDialog(m_view, title, m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void FilesFeed::askWhatToUpload(const QByteArray &directory)
{
    QFileDialog *dialog = makeDialog(tr("Upload files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, directory](const QStringList &paths) {
        m_folder = QFileInfo(paths.value(0)).absolutePath();
        upload(paths, directory);
    });
    dialog->open();
}

void FilesFeed::askWhereTo(const QList<QByteArray> &paths)
{
    const QList<FileEntry> entries = entriesOf(paths);
    if (entries.isEmpty())
        return;
    if (entries.size() == 1 && entries.first().type == FileType::File) {
        askFileName(entries.first());
        return;
    }
    QFileDialog *dialog = makeDialog(tr("Download into a folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, entries](const QString &folder) {
        m_folder = folder;
        m_desk.download(entries, folder);
    });
    dialog->open();
}

void FilesFeed::askFileName(const FileEntry &entry)
{
    QFileDialog *dialog = makeDialog(tr("Download"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // we ask, and without a nested loop
    dialog->selectFile(safeLocalName(entry.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, entry](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        if (QFileInfo::exists(path))
            askAboutReplacing(entry, path);
        else
            m_desk.downloadAs(entry, path, Replace::Never);
    });
    dialog->open();
}

void FilesFeed::askAboutReplacing(const FileEntry &entry, const QString &path)
{
    m_question = new QMessageBox(QMessageBox::Question, tr("The name is taken"),
                                 tr("%1 is there already").arg(QFileInfo(path).fileName()),
                                 QMessageBox::Cancel, m_view);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    const QPushButton *replace = m_question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    connect(replace, &QPushButton::clicked, this,
            [this, entry, path] { m_desk.downloadAs(entry, path, Replace::Yes); });
    const QPushButton *both = m_question->addButton(tr("Keep both"), QMessageBox::AcceptRole);
    connect(both, &QPushButton::clicked, this,
            [this, entry, path] { m_desk.download({entry}, QFileInfo(path).absolutePath()); });
    m_question->setDefaultButton(QMessageBox::Cancel);
    m_question->open();
}

void FilesFeed::askAboutResuming()
{
    m_question = new QMessageBox(QMessageBox::Question, tr("Resume"), tr("Resume this sandbox?"),
                                 QMessageBox::Cancel, m_view);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(m_session.closed().words);
    QPushButton *resume = m_question->addButton(resumeLabel(), QMessageBox::AcceptRole);
    connect(resume, &QPushButton::clicked, this, &FilesFeed::resumeRequested);
    m_question->setDefaultButton(resume);
    m_question->open();
}

void FilesFeed::askAboutTaken(const QString &directory, const QStringList &names)
{
    constexpr qsizetype mostShown = 8;
    QString list = names.mid(0, mostShown).join(u'\n');
    if (names.size() > mostShown)
        list += u'\n' + tr("and %n more", nullptr, int(names.size() - mostShown));
    m_question =
        new QMessageBox(QMessageBox::Question, tr("Names are taken"),
                        tr("%n name(s) are taken in %1", nullptr, int(names.size())).arg(directory),
                        QMessageBox::Cancel, m_view);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(list);
    const auto offer = [this](const QString &text, QMessageBox::ButtonRole role,
                              FileDesk::Taken what) {
        const QPushButton *button = m_question->addButton(text, role);
        connect(button, &QPushButton::clicked, this, [this, what] { m_desk.answerTaken(what); });
    };
    offer(tr("Replace"), QMessageBox::DestructiveRole, FileDesk::Taken::Replace);
    offer(tr("Keep both"), QMessageBox::AcceptRole, FileDesk::Taken::KeepBoth);
    offer(tr("Leave these out"), QMessageBox::ActionRole, FileDesk::Taken::Skip);
    m_question->setDefaultButton(QMessageBox::Cancel);
    m_question->open();
}

} // namespace Sandglass
