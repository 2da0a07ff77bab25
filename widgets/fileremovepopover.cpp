// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fileremovepopover.h>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int cardWidth = 380;
constexpr int mostNames = 6;
} // namespace

FileRemovePopover::FileRemovePopover(QWidget *window) : ConfirmPopover(cardWidth, window)
{
    setTitleElideMode(Qt::ElideMiddle);
    setAccessibleName(tr("Confirm the removal"));
    connect(this, &ConfirmPopover::accepted, this, [this] {
        const QList<QByteArray> paths = m_paths; // who is told may ask anew
        Q_EMIT confirmed(paths);
    });
}

void FileRemovePopover::ask(const QList<FileRemoval> &files, const QRect &anchor)
{
    if (files.isEmpty())
        return;
    m_paths.clear();
    for (const FileRemoval &file : files)
        m_paths.append(file.path);
    if (files.size() == 1)
        showOne(files.first());
    else
        showSeveral(files);
    askAt(anchor);
}

void FileRemovePopover::showOne(const FileRemoval &file)
{
    setQuestion(tr("Remove %1?").arg(file.name), tr("Remove"));
    addKnownFact(tr("Path"), file.shownPath, Qt::ElideLeft);
    addKnownFact(tr("Size"), file.size);
    addFact(tr("After this"),
            file.isFolder ? tr("Gone for good, with all that is in it.") : tr("Gone for good."));
}

void FileRemovePopover::showSeveral(const QList<FileRemoval> &files)
{
    const int count = int(files.size());
    setQuestion(tr("Remove %n items?", nullptr, count),
                tr("Remove %n", "button: remove that many items", count));
    for (const FileRemoval &file : files.first(std::min(count, mostNames)))
        addFact(file.name, file.isFolder ? tr("folder, with all that is in it") : file.size);
    addRest(count - mostNames);
    addFact(tr("After this"), tr("All of them are gone for good."));
}

} // namespace Sandglass
