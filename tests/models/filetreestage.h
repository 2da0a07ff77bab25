// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/filetreemodel.h>
#include <tests/models/fakefiles.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <memory>

namespace Sandglass {

/// Base of the tests of the file tree: a model over a sandbox written by hand, with the root /w,
/// watched by the model tester. No test may reset it.
class FileTreeStage : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] QModelIndex at(const char *path) const { return m_model->indexOf(path); }
    void expand(const char *path) const { m_model->setExpanded(at(path), true); }
    void load(const char *path) const;
    [[nodiscard]] FileNodeState state(const char *path) const
    {
        return FileNodeState(at(path).data(StateRole).toInt());
    }
    [[nodiscard]] QString tree(const QList<int> &columns = {0}) const
    {
        return printTree(*m_model, columns);
    }

    std::unique_ptr<FakeFiles> m_files;
    std::unique_ptr<FileTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Sandglass
