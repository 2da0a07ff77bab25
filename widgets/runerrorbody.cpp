// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/label.h>
#include <widgets/runerrorbody.h>
#include <widgets/runtextbody.h>
#include <widgets/sandglassstyle.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

/// A row of its own, as high as those of other lists.
void makeLink(QPushButton *button)
{
    setButtonKind(button, ButtonKind::Link);
    button->setFixedHeight(scaledHeight(24, button->fontMetrics()));
}

} // namespace

RunErrorBody::RunErrorBody(QWidget *parent)
    : RunBody(parent),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Danger, this)),
      m_frames(new QVBoxLayout),
      m_more(new QPushButton(tr("Show the whole traceback"), this)),
      m_whole(new RunTextBody(this))
{
    m_frames->setSpacing(0);
    m_frames->setContentsMargins(0, 0, 0, 0);
    makeLink(m_more);
    m_whole->setContentsMargins(linkPadding, 2, 0, 0);
    m_whole->hide();
    m_title->setContentsMargins(linkPadding, 0, 0, 0);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addLayout(m_frames);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_whole);
    connect(m_more, &QPushButton::clicked, this, [this] {
        const bool open = m_whole->isHidden();
        m_whole->setVisible(open);
        m_more->setText(open ? tr("Hide the traceback") : tr("Show the whole traceback"));
    });
}

void RunErrorBody::setEntry(const RunEntry &entry)
{
    if (m_isFilled) // an error never changes
        return;
    m_isFilled = true;
    m_title->setText(entry.errorValue.isEmpty() ? entry.errorName
                                                : entry.errorName + u": "_s + entry.errorValue);
    const QList<TracebackFrame> &frames = entry.traceback.frames;
    constexpr qsizetype shownFirst = 8; // as parseTraceback keeps them
    for (qsizetype i = 0; i < frames.size(); ++i) {
        if (i == shownFirst && entry.traceback.framesLeftOut > 0)
            addNote(tr("%n more place(s)", nullptr, entry.traceback.framesLeftOut));
        addFrame(frames.at(i));
    }
    m_whole->setText(entry.traceback.text);
    m_more->setVisible(!entry.traceback.text.isEmpty());
}

void RunErrorBody::setCornerWidth(int width)
{
    m_title->setContentsMargins(linkPadding, 0, width, 0);
}

QString RunErrorBody::placeOf(const TracebackFrame &frame)
{
    const QString place = frame.isCell ? tr("Line %1").arg(frame.line)
                                       : tr("%1, line %2", "file").arg(frame.file).arg(frame.line);
    return frame.function.isEmpty() ? place
                                    : tr("%1 in %2", "place, function").arg(place, frame.function);
}

void RunErrorBody::addFrame(const TracebackFrame &frame)
{
    auto *link = new QPushButton(placeOf(frame).replace(u'&', QStringLiteral("&&")), this);
    makeLink(link);
    link->setToolTip(frame.isCell ? tr("Go to the line") : tr("Open the file at this line"));
    auto *code = new Label(frame.text, FontStep::CodeSmall, ThemeRole::TextMuted, this);
    code->setElideMode(Qt::ElideRight);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(link);
    row->addWidget(code, 1);
    m_frames->addLayout(row);
    connect(link, &QPushButton::clicked, this, [this, frame] { Q_EMIT frameActivated(frame); });
}

void RunErrorBody::addNote(const QString &text)
{
    auto *note = new Label(text, FontStep::Small, ThemeRole::TextMuted, this);
    note->setContentsMargins(linkPadding, 4, 0, 4);
    m_frames->addWidget(note);
}

} // namespace Sandglass
