// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost unasked: tabs are closed with texts and transfers in a real sandbox.
#include <app/actions/closeaction.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <app/startup.h>
#include <tests/app/localsandbox.h>
#include <widgets/codeeditor.h>
#include <widgets/filesview.h>
#include <widgets/filetreeview.h>

#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class CloseActionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_sandbox = std::make_unique<LocalSandbox>();
        QVERIFY(m_sandbox->isRunning());
        m_window = std::make_unique<QWidget>();
        m_area = new SandboxArea(m_sandbox->context(), m_window.get());
        m_close = new CloseAction(*m_area, m_window.get());
        m_window->resize(1000, 700);
        m_window->show();
        m_pane = m_area->open(m_sandbox->key());
        QVERIFY(m_pane != nullptr);
    }
    void cleanup()
    {
        m_window.reset();
        m_sandbox.reset();
    }

    void aTabWithNothingToLoseClosesAtOnce()
    {
        m_pane->activateFiles();
        QVERIFY(m_close->mayQuit());
        m_close->closeSandbox(m_sandbox->key());
        QVERIFY(question() == nullptr);
        QVERIFY(m_area->paneOf(m_sandbox->key()) == nullptr);
    }

    void aTextIsAskedAboutByItsTitle()
    {
        changeText();
        m_close->closeSandbox(m_sandbox->key());
        QVERIFY(question() != nullptr);
        QCOMPARE(question()->text(), u"1 text is not saved"_s);
        QVERIFY(question()->informativeText().startsWith(m_pane->unsaved().first()));
        QVERIFY(!question()->informativeText().contains(u"transfers"_s));
        press(u"Close without saving"_s);
        QVERIFY(m_area->paneOf(m_sandbox->key()) == nullptr);
    }

    void aTransferGoesOnAfterCancelAndEndsAfterTheOther()
    {
        beginUpload();
        m_close->closeSandbox(m_sandbox->key());
        QVERIFY(question() != nullptr);
        QCOMPARE(question()->text(), u"1 transfer is under way"_s);
        QVERIFY(question()->informativeText().contains(u"breaks the transfers off"_s));
        QVERIFY(!question()->informativeText().contains(u"changed in them"_s));
        QVERIFY(question()->defaultButton() == question()->button(QMessageBox::Cancel));
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(question() == nullptr);
        QCOMPARE(m_area->paneOf(m_sandbox->key()), m_pane);
        QCOMPARE(m_pane->transfersUnderWay(), 1);
        m_close->closeSandbox(m_sandbox->key());
        press(u"Close anyway"_s);
        QVERIFY(m_area->paneOf(m_sandbox->key()) == nullptr);
    }

    void textsAndTransfersAreOneQuestion()
    {
        changeText();
        beginUpload();
        QSignalSpy quit(m_close, &CloseAction::quitConfirmed);
        QVERIFY(!m_close->mayQuit());
        QCOMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
        QCOMPARE(question()->text(), u"1 text is not saved\n1 transfer is under way"_s);
        const QString words = question()->informativeText();
        QVERIFY(words.startsWith(m_pane->unsaved().first()));
        QVERIFY(words.contains(u"Quitting loses what was changed in them."_s));
        QVERIFY(words.contains(u"Quitting breaks the transfers off"_s));
        QVERIFY(question()->defaultButton() == question()->button(QMessageBox::Cancel));
        if (const QString folder = qEnvironmentVariable("SANDGLASS_PICTURES"); !folder.isEmpty())
            QVERIFY(question()->grab().save(folder + u"/quit-question.png"_s));
        press(u"Quit anyway"_s);
        QCOMPARE(quit.size(), 1);
        QVERIFY(m_close->mayQuit());
    }

private:
    [[nodiscard]] QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    void press(const QString &text)
    {
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text().remove(u'&') == text)
                return button->click();
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    void changeText()
    {
        m_pane->activateEditor();
        auto *editor = m_pane->findChild<CodeEditor *>();
        QVERIFY(editor != nullptr);
        editor->insertPlainText(u"x"_s);
        QCOMPARE(m_pane->unsaved().size(), 1);
    }
    /// Of a file that takes longer than a question does.
    void beginUpload()
    {
        QFile big(m_folder.filePath(u"big.bin"_s));
        QVERIFY(big.open(QFile::WriteOnly));
        QVERIFY(big.resize(qint64(2) << 30));
        m_pane->activateFiles();
        auto *view = m_pane->findChild<FilesView *>();
        const auto *tree = view->tree()->model();
        QTRY_VERIFY(tree->rowCount(tree->index(1, 0)) > 5);
        Q_EMIT view->dropped({QUrl::fromLocalFile(big.fileName())}, "/home/user");
        QTRY_COMPARE(m_pane->transfersUnderWay(), 1);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LocalSandbox> m_sandbox;
    std::unique_ptr<QWidget> m_window;
    SandboxArea *m_area = nullptr;
    CloseAction *m_close = nullptr;
    SandboxPane *m_pane = nullptr;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    CloseActionTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_closeaction.moc"
