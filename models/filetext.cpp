// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/filenode.h>
#include <models/filetext.h>
#include <models/fleetfacts.h>
#include <models/fleettext.h>

#include <QDateTime>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr qint64 unitStep = 1024;

/// What a directory is doing, or why it holds nothing that could be shown.
QString directoryWords(const FileDirectory &directory)
{
    QStringList words;
    if (!directory.errorText.isEmpty())
        words.append(directory.errorText);
    if (!directory.notLiveText.isEmpty())
        words.append(directory.notLiveText);
    return words.join(u'\n');
}

} // namespace

QString FileText::column(FileColumn column)
{
    switch (column) {
    case FileColumn::Name:
        return tr("Name");
    case FileColumn::Size:
        return tr("Size");
    case FileColumn::Modified:
        return tr("Changed");
    case FileColumn::Permissions:
        return tr("Permissions");
    case FileColumn::Owner:
        return tr("Owner");
    }
    return {};
}

QString FileText::kind(const FileEntry &entry)
{
    const bool isLink = entry.symlinkTarget.has_value();
    switch (entry.type) {
    case FileType::Directory:
        return isLink ? tr("link to a folder") : tr("folder");
    case FileType::File:
        return isLink ? tr("link to a file") : tr("file");
    case FileType::Symlink:
        return tr("link");
    case FileType::Unknown:
        break;
    }
    return isLink ? tr("link to nothing") : tr("special file");
}

QString FileText::size(qint64 bytes) const
{
    if (bytes < unitStep)
        return tr("%1 B", "bytes").arg(m_locale.toString(bytes));
    // A tenth of a KiB interests nobody; of a MiB it does.
    const int digits = bytes < unitStep * unitStep ? 0 : 1;
    return m_locale.formattedDataSize(bytes, digits, QLocale::DataSizeIecFormat);
}

QString FileText::bytes(qint64 bytes) const
{
    const QString number = m_locale.toString(bytes);
    return bytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(number);
}

QString FileText::modified(Timestamp time) const
{
    const auto age = floor<std::chrono::seconds>(m_now - time);
    if (age < -5s || age > 30 * 24h) // clocks differ by a little; more than that is a date
        return m_locale.toString(toDateTime(time).toLocalTime().date(), QLocale::ShortFormat);
    return FleetText::ago(std::max(age, 0s));
}

QString FileText::exactTime(Timestamp time) const
{
    return FleetText(m_locale, m_now).exactTime(time);
}

QString FileText::sizeCell(const FileNode &node) const
{
    if (!node.isDirectory())
        return size(node.entry.size);
    const FileDirectory &directory = *node.directory;
    if (directory.state != FileNodeState::Loaded || node.isDraft)
        return {};
    return tr("%n item(s)", nullptr, int(directory.rows.size()));
}

QString FileText::cell(const FileNode &node, FileColumn column) const
{
    const FileEntry &entry = node.entry;
    switch (column) {
    case FileColumn::Name:
        return node.shownName;
    case FileColumn::Size:
        return sizeCell(node);
    case FileColumn::Modified:
        return entry.modified ? modified(*entry.modified) : QString();
    case FileColumn::Permissions:
        return displayText(entry.permissions, 16);
    case FileColumn::Owner:
        return displayText(entry.owner, 64);
    }
    return {};
}

QString FileText::nameToolTip(const FileNode &node)
{
    QStringList lines{displayText(node.path(), 1024)};
    if (node.entry.symlinkTarget)
        lines.append(tr("Link to %1").arg(displayText(*node.entry.symlinkTarget, 1024)));
    else if (!node.isDirectory() && node.entry.type != FileType::File)
        lines.append(kind(node.entry));
    if (node.isDirectory()) {
        if (const QString words = directoryWords(*node.directory); !words.isEmpty())
            lines.append(words);
    }
    return lines.join(u'\n');
}

QString FileText::toolTip(const FileNode &node, FileColumn column) const
{
    const FileEntry &entry = node.entry;
    if (node.isDraft)
        return {};
    switch (column) {
    case FileColumn::Name:
        return toolTipText(nameToolTip(node));
    case FileColumn::Size:
        return node.isDirectory() ? QString() : toolTipText(bytes(entry.size));
    case FileColumn::Modified:
        return entry.modified ? toolTipText(exactTime(*entry.modified)) : QString();
    case FileColumn::Permissions:
        return entry.permissions.empty()
                   ? QString()
                   : toolTipText(QString::number(entry.mode, 8).rightJustified(4, u'0'));
    case FileColumn::Owner:
        return entry.owner.empty() && entry.group.empty()
                   ? QString()
                   : toolTipText(tr("Owner %1, group %2")
                                     .arg(displayText(entry.owner), displayText(entry.group)));
    }
    return {};
}

QString FileText::accessible(const FileNode &node, FileColumn column) const
{
    if (node.isDraft)
        return tr("New folder");
    if (column != FileColumn::Name)
        return tr("%1: %2", "column: value").arg(FileText::column(column), cell(node, column));
    QStringList parts{node.shownName};
    if (!node.isRoot())
        parts.append(kind(node.entry));
    if (const QString size = sizeCell(node); !size.isEmpty())
        parts.append(size);
    if (node.entry.modified)
        parts.append(tr("changed %1").arg(modified(*node.entry.modified)));
    if (node.isDirectory()) {
        if (node.directory->state == FileNodeState::Loading)
            parts.append(tr("loading"));
        if (const QString words = directoryWords(*node.directory); !words.isEmpty())
            parts.append(words);
    }
    return parts.join(u", "_s);
}

} // namespace Sandglass
