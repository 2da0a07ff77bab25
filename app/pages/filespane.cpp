// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/pages/filesfeed.h>
#include <app/pages/filespane.h>
#include <app/sessions/filessession.h>
#include <widgets/filesview.h>

#include <QtWidgets/QVBoxLayout>

namespace Sandglass {

FilesPane::FilesPane(FilesSession &session, FileActs &acts, FileDesk &desk, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_feed(std::make_unique<FilesFeed>(session, acts, desk, FilesFeed::Form::Page, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_feed->view());
    setFocusProxy(m_feed->view());
    connect(m_feed.get(), &FilesFeed::openRequested, this, &FilesPane::openRequested);
    connect(m_feed.get(), &FilesFeed::resumeRequested, this, &FilesPane::resumeRequested);
    connect(m_feed.get(), &FilesFeed::told, this, &FilesPane::told);
}

FilesPane::~FilesPane() = default;

void FilesPane::activate()
{
    m_session.open();
    m_feed->view()->setFocus();
}

} // namespace Sandglass
