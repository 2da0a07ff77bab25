// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/filetreestage.h>

#include <QTest>

namespace Sandglass {

void FileTreeStage::initTestCase()
{
    qputenv("TZ", "UTC");
}

void FileTreeStage::init()
{
    QTest::failOnWarning();
    m_files = std::make_unique<FakeFiles>();
    m_model = std::make_unique<FileTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_tester->setUseFetchMore(false);
    m_files->supply(*m_model);
    m_resets = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::modelReset);
}

void FileTreeStage::cleanup()
{
    QCOMPARE(m_resets->size(), 0);
    m_resets.reset();
    m_tester.reset();
    m_model.reset();
    m_files.reset();
}

void FileTreeStage::load(const char *path) const
{
    expand(path);
    QTRY_COMPARE(at(path).data(StateRole).toInt(), int(FileNodeState::Loaded));
}

} // namespace Sandglass
