// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/duration.h>
#include <widgets/errorbox.h>
#include <widgets/newsandboxdialog.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestNewSandboxDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init();
    void cleanup() { m_dialog.reset(); }

    void durationsAreReadAsPeopleWriteThem_data();
    void durationsAreReadAsPeopleWriteThem();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void enterCreatesWhatWasTyped();
    void controlEnterCreates();
    void aTimeAboveThePlanIsRefusedAtItsFieldAndNothingIsSent();
    void anotherConnectionBringsItsOwnLimit();
    void anEmptyTemplateIsRefusedAndTakesTheFocus();
    void aValueWithoutAKeyIsRefused();
    void aKeyThatStandsTwiceIsRefused();
    void pairsAreAddedAndTakenAwayWithTheMouse();
    void anErrorKeepsWhatWasTyped();
    void whileBusyNothingIsSentTwice();
    void itGrowsWithItsContentSoThatNothingIsSqueezed();
    void theFocusComesBackAfterARefusal();
    void escapeCloses();

private:
    [[nodiscard]] QLineEdit *field(const QString &name) const;
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] bool says(const QString &part) const;

    std::unique_ptr<NewSandboxDialog> m_dialog;
};

void TestNewSandboxDialog::init()
{
    QTest::failOnWarning();
    m_dialog = std::make_unique<NewSandboxDialog>();
    m_dialog->setTargets(
        {{.connectionId = u"local"_s, .name = u"local"_s, .colorRole = 2, .templates = {u"base"_s}},
         {.connectionId = u"prod"_s,
          .name = u"prod"_s,
          .templates = {u"base"_s},
          .longest = 24h,
          .longestReason = u"the plan of prod"_s}});
    m_dialog->setDraft({.connectionId = u"prod"_s, .templateId = u"base"_s, .timeout = 5min});
    m_dialog->open();
    m_dialog->activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QLineEdit *TestNewSandboxDialog::field(const QString &name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

QPushButton *TestNewSandboxDialog::button(const QString &text) const
{
    for (QPushButton *one : m_dialog->findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

bool TestNewSandboxDialog::says(const QString &part) const
{
    return std::ranges::any_of(m_dialog->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(part);
    });
}

void TestNewSandboxDialog::durationsAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // 0: refused
    QTest::newRow("seconds") << u"300"_s << qint64(300);
    QTest::newRow("unit s") << u"45s"_s << qint64(45);
    QTest::newRow("minutes") << u"5m"_s << qint64(300);
    QTest::newRow("hours") << u" 2H "_s << qint64(7200);
    QTest::newRow("mixed") << u"1h 30m"_s << qint64(5400);
    QTest::newRow("days") << u"1d"_s << qint64(86400);
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("unit alone") << u"m"_s << qint64(0);
    QTest::newRow("words") << u"five minutes"_s << qint64(0);
    QTest::newRow("rest without unit") << u"1h 30"_s << qint64(0);
    QTest::newRow("negative") << u"-5m"_s << qint64(0);
    QTest::newRow("fraction") << u"1.5h"_s << qint64(0);
    QTest::newRow("more than a year") << u"9999999999999999999999d"_s << qint64(0);
    QTest::newRow("sum above a year") << u"366d 1s"_s << qint64(0);
}

void TestNewSandboxDialog::durationsAreReadAsPeopleWriteThem()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto parsed = parseDuration(text);
    QCOMPARE(parsed ? qint64(parsed->count()) : 0, seconds);
}

void TestNewSandboxDialog::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(45) << u"45s"_s;
    QTest::newRow("minutes") << qint64(300) << u"5m"_s;
    QTest::newRow("a day") << qint64(86400) << u"24h"_s;
    QTest::newRow("two days") << qint64(2 * 86400 + 60) << u"2d 1m"_s;
}

void TestNewSandboxDialog::whatIsWrittenIsReadBack()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(std::chrono::seconds(seconds)), text);
    QCOMPARE(parseDuration(text), std::chrono::seconds(seconds));
}

void TestNewSandboxDialog::enterCreatesWhatWasTyped()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    QLineEdit *time = field(u"Time limit"_s);
    time->selectAll();
    QTest::keyClicks(time, u"2h"_s);
    QTest::keyClick(time, Qt::Key_Return);
    QCOMPARE(created.size(), 1);
    const auto draft = created.first().first().value<NewSandboxDraft>();
    QCOMPARE(draft.timeout, 2h);
    QCOMPARE(draft.connectionId, u"prod"_s);
    QCOMPARE(draft.templateId, u"base"_s);
    QVERIFY(m_dialog->isVisible()); // until the app accepts it
}

void TestNewSandboxDialog::controlEnterCreates()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(created.size(), 1);
}

void TestNewSandboxDialog::aTimeAboveThePlanIsRefusedAtItsFieldAndNothingIsSent()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    QLineEdit *time = field(u"Time limit"_s);
    time->selectAll();
    QTest::keyClicks(time, u"25h"_s);
    QVERIFY(says(u"At most 24h (the plan of prod)."_s));
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 0);
    QVERIFY(time->hasFocus());
    QCOMPARE(time->text(), u"25h"_s);
    time->selectAll();
    QTest::keyClicks(time, u"24h"_s);
    QVERIFY(!says(u"(the plan of prod)"_s));
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 1);
}

void TestNewSandboxDialog::anotherConnectionBringsItsOwnLimit()
{
    field(u"Time limit"_s)->setText(u"25h"_s);
    QVERIFY(says(u"At most 24h"_s));
    m_dialog->findChildren<QComboBox *>().first()->setCurrentIndex(0);
    QVERIFY(!says(u"At most 24h"_s));
    QCOMPARE(m_dialog->draft().connectionId, u"local"_s);
    QCOMPARE(m_dialog->draft().timeout, 25h);
    QCOMPARE(m_dialog->draft().templateId, u"base"_s);
}

void TestNewSandboxDialog::anEmptyTemplateIsRefusedAndTakesTheFocus()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    auto *combo = m_dialog->findChildren<QComboBox *>().at(1);
    combo->setEditText(u"  "_s);
    field(u"Time limit"_s)->setFocus();
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 0);
    QVERIFY(says(u"Name the template"_s));
    QVERIFY(combo->hasFocus());
}

void TestNewSandboxDialog::aValueWithoutAKeyIsRefused()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    QTest::mouseClick(button(u"Add a pair"_s), Qt::LeftButton);
    QTest::keyClicks(field(u"Value"_s), u"acme"_s);
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 0);
    QVERIFY(says(u"A value needs a key"_s));
    QVERIFY(field(u"Key"_s)->hasFocus());
    QTest::keyClicks(field(u"Key"_s), u"tenant"_s);
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 1);
    QCOMPARE(created.first().first().value<NewSandboxDraft>().metadata,
             (QMap<QString, QString>{{u"tenant"_s, u"acme"_s}}));
}

void TestNewSandboxDialog::aKeyThatStandsTwiceIsRefused()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    m_dialog->setDraft({.connectionId = u"prod"_s,
                        .templateId = u"base"_s,
                        .metadata = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}});
    QList<QLineEdit *> keys;
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"Key")
            keys.append(edit);
    }
    QCOMPARE(keys.size(), 2);
    keys.at(1)->setText(u" a "_s);
    QTest::mouseClick(button(u"Create"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 0);
    QVERIFY(says(u"The key a stands twice"_s));
}

void TestNewSandboxDialog::pairsAreAddedAndTakenAwayWithTheMouse()
{
    QTest::mouseClick(button(u"Add a pair"_s), Qt::LeftButton);
    QVERIFY(field(u"Key"_s)->hasFocus());
    QTest::keyClicks(field(u"Key"_s), u"owner"_s);
    QTest::keyClick(field(u"Key"_s), Qt::Key_Tab);
    QVERIFY(field(u"Value"_s)->hasFocus());
    QTest::keyClicks(field(u"Value"_s), u"ana"_s);
    QCOMPARE(m_dialog->draft().metadata.value(u"owner"_s), u"ana"_s);
    QTest::keyClick(field(u"Value"_s), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the button that takes it away
    QVERIFY(m_dialog->draft().metadata.isEmpty());
}

void TestNewSandboxDialog::anErrorKeepsWhatWasTyped()
{
    const NewSandboxDraft draft{.connectionId = u"prod"_s,
                                .templateId = u"desktop"_s,
                                .timeout = 90s,
                                .metadata = {{u"name"_s, u"x"_s}}};
    m_dialog->setDraft(draft);
    m_dialog->setBusy(u"Creating…"_s);
    m_dialog->setError(u"prod refused to create it"_s, u"<b>429</b>"_s);
    QCOMPARE(m_dialog->draft(), draft);
    QVERIFY(m_dialog->findChild<ErrorBox *>()->isVisible());
    QVERIFY(says(u"<b>429</b>"_s)); // plain, not bold
    QVERIFY(button(u"Create"_s)->isEnabled());
    m_dialog->setError({});
    QVERIFY(!m_dialog->findChild<ErrorBox *>()->isVisible());
}

void TestNewSandboxDialog::whileBusyNothingIsSentTwice()
{
    QSignalSpy created(m_dialog.get(), &NewSandboxDialog::createRequested);
    m_dialog->setBusy(u"Creating…"_s);
    QVERIFY(says(u"Creating…"_s));
    QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(created.size(), 0);
}

void TestNewSandboxDialog::itGrowsWithItsContentSoThatNothingIsSqueezed()
{
    const int before = m_dialog->height();
    for (int pair = 0; pair < 6; ++pair)
        QTest::mouseClick(button(u"Add a pair"_s), Qt::LeftButton);
    m_dialog->setError(u"It was refused"_s, u"a long reason "_s.repeated(30));
    QTRY_VERIFY(m_dialog->height() > before + 6 * 26);
    for (const QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->isVisible() && edit->hasFrame())
            QTRY_COMPARE(edit->height(), edit->sizeHint().height());
    }
}

void TestNewSandboxDialog::theFocusComesBackAfterARefusal()
{
    QLineEdit *time = field(u"Time limit"_s);
    time->setFocus();
    m_dialog->setBusy(u"Creating…"_s);
    QVERIFY(!button(u"Cancel"_s)->hasFocus());
    m_dialog->setError(u"It was refused"_s);
    QVERIFY(time->hasFocus());
}

void TestNewSandboxDialog::escapeCloses()
{
    QSignalSpy finished(m_dialog.get(), &QDialog::finished);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestNewSandboxDialog)
#include "tst_newsandboxdialog.moc"
