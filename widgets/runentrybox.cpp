// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runwords.h>
#include <widgets/cards.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/runentrybox.h>
#include <widgets/runerrorbody.h>
#include <widgets/runhtmlbody.h>
#include <widgets/runpicturebody.h>
#include <widgets/runtextbody.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberWidth = 32;
constexpr int columnSpacing = 6;
constexpr int errorEdge = 3;

QToolButton *makeButton(QStringView icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon, ThemeRole::TextMuted));
    button->setIconSize(QSize(14, 14));
    button->setFixedSize(20, 16); // as high as the words beside it
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    button->setSizePolicy(policy);
    return button;
}

/// Beside the number, where its first line is the title; else below one.
bool standsBeside(RunEntryKind kind)
{
    return kind == RunEntryKind::Stdout || kind == RunEntryKind::Stderr ||
           kind == RunEntryKind::Text || kind == RunEntryKind::Json ||
           kind == RunEntryKind::Error || kind == RunEntryKind::Notice;
}

/// Takes the whole width: what stands at the right edge stands over its first line.
bool spansTools(RunEntryKind kind)
{
    return kind == RunEntryKind::Error || kind == RunEntryKind::Notice;
}

} // namespace

std::unique_ptr<RunBody> makeRunBody(RunEntryKind kind)
{
    switch (kind) {
    case RunEntryKind::Html:
    case RunEntryKind::Markdown:
        return std::make_unique<RunHtmlBody>();
    case RunEntryKind::Svg:
    case RunEntryKind::Image:
        return std::make_unique<RunPictureBody>();
    case RunEntryKind::Error:
        return std::make_unique<RunErrorBody>();
    case RunEntryKind::Notice:
        return std::make_unique<RunNoticeBody>();
    case RunEntryKind::Stdout:
    case RunEntryKind::Stderr:
    case RunEntryKind::Text:
    case RunEntryKind::Json:
        break;
    }
    return std::make_unique<RunTextBody>();
}

RunEntryBox::RunEntryBox(const RunEntry &entry, QWidget *parent)
    : QFrame(parent),
      m_id(entry.id),
      m_kind(entry.kind),
      m_number(new Label(FontStep::CodeSmall, ThemeRole::TextMuted, this)),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Text, this)),
      m_detail(new Label(FontStep::Body, ThemeRole::TextMuted, this)),
      m_kindName(new Label(FontStep::Small, ThemeRole::TextMuted, this)),
      m_copy(makeButton(u"copy", tr("Copy"), this)),
      m_save(makeButton(u"download", tr("Save as…"), this)),
      m_body(makeRunBody(entry.kind).release())
{
    m_body->setParent(this);
    place(entry);
    setEntry(entry);
    for (QToolButton *button : {m_copy, m_save})
        button->installEventFilter(this);
    showButtons();
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(m_id); });
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_id); });
    connect(m_body, &RunBody::factsChanged, this, &RunEntryBox::showKind);
    connect(m_body, &RunBody::linkActivated, this, &RunEntryBox::linkActivated);
    connect(m_body, &RunBody::frameActivated, this,
            [this](const TracebackFrame &frame) { Q_EMIT frameActivated(m_id, frame); });
}

void RunEntryBox::place(const RunEntry &entry)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 5, 12, 5);
    grid->setHorizontalSpacing(columnSpacing);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, numberWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_number, 0, 0, Qt::AlignTop);
    const bool beside = standsBeside(m_kind);
    if (spansTools(m_kind)) {
        grid->addWidget(m_body, 0, 1, 1, 2);
        if (m_kind == RunEntryKind::Error)
            grid->setHorizontalSpacing(columnSpacing - RunErrorBody::linkPadding);
    } else if (beside) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(m_body);
        column->addLayout(makeHead());
        grid->addLayout(column, 0, 1);
    } else {
        grid->addLayout(makeHead(), 0, 1);
        grid->addWidget(m_body, 1, 0, 1, 3);
    }
    makeTools();
    grid->addWidget(m_tools, 0, 2, Qt::AlignTop | Qt::AlignRight);
    m_title->setVisible(!beside);
    m_save->setVisible(!entry.bytes.isEmpty());
}

QHBoxLayout *RunEntryBox::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_detail, 1);
    m_title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_detail->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return head;
}

void RunEntryBox::makeTools()
{
    m_tools = new QWidget(this); // made after the body, so it stands above it
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    tools->addWidget(m_save);
    tools->addWidget(m_copy);
    tools->addSpacing(4);
    tools->addWidget(m_kindName);
}

void RunEntryBox::setEntry(const RunEntry &entry)
{
    if (entry.revision == m_revision)
        return;
    m_revision = entry.revision;
    m_isEnd = entry.kind == RunEntryKind::Notice && entry.phase >= RunPhase::Finished;
    m_number->setText(entry.number > 0 ? u"[%1]"_s.arg(entry.number) : QString());
    const bool isOwn = entry.kind == RunEntryKind::Notice || entry.kind == RunEntryKind::Error;
    m_title->setText(entry.title);
    m_detail->setText(isOwn ? QString() : entry.detail);
    m_detail->setVisible(!m_detail->text().isEmpty() || !standsBeside(m_kind));
    m_body->setEntry(entry);
    showKind();
    update();
}

void RunEntryBox::showKind()
{
    const QString facts = m_body->facts();
    const QString kind = RunWords::kind(m_kind);
    if (!m_body->title().isEmpty()) {
        m_title->setText(m_body->title());
        m_detail->setText(facts);
    }
    const bool isBeside = m_kind == RunEntryKind::Image || m_kind == RunEntryKind::Svg;
    m_kindName->setText(isBeside && !facts.isEmpty() ? kind + u", "_s + facts : kind);
    m_kindName->setRole(m_kind == RunEntryKind::Stderr  ? ThemeRole::Warn
                        : m_kind == RunEntryKind::Error ? ThemeRole::Danger
                                                        : ThemeRole::TextMuted);
    m_kindName->setVisible(!kind.isEmpty());
    m_body->setCornerWidth(m_tools->sizeHint().width());
}

/// They stay for the keyboard, and are only not drawn: one can tab to them.
void RunEntryBox::showButtons()
{
    m_copy->update();
    m_save->update();
}

bool RunEntryBox::eventFilter(QObject *watched, QEvent *event)
{
    const auto *button = qobject_cast<QToolButton *>(watched);
    if (event->type() == QEvent::Paint && button && !underMouse() && !m_copy->hasFocus() &&
        !m_save->hasFocus())
        return true;
    return QFrame::eventFilter(watched, event);
}

void RunEntryBox::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    showButtons();
}

void RunEntryBox::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    showButtons();
}

void RunEntryBox::paintEvent(QPaintEvent *)
{
    if (!m_isEnd && m_kind != RunEntryKind::Error)
        return;
    QPainter painter(this);
    if (m_isEnd) {
        paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Grid));
        return;
    }
    const int x = layoutDirection() == Qt::RightToLeft ? width() - errorEdge : 0;
    painter.fillRect(QRect(x, 0, errorEdge, height()), themeOf(this).color(ThemeRole::Danger));
}

void RunEntryBox::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"), tr("Copy"), this, [this] { Q_EMIT copyRequested(m_id); });
    if (!m_save->isHidden())
        menu->addAction(themedIcon(u"download"), tr("Save as…"), this,
                        [this] { Q_EMIT saveRequested(m_id); });
    menu->popup(event->globalPos());
}

} // namespace Sandglass
