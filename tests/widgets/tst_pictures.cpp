// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/gallery.h>
#include <tests/widgets/picturewindows.h>
#include <widgets/appearance.h>
#include <widgets/badge.h>
#include <widgets/connectiondialog.h>
#include <widgets/firstrunpage.h>
#include <widgets/fleetstatusbar.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/killpopover.h>
#include <widgets/newsandboxdialog.h>
#include <widgets/sandglassstyle.h>
#include <widgets/sidebar.h>
#include <widgets/statemark.h>
#include <widgets/toast.h>

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Every widget in both themes, as a picture that is not empty. People look at the pictures; the
/// test sees to it that they can be made without a warning.
class TestPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup() { setColorScheme(Qt::ColorScheme::Light); }

    void firstRun_data() { schemes(); }
    void firstRun();
    void fleetWindow_data() { schemes(); }
    void fleetWindow();
    void states_data() { schemes(); }
    void states();
    void newSandbox_data() { schemes(); }
    void newSandbox();
    void connection_data() { schemes(); }
    void connection();
    void controls_data() { schemes(); }
    void controls();
    void icons_data() { schemes(); }
    void icons();
    void firstRunMirroredAndLarge();

private:
    static void schemes();
    [[nodiscard]] static QHBoxLayout *controlRow(bool enabled);
    [[nodiscard]] static QString suffix();
    void show(QWidget &widget, QSize size, const QString &name);
    void keepOverlays(QWidget &window, QWidget &content, QTableWidget &table);

    Gallery m_gallery;
};

void TestPictures::schemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

QString TestPictures::suffix()
{
    return QString::fromLatin1(QTest::currentDataTag());
}

void TestPictures::show(QWidget &widget, QSize size, const QString &name)
{
    widget.resize(size);
    widget.show();
    widget.activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    QVERIFY(paintedPixels(m_gallery.keep(widget, name)) > 500);
    m_gallery.keep(widget, name + u"-2x"_s, 2);
}

void TestPictures::firstRun()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    auto window = makePictureWindow();
    auto *splitter = new QSplitter;
    auto *side = new SideBar;
    auto *page = new FirstRunPage;
    splitter->addWidget(side);
    splitter->addWidget(page);
    splitter->setSizes({208, 1232});
    window->setCentralWidget(splitter);
    auto *status = new FleetStatusBar;
    status->setSegments({{.value = u"No connection"_s}});
    window->setStatusBar(status);
    show(*window, {1440, 900}, u"first-run-"_s + suffix());
    page->setBusy(u"Starting the local host"_s);
    m_gallery.keep(*window, u"first-run-busy-"_s + suffix());
    page->setError(
        u"The local host did not start"_s,
        u"This system keeps ordinary programs from making user namespaces, which isolate the sandboxes. Nothing was started. Allow it with this command and try again."_s,
        u"sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"_s);
    m_gallery.keep(*window, u"first-run-error-"_s + suffix());
}

void TestPictures::fleetWindow()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    auto window = makePictureWindow();
    auto *splitter = new QSplitter;
    auto *side = new SideBar;
    side->setCounts({143, 96, 41, 4, 3});
    side->setConnections(makePictureConnections());
    QTableWidget *table = makePictureTable();
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(makePictureList(table));
    right->addWidget(makePictureDetail());
    splitter->addWidget(side);
    splitter->addWidget(right);
    splitter->setSizes({208, 1232});
    auto *content = new QWidget;
    auto *all = new QVBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    window->setCentralWidget(content);
    auto *status = new FleetStatusBar;
    status->setSegments({{.label = u"prod running"_s, .value = u"74 of 100"_s, .gauge = 0.74},
                         {.label = u"API budget"_s, .value = u"93 %"_s, .gauge = 0.93}});
    status->setHint(u"Order held for 8 s while you point"_s);
    status->setFreshness(u"Updated 2 s ago"_s);
    window->setStatusBar(status);
    show(*window, {1440, 900}, u"fleet-"_s + suffix());
    keepOverlays(*window, *content, *table);
}

void TestPictures::keepOverlays(QWidget &window, QWidget &content, QTableWidget &table)
{
    ToastArea toasts(&content);
    toasts.post({.icon = u"check"_s, .title = u"Created scraper-7"_s, .detail = u"in 187 ms"_s});
    toasts.post({.icon = u"kill"_s,
                 .title = u"Killed scraper-6"_s,
                 .detail = u"It is gone for good"_s,
                 .actionText = u"Create again"_s,
                 .actionKey = u"Ctrl+Z"_s});
    table.setFocus(Qt::TabFocusReason);
    KillPopover popover(&window);
    const QRect row = table.visualItemRect(table.item(1, 0));
    popover.ask({{.key = u"k"_s,
                  .name = u"scraper-7"_s,
                  .id = u"i8f2"_s,
                  .age = u"17h"_s,
                  .templateName = u"base"_s,
                  .connection = u"prod"_s}},
                QRect(table.viewport()->mapToGlobal(row.topLeft()), QSize(600, row.height())));
    m_gallery.keep(window, u"fleet-popover-"_s + suffix());
    m_gallery.keep(window, u"fleet-popover-2x-"_s + suffix(), 2);
    QCOMPARE(toasts.count(), 2);
}

void TestPictures::states()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    QWidget page;
    auto *row = new QHBoxLayout(&page);
    for (int state = 0; state <= int(FleetState::Unknown); ++state) {
        auto *mark = new QLabel;
        mark->setPixmap(stateIcon(FleetState(state)).pixmap(QSize(16, 16), 2));
        row->addWidget(mark);
    }
    for (int kind = 0; kind <= int(Badge::Kind::KeyHint); ++kind)
        row->addWidget(new Badge(u"Badge"_s, Badge::Kind(kind)));
    show(page, {700, 60}, u"marks-"_s + suffix());
}

void TestPictures::newSandbox()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    NewSandboxDialog dialog;
    dialog.setTargets({{.connectionId = u"local"_s,
                        .name = u"local"_s,
                        .colorRole = 2,
                        .templates = {u"base"_s, u"desktop"_s}},
                       {.connectionId = u"a"_s,
                        .name = u"prod"_s,
                        .templates = {u"base"_s},
                        .longest = std::chrono::hours(24),
                        .longestReason = u"the plan of prod"_s}});
    dialog.setDraft({.connectionId = u"a"_s,
                     .templateId = u"base"_s,
                     .timeout = std::chrono::minutes(30),
                     .metadata = {{u"name"_s, u"scraper-7"_s}, {u"owner"_s, u"ana"_s}}});
    dialog.show();
    show(dialog, dialog.sizeHint(), u"new-sandbox-"_s + suffix());
    for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->text() == u"30m")
            edit->setText(u"25h"_s);
    }
    dialog.setError(
        u"prod refused to create it (429)"_s,
        u"Too many were created in the last second. Nothing was created. Wait a moment and create it again."_s);
    m_gallery.keep(dialog, u"new-sandbox-error-"_s + suffix());
}

void TestPictures::connection()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    ConnectionDialog dialog;
    dialog.show();
    show(dialog, dialog.sizeHint(), u"connection-"_s + suffix());
    dialog.setDraft({.name = u"prod"_s,
                     .colorRole = 1,
                     .key = u"e2b_0123456789abcdef0123456789abcdef01234567"_s});
    using State = ConnectionCheck::State;
    dialog.setTestResult(
        {{.name = u"API"_s, .state = State::Works, .latency = u"38 ms"_s},
         {.name = u"Key and list"_s,
          .state = State::Failed,
          .detail = u"prod rejected the key (401). Copy it again from the dashboard."_s},
         {.name = u"Metrics"_s, .state = State::Waiting}});
    m_gallery.keep(dialog, u"connection-tested-"_s + suffix());
}

void TestPictures::controls()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    column->addLayout(controlRow(true));
    column->addLayout(controlRow(false));
    show(page, {1100, 100}, u"controls-"_s + suffix());
    page.findChildren<QPushButton *>().at(1)->setFocus(Qt::TabFocusReason);
    m_gallery.keep(page, u"controls-focus-button-"_s + suffix(), 2);
    page.findChildren<QLineEdit *>().first()->setFocus(Qt::MouseFocusReason);
    m_gallery.keep(page, u"controls-focus-field-"_s + suffix(), 2);
}

QHBoxLayout *TestPictures::controlRow(bool enabled)
{
    auto *row = new QHBoxLayout;
    const std::pair<ButtonKind, QStringView> kinds[] = {{ButtonKind::Normal, u"extend"},
                                                        {ButtonKind::Primary, u"new"},
                                                        {ButtonKind::Danger, u"kill"},
                                                        {ButtonKind::DangerFilled, u"kill"},
                                                        {ButtonKind::Link, u"copy"}};
    for (const auto &[kind, icon] : kinds) {
        auto *button = new QPushButton(u"Button"_s);
        setButtonKind(button, kind, icon);
        row->addWidget(button);
    }
    auto *check = new QCheckBox(u"Check"_s);
    check->setChecked(true);
    auto *radio = new QRadioButton(u"Radio"_s);
    radio->setChecked(true);
    auto *combo = new QComboBox;
    combo->addItems({u"base"_s, u"desktop"_s});
    for (QWidget *widget : std::initializer_list<QWidget *>{check, new QCheckBox(u"Off"_s), radio,
                                                            new QRadioButton(u"Off"_s), combo,
                                                            new QLineEdit(u"ci leftovers"_s)})
        row->addWidget(widget);
    for (int at = 0; at < row->count(); ++at)
        row->itemAt(at)->widget()->setEnabled(enabled);
    return row;
}

void TestPictures::icons()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    const QStringList names = iconNames();
    QImage sheet(1000, 560, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Theme::of(qApp->palette()).color(ThemeRole::Base));
    QPainter painter(&sheet);
    painter.setPen(Theme::of(qApp->palette()).color(ThemeRole::Text));
    painter.setFont(fontFor(FontStep::Tiny));
    for (int at = 0; at < names.size(); ++at) {
        const QPoint corner(10 + (at % 10) * 98, 10 + (at / 10) * 90);
        themedIcon(names.at(at)).paint(&painter, QRect(corner, QSize(48, 48)));
        themedIcon(names.at(at)).paint(&painter, QRect(corner + QPoint(56, 4), QSize(16, 16)));
        themedIcon(names.at(at))
            .paint(&painter, QRect(corner + QPoint(56, 26), QSize(16, 16)), Qt::AlignCenter,
                   QIcon::Disabled);
        painter.drawText(corner + QPoint(0, 66), names.at(at));
    }
    int x = 690;
    for (const int size : {16, 22, 32, 48, 128}) {
        applicationIcon().paint(&painter, QRect(x, 450 - size / 8, size, size));
        x += size + 12;
    }
    painter.end();
    m_gallery.keep(sheet, u"icons-"_s + suffix());
    QVERIFY(paintedPixels(sheet) > 5000);
}

void TestPictures::firstRunMirroredAndLarge()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    auto window = makePictureWindow();
    auto *splitter = new QSplitter;
    auto *side = new SideBar;
    side->setCounts({143, 96, 41, 4, 3});
    side->setConnections(makePictureConnections());
    splitter->addWidget(side);
    splitter->addWidget(new FirstRunPage);
    window->setCentralWidget(splitter);
    window->setStatusBar(new FleetStatusBar);
    show(*window, {1440, 900}, u"first-run-mirrored-large"_s);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(before);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
