// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/connectiondialog.h>
#include <widgets/connectionfields.h>

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TestConnectionDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init();
    void cleanup() { m_dialog.reset(); }

    void addressesAreChecked_data();
    void addressesAreChecked();
    void domainsAreChecked_data();
    void domainsAreChecked();
    void keysAreChecked_data();
    void keysAreChecked();
    void onlyHttpToOtherComputersIsUnencrypted();
    void aMissingKeyIsSaidAtItsFieldAndNothingIsSent();
    void aPastedKeyLosesTheBlanksAroundIt();
    void aKeptKeyNeedNotBeEnteredAgain();
    void theKeyIsHiddenUntilItIsAskedFor();
    void aBadAddressTakesTheFocus();
    void anUnencryptedAddressIsAWarningOnly();
    void enterSavesTheWholeDraft();
    void testWaitsForItsResult();
    void resultsAreListedWithTimes();
    void theColourIsChosenWithTheKeyboard();

private:
    [[nodiscard]] QLineEdit *field(const QString &name) const;
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] bool says(const QString &part) const;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

void TestConnectionDialog::init()
{
    QTest::failOnWarning();
    m_dialog = std::make_unique<ConnectionDialog>();
    m_dialog->setDraft({.name = u"prod"_s, .key = u"e2b_0123"_s});
    m_dialog->open();
    m_dialog->activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QLineEdit *TestConnectionDialog::field(const QString &name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

QPushButton *TestConnectionDialog::button(const QString &text) const
{
    for (QPushButton *one : m_dialog->findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

bool TestConnectionDialog::says(const QString &part) const
{
    return std::ranges::any_of(m_dialog->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(part);
    });
}

void TestConnectionDialog::addressesAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::newRow("cloud") << u"https://api.e2b.app"_s << true;
    QTest::newRow("port and path") << u"http://127.0.0.1:3000/api"_s << true;
    QTest::newRow("around") << u"  https://api.e2b.app "_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no scheme") << u"api.e2b.app"_s << false;
    QTest::newRow("other scheme") << u"ftp://api.e2b.app"_s << false;
    QTest::newRow("no host") << u"https://"_s << false;
    QTest::newRow("blank") << u"https://api e2b.app"_s << false;
    QTest::newRow("port out of range") << u"https://a.b:99999"_s << false;
    QTest::newRow("password") << u"https://u:p@a.b"_s << false;
    QTest::newRow("query") << u"https://a.b/?key=1"_s << false;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
}

void TestConnectionDialog::addressesAreChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, fine);
    QCOMPARE(urlProblem(text).isEmpty(), fine);
}

void TestConnectionDialog::domainsAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::newRow("cloud") << u"e2b.app"_s << true;
    QTest::newRow("local") << u"localhost:49983"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("scheme") << u"https://e2b.app"_s << false;
    QTest::newRow("path") << u"e2b.app/x"_s << false;
    QTest::newRow("dots") << u"e2b..app"_s << false;
    QTest::newRow("end") << u"e2b."_s << false;
    QTest::newRow("line end") << u"e2b.app\nX-Evil: 1"_s << false;
}

void TestConnectionDialog::domainsAreChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, fine);
    QCOMPARE(domainProblem(text).isEmpty(), fine);
}

void TestConnectionDialog::keysAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::newRow("key") << u"e2b_00112233445566778899aabbccddeeff00112233"_s << true;
    QTest::newRow("empty") << u"  "_s << false;
    QTest::newRow("blank inside") << u"e2b_0011 2233"_s << false;
    QTest::newRow("line end inside") << u"e2b_0011\n2233"_s << false;
    QTest::newRow("quote from a page") << u"\u201ce2b_0011\u201d"_s << false;
    QTest::newRow("no-break space") << u"e2b_\u00a00011"_s << false;
}

void TestConnectionDialog::keysAreChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, fine);
    QCOMPARE(keyProblem(text).isEmpty(), fine);
}

void TestConnectionDialog::onlyHttpToOtherComputersIsUnencrypted()
{
    QVERIFY(isUnencrypted(u"http://sandbox.example.org"_s));
    QVERIFY(isUnencrypted(u"http://10.0.0.1:3000"_s));
    QVERIFY(!isUnencrypted(u"https://sandbox.example.org"_s));
    QVERIFY(!isUnencrypted(u"http://127.0.0.1:3000"_s));
    QVERIFY(!isUnencrypted(u"http://localhost:3000"_s));
    QVERIFY(isUnencrypted(u"http://localhost.example.org"_s));
    QVERIFY(isUnencrypted(u"http://127.example.org"_s));
}

void TestConnectionDialog::aMissingKeyIsSaidAtItsFieldAndNothingIsSent()
{
    QSignalSpy tested(m_dialog.get(), &ConnectionDialog::testRequested);
    field(u"API key"_s)->clear();
    QTest::mouseClick(button(u"Test"_s), Qt::LeftButton);
    QCOMPARE(tested.size(), 0);
    QVERIFY(says(u"Paste the API key"_s));
    QVERIFY(!says(u"Kept in the system keychain"_s));
    QVERIFY(field(u"API key"_s)->hasFocus());
    QTest::keyClicks(field(u"API key"_s), u"e"_s);
    QVERIFY(says(u"Kept in the system keychain"_s));
}

void TestConnectionDialog::aPastedKeyLosesTheBlanksAroundIt()
{
    QLineEdit *key = field(u"API key"_s);
    key->clear();
    QGuiApplication::clipboard()->setText(u" \te2b_abcd \n"_s);
    QTest::keySequence(key, QKeySequence::Paste);
    QCOMPARE(key->text(), u"e2b_abcd"_s);
    QCOMPARE(m_dialog->draft().key, u"e2b_abcd"_s);
}

void TestConnectionDialog::aKeptKeyNeedNotBeEnteredAgain()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saveRequested);
    m_dialog->setDraft({.id = u"prod"_s, .name = u"prod"_s}, true);
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    QVERIFY(saved.first().first().value<ConnectionDraft>().key.isEmpty());
    QCOMPARE(saved.first().first().value<ConnectionDraft>().id, u"prod"_s);
}

void TestConnectionDialog::theKeyIsHiddenUntilItIsAskedFor()
{
    QLineEdit *key = field(u"API key"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    auto *reveal = m_dialog->findChild<QToolButton *>();
    QCOMPARE(reveal->accessibleName(), u"Show the key"_s);
    key->setFocus();
    QTest::keyClick(key, Qt::Key_Tab);
    QVERIFY(reveal->hasFocus());
    QTest::keyClick(reveal, Qt::Key_Space);
    QCOMPARE(key->echoMode(), QLineEdit::Normal);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
}

void TestConnectionDialog::aBadAddressTakesTheFocus()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saveRequested);
    field(u"API address"_s)->setText(u"api.e2b.app"_s);
    field(u"Sandbox address"_s)->setText(u"nonsense"_s);
    QTest::keyClick(field(u"Name"_s), Qt::Key_Return);
    QCOMPARE(saved.size(), 0);
    QVERIFY(field(u"API address"_s)->hasFocus());
    QVERIFY(says(u"has to begin with https://"_s));
    field(u"API address"_s)->setText(u"https://api.e2b.app"_s);
    QTest::keyClick(field(u"Name"_s), Qt::Key_Return);
    QCOMPARE(saved.size(), 0);
    QVERIFY(field(u"Sandbox address"_s)->hasFocus());
}

void TestConnectionDialog::anUnencryptedAddressIsAWarningOnly()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saveRequested);
    field(u"API address"_s)->setText(u"http://e2b.example.org"_s);
    QVERIFY(says(u"the key can be read on the way"_s));
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
}

void TestConnectionDialog::enterSavesTheWholeDraft()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saveRequested);
    m_dialog->setDraft({.id = u"x"_s,
                        .name = u"x"_s,
                        .colorRole = 3,
                        .apiUrl = u"https://a.b"_s,
                        .domain = u"a.b"_s,
                        .sandboxUrl = u"https://s.b"_s,
                        .key = u"k"_s,
                        .readOnly = true});
    QLineEdit *name = field(u"Name"_s);
    name->selectAll();
    QTest::keyClicks(name, u" mine "_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    const auto draft = saved.first().first().value<ConnectionDraft>();
    QCOMPARE(draft.name, u"mine"_s);
    QCOMPARE(draft.colorRole, 3);
    QCOMPARE(draft.apiUrl, u"https://a.b"_s);
    QCOMPARE(draft.sandboxUrl, u"https://s.b"_s);
    QVERIFY(draft.readOnly);
    QVERIFY(m_dialog->isVisible()); // until the app accepts it
}

void TestConnectionDialog::testWaitsForItsResult()
{
    QSignalSpy tested(m_dialog.get(), &ConnectionDialog::testRequested);
    QTest::mouseClick(button(u"Test"_s), Qt::LeftButton);
    QCOMPARE(tested.size(), 1);
    using State = ConnectionCheck::State;
    m_dialog->setTestResult({{.name = u"API"_s, .state = State::Running}, {.name = u"List"_s}});
    QVERIFY(!button(u"Test"_s)->isEnabled());
    m_dialog->setTestResult({{.name = u"API"_s, .state = State::Failed}});
    QVERIFY(button(u"Test"_s)->isEnabled());
}

void TestConnectionDialog::resultsAreListedWithTimes()
{
    using State = ConnectionCheck::State;
    m_dialog->setTestResult(
        {{.name = u"API"_s, .state = State::Works, .latency = u"38 ms"_s},
         {.name = u"Metrics"_s, .state = State::Missing},
         {.name = u"List"_s, .state = State::Failed, .detail = u"key <i>rejected</i>"_s}});
    QVERIFY(says(u"38 ms"_s));
    QVERIFY(says(u"works"_s));
    QVERIFY(says(u"not offered"_s));
    QVERIFY(says(u"key <i>rejected</i>"_s));
    m_dialog->setTestResult({});
    QVERIFY(!says(u"not offered"_s));
}

void TestConnectionDialog::theColourIsChosenWithTheKeyboard()
{
    field(u"Name"_s)->setFocus();
    QTest::keyClick(field(u"Name"_s), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Purple"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(m_dialog->draft().colorRole, 1);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
