// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/resumetext.h>
#include <app/pages/terminalpane.h>
#include <app/sessions/terminalsession.h>
#include <widgets/banner.h>
#include <widgets/terminalfindbar.h>
#include <widgets/terminalview.h>

#include <QtCore/QTimer>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Sandglass {

TerminalPane::TerminalPane(TerminalSession *session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_banner(new Banner(Banner::Kind::Info)),
      m_find(new TerminalFindBar),
      m_view(new TerminalView(session->surface()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(session, &TerminalSession::stateChanged, this, &TerminalPane::showState);
    connect(session, &TerminalSession::noticed, this, [this](const QString &words) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->clearButtons();
        m_banner->setText(words);
        connect(m_banner->addButton(tr("Dismiss")), &QPushButton::clicked, m_banner,
                &QWidget::hide);
        m_banner->show();
    });
    connect(m_view, &TerminalView::findRequested, m_find, &TerminalFindBar::open);
    connect(m_find, &TerminalFindBar::findRequested, this,
            [this](const QString &text, SearchDirection direction) {
                m_find->setFound(m_view->find(text, direction));
            });
    connect(m_find, &TerminalFindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(&session->surface(), &TerminalSurface::titleChanged, this, &TerminalPane::titleChanged);
    showState();
}

TerminalPane::~TerminalPane()
{
    // The view borrows the session's surface, so it goes first.
    delete m_view;
    m_session->endAndDelete();
}

void TerminalPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Once the view has its place, and with it its size in cells. Nothing happens but when Idle.
    QTimer::singleShot(0, m_session, &TerminalSession::open);
}

void TerminalPane::showState()
{
    using State = TerminalSession::State;
    if (m_session->state() == State::Idle && isVisible())
        QTimer::singleShot(0, m_session, &TerminalSession::open);
    m_banner->clearButtons();
    m_banner->setVisible(!m_session->message().isEmpty());
    m_banner->setKind(Banner::Kind::Info);
    m_banner->setText(m_session->message());
    if (m_session->state() == State::Ended) {
        connect(m_banner->addButton(tr("New terminal")), &QPushButton::clicked, this,
                &TerminalPane::anotherRequested);
    } else if (m_session->state() == State::Paused && m_session->mayResume()) {
        connect(m_banner->addButton(resumeLabel()), &QPushButton::clicked, this,
                &TerminalPane::resumeRequested);
    }
}

} // namespace Sandglass
