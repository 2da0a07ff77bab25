// SPDX-License-Identifier: GPL-3.0-or-later
// What is told in passing, and what it offers.
#include <app/appcontext.h>
#include <app/notices.h>
#include <app/startup.h>
#include <tests/widgets/shown.h>

#include <QtGui/QDesktopServices>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Takes the place of the desktop's file manager.
class Opener final : public QObject
{
    Q_OBJECT

public:
    Opener() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class NoticesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aScreenshotNamesItsFileAndOpensItsFolderOnce()
    {
        const Opener opener;
        AppContext context;
        QStackedWidget content;
        content.resize(900, 500);
        Notices notices(context, &content);
        QVERIFY(showActive(content));
        notices.tell(u"kill"_s, u"Killed it"_s);
        notices.tellScreenshot(u"/home/me/Pictures/Sandglass/sbx_2026-11-20_14-02-31.png"_s);
        const auto labels = content.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(u"sbx_2026-11-20_14-02-31.png"_s);
        }));
        QPushButton *button = buttonOf(content, u"Open folder"_s);
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(opener.opened, {QUrl(u"file:///home/me/Pictures/Sandglass"_s)});
        QTRY_VERIFY(buttonOf(content, u"Open folder"_s) == nullptr);
    }

    void aPageThatComesToTheFrontDoesNotCoverThem()
    {
        AppContext context;
        QStackedWidget content;
        content.resize(900, 500);
        auto *const first = new QWidget;
        auto *const second = new QWidget;
        content.addWidget(first);
        content.addWidget(second);
        Notices notices(context, &content);
        QVERIFY(showActive(content));
        notices.tellScreenshot(u"/home/me/sbx.png"_s);
        const QPushButton *button = buttonOf(content, u"Open folder"_s);
        QVERIFY(button != nullptr);
        for (QWidget *page : {second, first}) {
            content.setCurrentWidget(page);
            const QPoint middle = button->mapTo(&content, button->rect().center());
            QCOMPARE(content.childAt(middle), button);
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    NoticesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notices.moc"
