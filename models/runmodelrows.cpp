// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runmodel.h>

#include <algorithm>
#include <utility>

/// The rows of RunModel and their limits.
namespace Sandglass {

namespace {

/// More than the one that is still written to.
bool hasLines(const RunEntry &entry)
{
    return entry.lines.endLine() - entry.lines.firstLine() > 1;
}

} // namespace

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunEntry &row = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RunTextRole:
        return RunWords::copy(row);
    case RunKindRole:
        return int(row.kind);
    case RunNumberRole:
        return row.number;
    case RunTitleRole:
        return row.title;
    case RunPhaseRole:
        return int(row.phase);
    default:
        return {};
    }
}

QHash<int, QByteArray> RunModel::roleNames() const
{
    return {{RunKindRole, "kind"},
            {RunNumberRole, "number"},
            {RunTitleRole, "title"},
            {RunTextRole, "text"},
            {RunPhaseRole, "phase"}};
}

int RunModel::noticeRow(int run) const
{
    const auto found = std::ranges::find_if(m_rows, [run](const auto &row) {
        return row->run == run && row->kind == RunEntryKind::Notice && row->phase != RunPhase::None;
    });
    return int(found - m_rows.begin());
}

void RunModel::updateNotice(const RunFacts &facts)
{
    const int row = noticeRow(facts.run);
    if (row == rowCount())
        return;
    RunEntry &notice = *m_rows[std::size_t(row)];
    const qint64 before = notice.textCost();
    notice.phase = facts.phase;
    notice.number = facts.number;
    notice.title = RunWords::noticeTitle(facts);
    notice.detail = RunWords::noticeDetail(facts);
    m_text += notice.textCost() - before;
    changed(row);
}

/// Those that wait moved up.
void RunModel::updateQueue()
{
    for (int ahead = 0; Run & run : m_open) {
        if (run.facts.phase == RunPhase::Waiting && run.facts.ahead != ahead) {
            run.facts.ahead = ahead;
            updateNotice(run.facts);
        }
        ++ahead;
    }
}

void RunModel::insert(int row, RunEntry entry)
{
    entry.id = ++m_lastId;
    m_text += entry.textCost();
    m_pictures += entry.bytes.size();
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, std::make_unique<RunEntry>(std::move(entry)));
    endInsertRows();
}

void RunModel::remove(int row)
{
    m_text -= entry(row).textCost();
    m_pictures -= entry(row).bytes.size();
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void RunModel::changed(int row)
{
    ++m_rows[std::size_t(row)]->revision;
    Q_EMIT dataChanged(index(row), index(row));
}

void RunModel::keepLimits()
{
    bool dropped = false;
    for (int row = 0; row < rowCount();) {
        const bool tooMuch =
            m_text > maximumText || m_pictures > maximumPictures || rowCount() > maximumRows;
        if (!tooMuch)
            break;
        if (!shorten(row)) {
            ++row;
            continue;
        }
        dropped = true;
    }
    if (dropped)
        tellDropped();
}

/// Takes the row, or its first lines where that is enough. False for one that has to stay.
bool RunModel::shorten(int row)
{
    RunEntry &first = *m_rows[std::size_t(row)];
    const bool isOpen = std::ranges::any_of(m_open, [&](const Run &run) {
        return run.facts.run == first.run && first.kind == RunEntryKind::Notice &&
               first.phase != RunPhase::None;
    });
    const bool onlyPictures = m_text <= maximumText && rowCount() <= maximumRows;
    if (first.id == m_droppedId || isOpen || (onlyPictures && first.bytes.isEmpty()))
        return false;
    const qint64 excess = m_text - maximumText;
    if (excess > 0 && hasLines(first) && first.lines.cost() > excess) {
        const qint64 taken = first.lines.dropFront(first.lines.cost() - excess);
        m_text -= taken;
        m_droppedText += taken / 2; // two bytes of memory for each character, about
        changed(row);
        if (taken > 0)
            return true;
    }
    m_droppedText += first.textCost() / 2;
    m_droppedPictures += first.bytes.isEmpty() ? 0 : 1;
    remove(row);
    return true;
}

void RunModel::tellDropped()
{
    if (m_droppedId == 0) {
        insert(0, {});
        m_droppedId = m_rows.front()->id;
    }
    RunEntry &notice = *m_rows.front();
    const qint64 before = notice.textCost();
    notice.title = RunWords::dropped(m_droppedText, m_droppedPictures);
    m_text += notice.textCost() - before;
    changed(0);
}

} // namespace Sandglass
