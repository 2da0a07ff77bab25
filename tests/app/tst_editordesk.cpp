// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's files on a real sandbox: which file a path means, and what happens to files that are
// on their way when the sandbox ends or is paused.
#include <app/editor/editordesk.h>
#include <app/editor/editorfile.h>
#include <app/sessions/codesession.h>
#include <app/sessions/filessession.h>
#include <client/filetransfers.h>
#include <models/fleetstore.h>
#include <tests/app/localsandbox.h>
#include <widgets/codeeditor.h>
#include <widgets/editorview.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class EditorDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_sandbox = std::make_unique<LocalSandbox>();
        QVERIFY(m_sandbox->isRunning());
        AppContext &context = m_sandbox->context();
        m_transfers = std::make_unique<FileTransfers>(context.mutations);
        m_files = std::make_unique<FilesSession>(m_sandbox->key(), context.connections,
                                                 context.fleet, *m_transfers);
        m_code =
            std::make_unique<CodeSession>(m_sandbox->key(), context.connections, context.fleet);
        m_view = std::make_unique<EditorView>();
        m_desk = std::make_unique<EditorDesk>(*m_view, *m_files, *m_code, *m_transfers);
        m_files->open();
        QTRY_COMPARE(m_files->state(), FilesSession::State::Open);
    }
    void cleanup()
    {
        m_desk.reset();
        m_view.reset();
        m_code.reset();
        m_files.reset();
        m_transfers.reset();
        m_sandbox.reset();
    }

    void everyWayToNameAFileOpensItOnce()
    {
        QVERIFY(save("/home/user/a.py", "print(1)\n"));
        m_desk->openFile("~/a.py");
        QTRY_VERIFY(m_view->bufferOf("/home/user/a.py") != 0);
        const quint64 open = m_view->bufferOf("/home/user/a.py");
        for (const char *name : {"a.py", "./a.py", "/home/user/a.py", "~/a.py"}) {
            m_desk->addEmpty();
            m_desk->openFile(name, 0);
            QCOMPARE(m_view->currentBuffer(), open);
        }
    }

    void whatIsBeingReadWhenTheSandboxEndsIsToldAndNotReadAnyMore()
    {
        QVERIFY(save("/home/user/a.py", "print(1)\n"));
        QSignalSpy failed(m_desk.get(), &EditorDesk::openFailed);
        m_desk->openFile("/home/user/a.py");
        fleet().markKilling(m_sandbox->key());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().toByteArray(), "/home/user/a.py");
        QVERIFY(!failed.first().last().toString().isEmpty());
        QCOMPARE(m_files->state(), FilesSession::State::Closed);
        // It was not ended after all: whoever looks opens the files again.
        fleet().revert(m_sandbox->key());
        QTRY_COMPARE(m_files->state(), FilesSession::State::Idle);
        m_files->open();
        QTRY_COMPARE(m_files->state(), FilesSession::State::Open);
        m_desk->openFile("/home/user/a.py");
        QTRY_VERIFY(m_view->bufferOf("/home/user/a.py") != 0);
        QCOMPARE(failed.size(), 1);
    }

    void aSaveThatTheSandboxsEndCutsOffFailsAndTheTextStaysUnsaved()
    {
        m_desk->addEmpty();
        const quint64 buffer = m_view->currentBuffer();
        QTest::keyClicks(m_view->findChild<CodeEditor *>(), u"print(1)"_s);
        QCOMPARE(m_desk->unsaved().size(), 1);
        m_desk->saveAs(buffer, "sample.py");
        fleet().markKilling(m_sandbox->key());
        QCOMPARE(m_desk->unsaved().size(), 1);
        fleet().revert(m_sandbox->key());
        QTRY_COMPARE(m_files->state(), FilesSession::State::Idle);
        m_files->open();
        QTRY_COMPARE(m_files->state(), FilesSession::State::Open);
        m_desk->saveAs(buffer, "sample.py");
        QTRY_COMPARE(m_desk->unsaved().size(), 0);
        QVERIFY(m_view->bufferOf("/home/user/sample.py") == buffer);
    }

private:
    FleetStore &fleet() { return m_sandbox->context().fleet; }

    bool save(const QByteArray &path, const QByteArray &content)
    {
        EditorFile file(path, std::nullopt, *m_files, *m_transfers);
        QSignalSpy saved(&file, &EditorFile::saved);
        file.save(content, 1);
        return saved.wait(10000);
    }

    std::unique_ptr<LocalSandbox> m_sandbox;
    std::unique_ptr<FileTransfers> m_transfers;
    std::unique_ptr<FilesSession> m_files;
    std::unique_ptr<CodeSession> m_code;
    std::unique_ptr<EditorView> m_view;
    std::unique_ptr<EditorDesk> m_desk;
};

QTEST_MAIN(EditorDeskTest)
#include "tst_editordesk.moc"
