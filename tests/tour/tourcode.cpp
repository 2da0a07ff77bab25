// SPDX-License-Identifier: GPL-3.0-or-later
// The developer's part of the tour: code that runs, files that come and go.
#include <app/pages/filesfeed.h>
#include <app/pages/terminalpane.h>
#include <app/transfers/filedesk.h>
#include <models/runmodel.h>
#include <models/transfersmodel.h>
#include <tests/tour/tour.h>
#include <tests/tour/tourfind.h>
#include <widgets/codeeditor.h>
#include <widgets/detailheader.h>
#include <widgets/filesview.h>
#include <widgets/filetreeview.h>
#include <widgets/fleetview.h>
#include <widgets/runview.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>

#include <array>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QFile::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

void Tour::chooseTab(int tab)
{
    auto *header = visibleOf<DetailHeader>(m_window.get());
    expect(u"the sandbox's tabs are shown"_s, [header] { return header != nullptr; });
    auto *bar = header == nullptr ? nullptr : header->findChild<QTabBar *>();
    if (bar != nullptr && m_failure.isEmpty())
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
}

void Tour::expectRun(RunPhase phase)
{
    expect(
        u"the run ends as expected"_s,
        [this, phase] {
            const auto *view = visibleOf<RunView>(m_window.get());
            return view != nullptr && view->model().currentRun().phase == phase;
        },
        40);
}

void Tour::runCode()
{
    fleet()->selectKey(entryNamed(u"local-1"_s)->key);
    fleet()->setFocus();
    key(Qt::Key_Return);
    key(Qt::Key_2, Qt::ControlModifier);
    chooseTab(EditorTab);
    expect(u"the editor holds a sample"_s, [this] {
        const auto *editor = visibleOf<CodeEditor>(m_window.get());
        return editor != nullptr && editor->toPlainText().contains(u"plt.bar"_s);
    });
    if (auto *editor = visibleOf<CodeEditor>(m_window.get()))
        editor->setFocus();
    key(Qt::Key_Return, Qt::ControlModifier);
    expectRun(RunPhase::Finished);
    expect(u"a plot is shown"_s, [this] {
        RunModel &runs = visibleOf<RunView>(m_window.get())->model();
        for (int row = 0; row < runs.rowCount(); ++row) {
            if (runs.entry(row).kind == RunEntryKind::Image)
                return true;
        }
        return false;
    });
}

void Tour::jumpToError()
{
    auto *editor = visibleOf<CodeEditor>(m_window.get());
    if (editor == nullptr || !m_failure.isEmpty())
        return;
    editor->setFocus();
    key(Qt::Key_A, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(
        u"# %% Shares\ndef share(part, whole):\n    return part / whole\n\n\n"
        u"for whole in (4, 2, 0):\n    print(share(1, whole))\n"_s);
    key(Qt::Key_V, Qt::ControlModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    expectRun(RunPhase::Failed);
    clickButton(u"Line 3"_s, Match::Contained);
    expect(u"the cursor stands in the line of the error"_s,
           [editor] { return editor->textCursor().blockNumber() == 2; });
}

void Tour::answerFileDialog(const QString &path)
{
    expect(u"a file dialog opens"_s,
           [this] { return visibleOf<QFileDialog>(m_window.get()) != nullptr; });
    auto *files = visibleOf<QFileDialog>(m_window.get());
    if (files == nullptr || !m_failure.isEmpty())
        return;
    // Typing would wake the completer, whose window takes the keys that follow.
    files->selectFile(path);
    for (QPushButton *button : files->findChildren<QPushButton *>()) {
        if (button->isDefault())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    expect(u"the file dialog closes"_s,
           [this] { return visibleOf<QFileDialog>(m_window.get()) == nullptr; });
}

bool Tour::hasTransfer(TransferState state) const
{
    for (const FilesFeed *feed : m_window->findChildren<FilesFeed *>()) {
        const TransfersModel &transfers = feed->desk().transfers();
        if (feed->view()->isVisible() && transfers.rowCount() > 0)
            return transfers.index(transfers.rowCount() - 1).data(TransferStateRole).toInt() ==
                   int(state);
    }
    return false;
}

void Tour::transferFiles()
{
    chooseTab(FilesTab);
    expect(u"the home directory is listed"_s, [this] {
        const auto *view = visibleOf<FilesView>(m_window.get());
        return view != nullptr && view->tree()->model()->rowCount() > 0;
    });
    // Large enough to be seen on its way; nothing of it stays.
    QFile large(m_folder.filePath(u"large.img"_s));
    if (!large.open(QFile::WriteOnly) || !large.resize(qint64(6) << 30))
        m_failure = u"no room for a file"_s;
    clickButton(u"Upload…"_s);
    answerFileDialog(large.fileName());
    expect(u"a transfer is on its way"_s, [this] { return hasTransfer(TransferState::Running); });
    picture(u"transfer in flight"_s);
    clickButton(u"Cancel"_s, Match::Contained);
    expect(u"the transfer is cancelled"_s,
           [this] { return hasTransfer(TransferState::Cancelled); });
    large.remove();
    sendAndGetBack();
}

void Tour::sendAndGetBack()
{
    const QString sent = m_folder.filePath(u"measurements.bin"_s);
    QFile file(sent);
    std::array<quint32, 1 << 16> block{};
    QRandomGenerator random(7);
    bool good = file.open(QFile::WriteOnly);
    for (int piece = 0; piece < 200 && good; ++piece) { // 200 of 256 KiB: 50 MiB
        random.fillRange(block.data(), qsizetype(block.size()));
        good = file.write(reinterpret_cast<const char *>(block.data()), sizeof block) > 0;
    }
    file.close();
    expect(u"a file of 50 MB is there"_s, [good] { return good; });
    clickButton(u"Upload…"_s);
    answerFileDialog(sent);
    expect(u"it was sent"_s, [this] { return hasTransfer(TransferState::Done); });
    auto *view = visibleOf<FilesView>(m_window.get());
    if (view == nullptr)
        return;
    view->reveal("/home/user/measurements.bin");
    expect(u"it is chosen in the tree"_s, [view] {
        return view->tree()->selectedPaths() == QList<QByteArray>{"/home/user/measurements.bin"};
    });
    clickButton(u"Save to this computer…"_s);
    const QString back = m_folder.filePath(u"back.bin"_s);
    answerFileDialog(back);
    expect(u"it came back"_s,
           [&] { return hasTransfer(TransferState::Done) && QFileInfo::exists(back); });
    expect(u"it is the same"_s,
           [&] { return !hashOf(sent).isEmpty() && hashOf(sent) == hashOf(back); });
}

void Tour::editAndSave()
{
    chooseTab(EditorTab);
    auto *editor = visibleOf<CodeEditor>(m_window.get());
    if (editor == nullptr)
        return;
    editor->setFocus();
    key(Qt::Key_S, Qt::ControlModifier);
    expect(u"a path is asked for"_s,
           [this] { return visibleOf<QInputDialog>(m_window.get()) != nullptr; });
    if (auto *question = visibleOf<QInputDialog>(m_window.get())) {
        question->setTextValue(u"/home/user/shares.py"_s);
        QTest::keyClick(question, Qt::Key_Return);
    }
    expect(u"it is saved"_s, [this] { return shows(m_window.get(), u"Saved"_s); });
    editor->setFocus();
    key(Qt::Key_Home, Qt::ControlModifier);
    type(u"# edited"_s);
    key(Qt::Key_Return);
    key(Qt::Key_S, Qt::ControlModifier);
    expect(u"it is saved again"_s, [this] { return shows(m_window.get(), u"Saved"_s); });
    chooseTab(TerminalTab);
    expect(u"the terminal is shown"_s, [this] { return terminal() != nullptr; });
    if (terminal() != nullptr)
        terminal()->setFocus();
    command(u"head -n 2 shares.py"_s);
    expect(u"the sandbox has what was typed"_s,
           [this] { return terminalText().contains(u"\n# edited"_s); });
    chooseTab(EditorTab);
}

} // namespace Sandglass
