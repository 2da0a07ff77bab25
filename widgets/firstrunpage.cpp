// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/errorbox.h>
#include <widgets/firstruncard.h>
#include <widgets/firstrunpage.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {
constexpr int pageWidth = 824;
constexpr int buttonHeight = 30;
} // namespace

FirstRunPage::FirstRunPage(QWidget *parent) : QWidget(parent)
{
    auto *column = makeColumn();
    auto *content = column->parentWidget();
    column->addStretch(1);
    column->addWidget(new Label(tr("See what your sandboxes are doing"), FontStep::PageTitle,
                                ThemeRole::Text, content));
    column->addSpacing(4);
    auto *intro = new Label(
        tr("Sandglass lists live AI sandboxes with their charts and a terminal. Choose where to "
           "start. You can add the other one later."),
        FontStep::Body, ThemeRole::TextMuted, content);
    intro->setWordWrap(true);
    column->addWidget(intro);
    column->addSpacing(24);

    m_local = new FirstRunCard(u"screen"_s, tr("Try it on this computer"),
                               tr("No account and no key"), content);
    m_account = new FirstRunCard(u"cloud"_s, tr("Connect an account"),
                                 tr("E2B cloud, self-hosted, or any compatible service"), content);
    buildLocalCard();
    buildAccountCard();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(24);
    cards->addWidget(m_local, 1);
    cards->addWidget(m_account, 1);
    column->addLayout(cards);
    column->addSpacing(20);

    auto *note = new QHBoxLayout;
    note->setSpacing(6);
    note->addWidget(new IconLabel(u"info"_s, ThemeRole::TextMuted, 16, content));
    note->addWidget(new Label(tr("Nothing has been sent so far"), FontStep::Small,
                              ThemeRole::TextMuted, content),
                    1);
    column->addLayout(note);
    column->addStretch(2);
}

/// The page's content, in the middle and never wider than is good to read; scrolls where the window
/// is small.
QVBoxLayout *FirstRunPage::makeColumn()
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area);
    auto *page = new QWidget(area);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto *content = new QWidget(page);
    content->setMaximumWidth(scaledHeight(pageWidth, fontMetrics()));
    auto *sides = new QHBoxLayout(page);
    sides->setContentsMargins(24, 0, 24, 0);
    sides->addStretch(1);
    sides->addWidget(content, 1000);
    sides->addStretch(1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 24, 0, 24);
    column->setSpacing(0);
    return column;
}

void FirstRunPage::buildLocalCard()
{
    m_local->addLine(u"new"_s, tr("Starts one sandbox here"),
                     tr("Isolated, with its own files, processes and network"));
    m_local->addLine(u"terminal"_s, tr("Gives you a terminal and charts"),
                     tr("The same panels as for sandboxes in the cloud"));
    m_local->addLine(u"clock"_s, tr("Ends by itself"),
                     tr("After a time that you can extend whenever you like"));
    m_local->addLine(u"shield"_s, tr("Uses process isolation"),
                     tr("Weaker than a microVM: run only code that you trust"));
    m_error = new ErrorBox(m_local);
    m_error->hide();
    m_local->addWidget(m_error);

    m_start = new QPushButton(tr("Start a local sandbox"), m_local);
    m_start->setMinimumHeight(scaledHeight(buttonHeight, fontMetrics()));
    setButtonKind(m_start, ButtonKind::Primary);
    m_hint = new Badge(tr("Enter"), Badge::Kind::KeyHint, m_local);
    m_busyRow = new QWidget(m_local);
    auto *busyLine = new QHBoxLayout(m_busyRow);
    busyLine->setContentsMargins(0, 0, 0, 0);
    busyLine->setSpacing(6);
    m_busy = new Label(FontStep::Small, ThemeRole::Text, m_busyRow);
    m_busy->setWordWrap(true);
    busyLine->addWidget(new IconLabel(FleetState::Starting, m_busyRow));
    busyLine->addWidget(m_busy, 1);
    m_busyRow->hide();
    m_local->foot()->addWidget(m_start);
    m_local->foot()->addWidget(m_hint);
    m_local->foot()->addWidget(m_busyRow, 1);
    m_local->foot()->addStretch(0); // fills the row while nothing else does
    connect(m_start, &QPushButton::clicked, this, &FirstRunPage::tryLocalRequested);
}

void FirstRunPage::buildAccountCard()
{
    m_account->addLine(u"key"_s, tr("Paste a key"),
                       tr("Kept in the system keychain, never in a file in plain text"));
    m_account->addLine(u"observe"_s, tr("Starts in Observe"),
                       tr("Looking never resumes, extends or changes a sandbox"));
    m_account->addLine(u"network"_s, tr("Tests before it lists"),
                       tr("API, list and metrics, with answer times"));
    m_connect = new QPushButton(tr("Connect an account…"), m_account);
    m_connect->setMinimumHeight(scaledHeight(buttonHeight, fontMetrics()));
    m_account->foot()->addWidget(m_connect);
    m_account->foot()->addStretch(1);
    connect(m_connect, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
}

void FirstRunPage::setBusy(const QString &words)
{
    const bool busy = !words.isEmpty();
    // A button that is switched off hands the focus on, which would light up the other card.
    if (busy && m_start->hasFocus())
        m_local->setFocus(Qt::OtherFocusReason);
    m_busy->setText(words);
    m_busyRow->setVisible(busy);
    m_hint->setVisible(!busy);
    m_start->setEnabled(!busy);
    if (busy)
        m_error->hide();
    else if (m_local->hasFocus())
        m_start->setFocus(Qt::TabFocusReason);
}

void FirstRunPage::setError(const QString &title, const QString &detail, const QString &command)
{
    setBusy({});
    m_error->setText(title, detail, command);
    m_error->setVisible(!title.isEmpty());
    m_start->setText(title.isEmpty() ? tr("Start a local sandbox") : tr("Try again"));
    m_start->setFocus(Qt::TabFocusReason);
}

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_account->hasFocusInside())
        m_connect->click();
    else
        m_start->click();
}

void FirstRunPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // As if by the keyboard: the ring says what Enter will do.
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    m_start->setFocus(Qt::TabFocusReason);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(ThemeRole::Window));
}

} // namespace Sandglass
