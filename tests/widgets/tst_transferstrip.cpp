// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <widgets/transferbar.h>
#include <widgets/transferrow.h>
#include <widgets/transferstrip.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// The transfers below the files.
class TestTransferStrip final : public FilesStage
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTransfersThereIsNoStrip();
    void aRowSaysHowFarItIs();
    void cancelAsksForThatOne();
    void doneRowsShowWhereTheyAre();
    void failedRowsKeepTheirWordsAndTryAgain();
    void endedRowsCanBeClearedAway();
    void severalHaveASummaryThatFolds();
    void manyFoldAwayByThemselves();
    void cancelAllAsksForEveryActiveOne();
    void thousandsAreCounted();
    void rowsKeepTheirHeightInEveryState();
    void aDockSaysAllOfARunningTransfer();
    void everyButtonHasAName();

private:
    void add(quint64 id, TransferState state = TransferState::Waiting) const;
    [[nodiscard]] TransferStrip *strip() const { return m_view->findChild<TransferStrip *>(); }
    [[nodiscard]] QList<TransferRow *> rows() const;
    [[nodiscard]] QString texts(int row) const;
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
};

void TestTransferStrip::add(quint64 id, TransferState state) const
{
    m_transfers->add({.id = id, .name = u"file%1"_s.arg(id), .state = state, .total = 1000});
}

QList<TransferRow *> TestTransferStrip::rows() const
{
    QList<TransferRow *> shown = m_view->findChildren<TransferRow *>();
    shown.removeIf([](const TransferRow *row) { return row->isHidden(); });
    return shown;
}

QString TestTransferStrip::texts(int row) const
{
    QStringList all;
    for (const QLabel *label : rows().at(row)->findChildren<QLabel *>())
        all.append(label->text());
    return all.join(u'|');
}

QAbstractButton *TestTransferStrip::button(const QString &text) const
{
    for (QAbstractButton *button : strip()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && (button->text() == text || button->toolTip() == text))
            return button;
    }
    return nullptr;
}

void TestTransferStrip::withoutTransfersThereIsNoStrip()
{
    show();
    QVERIFY(!strip()->isVisible());
    add(1);
    QVERIFY(strip()->isVisible());
    m_transfers->remove(1);
    QVERIFY(!strip()->isVisible());
}

void TestTransferStrip::aRowSaysHowFarItIs()
{
    show();
    add(1);
    m_transfers->progress(1, 250, 1000);
    QCOMPARE(texts(0), u"file1|250 of 1,000 B"_s);
    QCOMPARE(rows().first()->findChild<TransferBar *>()->fraction(), 0.25);
    QVERIFY(rows().first()->accessibleName().contains(u"Download of file1"_s));
    m_transfers->progress(1, 250, -1);
    QVERIFY(!rows().first()->findChild<TransferBar *>()->isVisible());
}

void TestTransferStrip::cancelAsksForThatOne()
{
    show();
    add(7);
    add(8);
    QSignalSpy cancelled(m_view, &FilesView::cancelRequested);
    const auto buttons = rows().at(1)->findChildren<QToolButton *>();
    const auto close = std::ranges::find_if(
        buttons, [](const QToolButton *one) { return one->toolTip() == u"Cancel"_s; });
    QVERIFY(close != buttons.end());
    QTest::mouseClick(*close, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.first().first().toULongLong(), 8U);
    QCOMPARE(m_transfers->rowCount(), 2); // the app says what became of it
}

void TestTransferStrip::doneRowsShowWhereTheyAre()
{
    show();
    add(3);
    m_transfers->finish(3, 1000, u"Downloads"_s);
    QVERIFY(texts(0).contains(u"in Downloads"_s));
    QVERIFY(!button(u"Try again"_s));
    QSignalSpy revealed(m_view, &FilesView::revealRequested);
    QTest::mouseClick(button(u"Show in folder"_s), Qt::LeftButton);
    QCOMPARE(revealed.first().first().toULongLong(), 3U);
}

void TestTransferStrip::failedRowsKeepTheirWordsAndTryAgain()
{
    show();
    add(3);
    m_transfers->fail(3, u"The disk is full."_s);
    QVERIFY(texts(0).contains(u"The disk is full."_s));
    QSignalSpy retried(m_view, &FilesView::retryRequested);
    button(u"Try again"_s)->setFocus();
    QTest::keyClick(button(u"Try again"_s), Qt::Key_Space);
    QCOMPARE(retried.first().first().toULongLong(), 3U);
    add(3); // starts over
    QVERIFY(!button(u"Try again"_s));
}

void TestTransferStrip::endedRowsCanBeClearedAway()
{
    show();
    add(1);
    add(2);
    m_transfers->finish(1, 5, {});
    QTest::mouseClick(button(u"Clear this row"_s), Qt::LeftButton);
    QTRY_COMPARE(m_transfers->rowCount(), 1);
    QCOMPARE(rows().size(), 1);
    add(3);
    m_transfers->cancel(2);
    m_transfers->cancel(3);
    QTest::mouseClick(button(u"Clear"_s), Qt::LeftButton);
    QVERIFY(!strip()->isVisible());
}

void TestTransferStrip::severalHaveASummaryThatFolds()
{
    show();
    add(1);
    QVERIFY(!button(u"Fold the transfers away"_s));
    add(2);
    QVERIFY(!strip()->isFolded());
    const int open = strip()->sizeHint().height();
    QTest::mouseClick(button(u"Fold the transfers away"_s), Qt::LeftButton);
    QVERIFY(strip()->isFolded());
    QVERIFY(!rows().first()->isVisible());
    QVERIFY(strip()->sizeHint().height() < open);
    QTest::mouseClick(button(u"Show every transfer"_s), Qt::LeftButton);
    QVERIFY(rows().first()->isVisible());
}

void TestTransferStrip::manyFoldAwayByThemselves()
{
    show();
    for (quint64 id = 1; id <= TransferStrip::mostUnfolded; ++id)
        add(id);
    QVERIFY(!strip()->isFolded());
    add(99);
    QVERIFY(strip()->isFolded());
    strip()->setFolded(false);
    add(100);
    QVERIFY(!strip()->isFolded()); // as the user wants it
}

void TestTransferStrip::cancelAllAsksForEveryActiveOne()
{
    show();
    add(1, TransferState::Running);
    add(2, TransferState::Done);
    add(3);
    QSignalSpy cancelled(m_view, &FilesView::cancelRequested);
    // The app answers at once, and the rows change under the loop.
    connect(m_view, &FilesView::cancelRequested, m_transfers.get(), &TransfersModel::remove);
    QTest::mouseClick(button(u"Cancel all"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 2);
    QCOMPARE(m_transfers->rowCount(), 1);
}

void TestTransferStrip::thousandsAreCounted()
{
    show();
    for (quint64 id = 1; id <= 1000; ++id)
        add(id);
    QCOMPARE(rows().size(), qsizetype(TransferStrip::mostRows));
    strip()->setFolded(false);
    const auto isSaid = [this](const QString &text) {
        const QList<QLabel *> labels = strip()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY(isSaid(u"900"_s));
    QTRY_VERIFY(isSaid(u"1000 transfer"_s));
    m_transfers->removeEnded();
    QCOMPARE(m_transfers->rowCount(), 1000);
    for (quint64 id = 1; id <= 999; ++id)
        m_transfers->cancel(id);
    m_transfers->removeEnded();
    QCOMPARE(rows().size(), 1);
    QCOMPARE(texts(0).section(u'|', 0, 0), u"file1000"_s);
}

void TestTransferStrip::rowsKeepTheirHeightInEveryState()
{
    show();
    add(1);
    const int height = rows().first()->height();
    m_transfers->progress(1, 1, 1000);
    QCOMPARE(rows().first()->height(), height);
    m_transfers->fail(1, u"x"_s);
    QCOMPARE(rows().first()->height(), height);
    m_view->setCompact(true);
    QVERIFY(rows().first()->height() > height);
}

void TestTransferStrip::aDockSaysAllOfARunningTransfer()
{
    show();
    m_view->setCompact(true);
    m_window->resize(244, 560);
    QTRY_COMPARE(m_view->width(), 244);
    runTransfers();
    const auto *bar = rows().first()->findChild<TransferBar *>();
    QVERIFY(bar->isVisible());
    bool isFound = false;
    for (const QLabel *label : rows().first()->findChildren<QLabel *>()) {
        if (!label->text().contains(u"left"_s))
            continue;
        isFound = true;
        QTRY_VERIFY(label->width() >= label->fontMetrics().horizontalAdvance(label->text()));
        QVERIFY(!label->geometry().intersects(bar->geometry()));
    }
    QVERIFY(isFound);
}

void TestTransferStrip::everyButtonHasAName()
{
    show();
    add(1);
    add(2);
    m_transfers->finish(2, 5, {});
    for (const QAbstractButton *one : strip()->findChildren<QAbstractButton *>())
        QVERIFY(!one->accessibleName().isEmpty() || !one->text().isEmpty());
}

QTEST_MAIN(TestTransferStrip)
#include "tst_transferstrip.moc"
