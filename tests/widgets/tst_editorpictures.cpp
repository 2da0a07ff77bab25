// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/editorfixture.h>
#include <tests/widgets/gallery.h>
#include <widgets/appearance.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorresults.h>
#include <widgets/runentrybox.h>
#include <widgets/runpicturebody.h>
#include <widgets/runview.h>

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <functional>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr auto targetDrawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60" viewBox="0 0 240 60">)"
    R"(<path d="M5 50 L60 20 L120 35 L235 8" fill="none" stroke="#2F6FED" stroke-width="2"/>)"
    R"(<text x="8" y="18" font-size="12">orders</text></svg>)";

/// What is prepared before the picture is taken.
struct Scene {
    QSize size{1196, 520};
    std::function<void(EditorFixture &, quint64)> prepare;
};

void waitForPictures(EditorFixture &fixture)
{
    const RunView *view = fixture.view.results().view();
    if (!view)
        return;
    for (RunEntryBox *box : view->boxes()) {
        if (const auto *body = qobject_cast<RunPictureBody *>(&box->body()))
            QTRY_VERIFY(body->view().hasImage() || !body->view().problem().isEmpty());
    }
}

void add(const QString &name, const Scene &scene)
{
    QTest::newRow(qPrintable(name)) << name << scene;
}

} // namespace

Q_DECLARE_METATYPE(Scene)

/// Pictures for people to look at, written to $SANDGLASS_PICTURES, in both themes and at scale 1
/// and 2.
class TestEditorPictures final : public QObject
{
    Q_OBJECT

private:
    static void addRunScenes();
    static void addEditScenes();
    static void addKindScenes();
    static void addStateScenes();

    Gallery m_gallery;

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup() { setColorScheme(Qt::ColorScheme::Light); }

    void theEditorIsPainted_data();
    void theEditorIsPainted();
};

void TestEditorPictures::theEditorIsPainted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Scene>("scene");
    addRunScenes();
    addEditScenes();
    addKindScenes();
    addStateScenes();
}

void TestEditorPictures::addRunScenes()
{
    add(u"results"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) { f.finishTarget(id); }});
    add(u"results-1000"_s, {{1000, 760}, [](EditorFixture &f, quint64 id) { f.finishTarget(id); }});
    add(u"error"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) { f.fail(id); }});
    add(u"running"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                           f.begin(id, 7);
                           f.print(id, "epoch 1\nepoch 2\n 40%|####      |\r 60%|######    |");
                           f.results(id).beginRun({.buffer = id});
                           f.time += 3s;
                           f.view.setBufferState(id, RunState::Running);
                       }});
    add(u"stopped"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                           f.begin(id, 7);
                           f.print(id, "epoch 1\nepoch 2\n");
                           f.results(id).take(ExecutionOutput{
                               .channel = ExecutionOutput::Channel::Stderr, .text = "late\n"});
                           f.time += 4s;
                           f.results(id).endRun(RunOutcome::Stopped);
                       }});
    add(u"lost"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                        f.begin(id, 7);
                        f.print(id, "epoch 1\nepoch 2\n");
                        f.time += 4s;
                        f.results(id).endRun(RunOutcome::Lost, u"The sandbox closed the stream."_s);
                    }});
}

void TestEditorPictures::addEditScenes()
{
    add(u"unavailable"_s,
        {{1204, 540}, [](EditorFixture &f, quint64) {
             f.view.setUnavailable(EditorUnavailable{
                 u"editor"_s, u"This sandbox cannot run code"_s,
                 u"Its template, base, has no code interpreter. Files can be edited and saved."_s,
                 u"New sandbox from code-interpreter-v1"_s});
         }});
    add(u"conflict"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                            QTest::keyClicks(&f.view.page(id)->editor(), u"x"_s);
                            f.view.setSaveConflict(id);
                        }});
    add(u"closing"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                           QTest::keyClicks(&f.view.page(id)->editor(), u"x"_s);
                           QTest::keyClick(&f.view, Qt::Key_W, Qt::ControlModifier);
                       }});
    add(u"find"_s, {{1204, 540}, [](EditorFixture &f, quint64 id) {
                        QTest::keyClick(&f.view, Qt::Key_H, Qt::ControlModifier);
                        QTest::keyClicks(QApplication::focusWidget(), u"total"_s);
                        Q_UNUSED(id)
                    }});
    add(u"empty"_s, {{1204, 540}, [](EditorFixture &, quint64) {}});
    add(u"hidden"_s, {{1204, 300}, [](EditorFixture &f, quint64) {
                          f.open(u"trojan.py"_s,
                                 "if access != \"user\xE2\x80\xAE \xE2\x81\xA6# "
                                 "Check\xE2\x81\xA9 \xE2\x81\xA6\":\n    pass\n"_ba);
                      }});
}

void TestEditorPictures::addKindScenes()
{
    add(u"kinds"_s,
        {{1204, 900}, [](EditorFixture &f, quint64 id) {
             f.begin(id, 8);
             f.print(id, "two lines\nof text\n");
             f.results(id).take(ExecutionOutput{.channel = ExecutionOutput::Channel::Stderr,
                                                .text = "a warning\n"});
             for (const auto &[key, value] :
                  std::initializer_list<std::pair<const char *, const char *>>{
                      {"html", "<h3>Orders</h3><p>Of <b>July</b>, see <a "
                               "href=\"https://example.org\">the list</a>.</p>"},
                      {"markdown", "# Report\n\n- one\n- `two`\n"},
                      {"svg", targetDrawing},
                      {"json", R"({"orders": 3, "paid": [true, null]})"},
                      {"text", "42"}})
                 f.results(id).take(ExecutionResult{.parts = {{key, value}}, .isMainResult = true});
             f.results(id).endRun(RunOutcome::Finished);
         }});
    add(u"traceback"_s, {{1204, 640}, [](EditorFixture &f, quint64 id) {
                             f.fail(id);
                             QTRY_VERIFY(!f.view.results().view()->boxes().isEmpty());
                             for (QPushButton *button : f.view.findChildren<QPushButton *>()) {
                                 if (button->text() == u"Show the whole traceback"_s)
                                     button->click();
                             }
                         }});
    add(u"narrow"_s, {{620, 760}, [](EditorFixture &f, quint64 id) { f.fail(id); }});
    add(u"narrow-results"_s,
        {{620, 760}, [](EditorFixture &f, quint64 id) { f.finishTarget(id); }});
    add(u"narrow-error"_s, {{420, 700}, [](EditorFixture &f, quint64 id) { f.fail(id); }});
}

void TestEditorPictures::addStateScenes()
{
    add(u"starting"_s, {{1204, 300}, [](EditorFixture &f, quint64 id) {
                            f.view.setBufferState(id, RunState::Starting);
                        }});
    add(u"paused"_s,
        {{1204, 540}, [](EditorFixture &f, quint64 id) {
             f.fail(id);
             f.view.setUnavailable(EditorUnavailable{
                 u"editor"_s, u"This sandbox is paused"_s, u"Nothing is sent to it."_s, {}});
         }});
    add(u"gone"_s, {{620, 600}, [](EditorFixture &f, quint64) {
                        f.view.setUnavailable(EditorUnavailable{
                            u"editor"_s, u"Code cannot be run here"_s,
                            u"The sandbox is gone since 14:02. What was typed here stays until "
                            "this tab is closed, and can be saved in another sandbox."_s,
                            u"Try again"_s});
                    }});
    add(u"not-saved"_s,
        {{1204, 300}, [](EditorFixture &f, quint64 id) {
             QTest::keyClicks(&f.view.page(id)->editor(), u"x"_s);
             f.view.setSaveFailed(id, u"The sandbox has no space left. The file is as before."_s);
         }});
    add(u"read-only"_s,
        {{1204, 300}, [](EditorFixture &f, quint64) { f.open(u"latin.py"_s, "# caf\xE9\n"_ba); }});
    add(u"goto"_s, {{1204, 300}, [](EditorFixture &f, quint64) {
                        QTest::keyClick(&f.view, Qt::Key_L, Qt::ControlModifier);
                    }});
    add(u"none"_s, {{1204, 400}, [](EditorFixture &f, quint64) {
                        for (const quint64 id : f.view.buffers())
                            f.view.removeBuffer(id);
                    }});
}

void TestEditorPictures::theEditorIsPainted()
{
    QFETCH(QString, name);
    QFETCH(Scene, scene);
    for (const bool dark : {false, true}) {
        setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
        EditorFixture fixture;
        fixture.open(u"pyproject.toml"_s, "[project]\nname = \"shop\"\n"_ba, "/home/user/p"_ba);
        const quint64 id = fixture.open(u"main.py"_s, targetProgram(), "/home/user/main.py"_ba);
        QVERIFY(fixture.show(scene.size));
        fixture.view.goTo(id, 14, 13);
        scene.prepare(fixture, id);
        const RunView *results = fixture.view.results().view();
        QTRY_VERIFY(!results || results->boxes().size() == fixture.results(id).rowCount());
        waitForPictures(fixture);
        if (const EditorPage *page = fixture.view.page(id)) {
            for (const QPushButton *button : page->findChildren<QPushButton *>())
                QTRY_VERIFY(button->isVisible() || !button->parentWidget()->isVisible());
        }
        const QString file = u"editor-"_s + name + (dark ? u"-dark"_s : u"-light"_s);
        QVERIFY(paintedPixels(m_gallery.keep(fixture.view, file)) > 1000);
        m_gallery.keep(fixture.view, file + u"-2x"_s, 2);
    }
}

QTEST_MAIN(TestEditorPictures)
#include "tst_editorpictures.moc"
