// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme.h>

#include <QtTest/QTest>

using namespace Sandglass;
using Role = ThemeRole;

/// The ratios of the visual target: text 4.5 on every ground where it is used, shapes and control
/// borders 3.
class TestTheme final : public QObject
{
    Q_OBJECT

private:
    void eachPair(const QList<QPair<Role, QList<Role>>> &pairs);

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textIsReadableOnItsGrounds_data();
    void textIsReadableOnItsGrounds();
    void shapesAreVisibleOnTheirGrounds_data();
    void shapesAreVisibleOnTheirGrounds();
    void chartAndConnectionColoursAreVisible();
    void terminalColoursAreReadableOnBase();
    void everyRoleButTheShadowIsOpaque();
    void theCanvasIsTheSameInBothThemes();
    void paletteSetsEveryRoleThatStylesRead();
    void disabledAndInactiveGroupsAreTheirOwn();
    void aPaletteLeadsBackToItsTheme();
    void contrastOfBlackOnWhiteIs21();
};

void TestTheme::eachPair(const QList<QPair<Role, QList<Role>>> &pairs)
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("front");
    QTest::addColumn<int>("ground");
    for (const bool dark : {false, true}) {
        for (const auto &[front, grounds] : pairs) {
            for (const Role ground : grounds)
                QTest::addRow("%s %d on %d", dark ? "dark" : "light", int(front), int(ground))
                    << dark << int(front) << int(ground);
        }
    }
}

void TestTheme::textIsReadableOnItsGrounds_data()
{
    const QList<Role> rows{Role::Base,      Role::Window, Role::Alternate,        Role::Raised,
                           Role::Selection, Role::Hover,  Role::SelectionInactive};
    const QList<Role> tints{Role::WarnGround, Role::DangerGround, Role::PausedGround,
                            Role::OkGround, Role::AccentGround};
    eachPair({{Role::Text, rows + tints},
              {Role::TextMuted, rows + tints},
              {Role::Link, rows + QList<Role>{Role::AccentGround}},
              {Role::Ok, {Role::Base, Role::Window, Role::OkGround}},
              {Role::Warn, rows + QList<Role>{Role::WarnGround}},
              {Role::Danger, rows + QList<Role>{Role::DangerGround}},
              {Role::Paused, {Role::Base, Role::Window, Role::PausedGround}},
              {Role::OnAccent, {Role::Accent}},
              {Role::OnWarnFill, {Role::WarnFill}},
              {Role::OnDanger, {Role::Danger}},
              {Role::CodeKeyword, {Role::Base}},
              {Role::CodeString, {Role::Base}},
              {Role::CodeNumber, {Role::Base}},
              {Role::CodeComment, {Role::Base}}});
}

void TestTheme::textIsReadableOnItsGrounds()
{
    QFETCH(bool, dark);
    QFETCH(int, front);
    QFETCH(int, ground);
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QCOMPARE_GE(contrast(theme.color(Role(front)), theme.color(Role(ground))), 4.5);
}

void TestTheme::shapesAreVisibleOnTheirGrounds_data()
{
    const QList<Role> rows{Role::Base, Role::Hover, Role::Selection, Role::SelectionInactive};
    eachPair({{Role::LineStrong, {Role::Base, Role::Window}},
              {Role::Accent, rows + QList<Role>{Role::Window, Role::Raised, Role::Canvas}},
              {Role::WarnFill, {Role::Canvas}},
              {Role::Ok, rows},
              {Role::Paused, rows},
              {Role::Link, rows},
              {Role::Danger, rows + QList<Role>{Role::Raised, Role::Window}}});
}

void TestTheme::shapesAreVisibleOnTheirGrounds()
{
    QFETCH(bool, dark);
    QFETCH(int, front);
    QFETCH(int, ground);
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QCOMPARE_GE(contrast(theme.color(Role(front)), theme.color(Role(ground))), 3.0);
}

void TestTheme::chartAndConnectionColoursAreVisible()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        for (int number = 1; number <= chartColorCount; ++number)
            QCOMPARE_GE(contrast(theme->chart(number), theme->color(Role::Base)), 3.0);
        for (const Role ground : {Role::Hover, Role::Selection, Role::SelectionInactive}) {
            for (int number = 1; number <= 3; ++number)
                QCOMPARE_GE(contrast(theme->chart(number), theme->color(ground)), 3.0);
        }
        for (const Role ground : {Role::Window, Role::Hover, Role::Selection}) {
            for (int bar = 0; bar < connectionColorCount; ++bar)
                QCOMPARE_GE(contrast(theme->connectionBar(bar), theme->color(ground)), 3.0);
        }
    }
    QCOMPARE(Theme::light().connectionBar(5), Theme::light().connectionBar(1));
    QCOMPARE(Theme::light().connectionBar(-1), Theme::light().connectionBar(3));
}

void TestTheme::terminalColoursAreReadableOnBase()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        for (int index = 0; index < ansiColorCount; ++index) {
            // Black on a dark ground is dim in every terminal; it still has to be seen.
            const bool dim = theme->isDark() && (index == 0 || index == 8);
            QCOMPARE_GE(contrast(theme->ansi(index), theme->color(Role::Base)),
                        dim ? 2.5 : (index < 8 ? 4.5 : 4.0));
        }
    }
}

void TestTheme::everyRoleButTheShadowIsOpaque()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        for (int role = 0; role < themeRoleCount; ++role) {
            QVERIFY(theme->color(Role(role)).isValid());
            QCOMPARE(theme->color(Role(role)).alpha() == 255, Role(role) != Role::Shadow);
        }
    }
}

void TestTheme::theCanvasIsTheSameInBothThemes()
{
    QCOMPARE(Theme::light().color(Role::Canvas), Theme::dark().color(Role::Canvas));
    // What lies on it takes the dark theme's roles.
    for (const Role front : {Role::Text, Role::TextMuted})
        QCOMPARE_GE(contrast(Theme::dark().color(front), Theme::light().color(Role::Canvas)), 4.5);
}

void TestTheme::paletteSetsEveryRoleThatStylesRead()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        const QPalette palette = theme->palette();
        for (int group = 0; group < QPalette::NColorGroups; ++group) {
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role == QPalette::NoRole)
                    continue;
                QVERIFY2(palette.isBrushSet(QPalette::ColorGroup(group), QPalette::ColorRole(role)),
                         qPrintable(QString::number(role)));
            }
        }
    }
}

void TestTheme::disabledAndInactiveGroupsAreTheirOwn()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        const QPalette palette = theme->palette();
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText),
                 theme->color(Role::TextDisabled));
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Button), theme->color(Role::Window));
        QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight),
                 theme->color(Role::Selection));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight),
                 theme->color(Role::SelectionInactive));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Text), theme->color(Role::Text));
    }
}

void TestTheme::aPaletteLeadsBackToItsTheme()
{
    QVERIFY(!Theme::of(Theme::light().palette()).isDark());
    QVERIFY(Theme::of(Theme::dark().palette()).isDark());
    QVERIFY(Theme::forScheme(Qt::ColorScheme::Dark).isDark());
    QVERIFY(!Theme::forScheme(Qt::ColorScheme::Unknown).isDark());
}

void TestTheme::contrastOfBlackOnWhiteIs21()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
