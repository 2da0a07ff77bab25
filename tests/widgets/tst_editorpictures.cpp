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
        for (const QPushButton *button : fixture.view.page(id)->findChildren<QPushButton *>())
            QTRY_VERIFY(button->isVisible() || !button->parentWidget()->isVisible());
        const QString file = u"editor-"_s + name + (dark ? u"-dark"_s : u"-light"_s);
        QVERIFY(paintedPixels(m_gallery.keep(fixture.view, file)) > 1000);
        if (!dark)
            m_gallery.keep(fixture.view, file + u"-2x"_s, 2);
    }
}

QTEST_MAIN(TestEditorPictures)
#include "tst_editorpictures.moc"
