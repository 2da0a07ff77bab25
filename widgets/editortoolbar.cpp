// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/editortoolbar.h>
#include <widgets/iconlabel.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int newContextRole = Qt::UserRole + 1;

QToolButton *makeButton(const QString &text, QStringView icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

struct Mark {
    QString icon;
    ThemeRole role;
};

Mark markOf(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Finished:
        return {u"check"_s, ThemeRole::Ok};
    case RunPhase::Failed:
        return {u"cross"_s, ThemeRole::Danger};
    case RunPhase::Lost:
        return {u"offline"_s, ThemeRole::Warn};
    case RunPhase::NotStarted:
        return {u"risk"_s, ThemeRole::Warn};
    case RunPhase::Stopped:
    case RunPhase::Waiting:
    case RunPhase::Running:
    case RunPhase::None:
        break;
    }
    return {{}, ThemeRole::TextMuted};
}

} // namespace

EditorToolBar::EditorToolBar(QWidget *parent)
    : QWidget(parent),
      m_run(makeButton(tr("Run"), u"resume", tr("Run the whole text (Ctrl+Enter)"))),
      m_runKey(new Badge(tr("Ctrl+Enter"), Badge::Kind::KeyHint)),
      m_runCell(makeButton(tr("Run cell"), u"resume",
                           tr("Run the selection or the cell, and move on (Shift+Enter)"))),
      m_stop(makeButton(tr("Stop"), u"stop", tr("Stop what runs (Ctrl+.)"))),
      m_restart(makeButton(tr("Restart"), u"refresh",
                           tr("Restart the context: its variables are gone (Ctrl+Shift+.)"))),
      m_contextName(new Label(tr("Context"), FontStep::Body, ThemeRole::TextMuted)),
      m_context(new QComboBox),
      m_stateIcon(new IconLabel(u"check"_s, ThemeRole::Ok)),
      m_stateText(new Label(FontStep::Body, ThemeRole::TextMuted)),
      m_age(new Label(FontStep::Body, ThemeRole::TextMuted)),
      m_row(new QHBoxLayout(this))
{
    setButtonKind(m_run, ButtonKind::Primary, u"resume");
    m_context->setAccessibleName(tr("Context"));
    m_context->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_context->setMaximumWidth(260);
    m_context->setMinimumWidth(96);
    makeRow();
    setFixedHeight(scaledHeight(40, fontMetrics()));
    connect(m_run, &QToolButton::clicked, this, &EditorToolBar::runRequested);
    connect(m_runCell, &QToolButton::clicked, this, &EditorToolBar::runCellRequested);
    connect(m_stop, &QToolButton::clicked, this, &EditorToolBar::stopRequested);
    connect(m_restart, &QToolButton::clicked, this, &EditorToolBar::restartRequested);
    connect(m_context, &QComboBox::activated, this, &EditorToolBar::contextActivated);
    fillContexts();
    setState(RunState::Idle, {});
}

void EditorToolBar::makeRow()
{
    m_row->setContentsMargins(8, 0, 12, 1);
    m_row->setSpacing(4);
    m_row->addWidget(m_run);
    m_row->addWidget(m_runKey);
    m_row->addSpacing(8);
    m_row->addWidget(m_runCell);
    m_row->addWidget(m_stop);
    m_row->addWidget(m_restart);
    m_row->addSpacing(17); // with a hairline in it
    m_row->addWidget(m_contextName);
    m_row->addSpacing(2);
    m_row->addWidget(m_context);
    m_row->addSpacing(8);
    m_row->addStretch(1);
    m_row->addWidget(m_stateIcon);
    m_row->addWidget(m_stateText);
    m_row->addSpacing(4);
    m_row->addWidget(m_age);
    m_stateText->setElideMode(Qt::ElideRight);
}

void EditorToolBar::setState(RunState state, const QString &reason)
{
    m_state = state;
    const bool canRun =
        state == RunState::Idle || state == RunState::Running || state == RunState::Waiting;
    const bool canStop = state == RunState::Running || state == RunState::Waiting;
    m_run->setEnabled(canRun);
    m_runKey->setEnabled(canRun);
    m_run->setToolTip(canRun ? tr("Run the whole text (Ctrl+Enter)") : toolTipText(reason));
    m_runCell->setEnabled(canRun);
    m_stop->setEnabled(canStop);
    m_stop->setText(state == RunState::Stopping ? tr("Stopping…") : tr("Stop"));
    m_restart->setEnabled(canRun || state == RunState::Stopping);
    m_context->setEnabled(state == RunState::Idle);
    m_contextName->setEnabled(state != RunState::Unavailable);
    showState();
}

void EditorToolBar::setFacts(const RunFacts &facts, std::chrono::milliseconds uptime)
{
    m_facts = facts;
    m_uptime = uptime;
    showState();
}

bool EditorToolBar::canRun() const
{
    return m_run->isEnabled();
}

bool EditorToolBar::canStop() const
{
    return m_stop->isEnabled();
}

bool EditorToolBar::canRestart() const
{
    return m_restart->isEnabled();
}

QString EditorToolBar::stateText() const
{
    return m_stateText->text();
}

void EditorToolBar::showState()
{
    QString text;
    QString age;
    Mark mark{{}, ThemeRole::TextMuted};
    switch (m_state) {
    case RunState::Starting:
        text = tr("Starting…");
        break;
    case RunState::Stopping:
        text = tr("Stopping…");
        break;
    case RunState::Restarting:
        text = tr("Restarting the context…");
        break;
    case RunState::Unavailable:
        break;
    case RunState::Idle:
    case RunState::Waiting:
    case RunState::Running:
        text = RunWords::state(m_facts, m_uptime);
        age = RunWords::age(m_facts, m_uptime);
        mark = markOf(m_facts.phase);
    }
    m_stateText->setText(text);
    m_age->setText(age);
    m_age->setVisible(!age.isEmpty());
    m_stateText->setRole(mark.role);
    m_stateIcon->setVisible(!mark.icon.isEmpty());
    if (!mark.icon.isEmpty())
        m_stateIcon->setIcon(mark.icon, mark.role);
    fit();
}

void EditorToolBar::setContexts(const QList<EditorContext> &contexts)
{
    if (contexts == m_contexts)
        return;
    m_contexts = contexts;
    fillContexts();
}

void EditorToolBar::setLanguages(const QList<EditorLanguage> &languages)
{
    m_languages = languages;
    fillContexts();
}

void EditorToolBar::setContext(const QString &id)
{
    m_chosen = id;
    fillContexts();
}

void EditorToolBar::fillContexts()
{
    const QSignalBlocker quiet(m_context);
    m_context->clear();
    int current = -1;
    for (const EditorContext &context : std::as_const(m_contexts)) {
        if (context.id == m_chosen)
            current = m_context->count();
        m_context->addItem(displayText(context.title, 60), context.id);
    }
    if (!m_contexts.isEmpty() && !m_languages.isEmpty())
        m_context->insertSeparator(m_context->count());
    for (const EditorLanguage &language : std::as_const(m_languages)) {
        m_context->addItem(tr("New %1 context", "name of a language").arg(language.name));
        m_context->setItemData(m_context->count() - 1, language.id, newContextRole);
    }
    m_context->setCurrentIndex(current);
    m_context->setPlaceholderText(tr("Its own"));
    m_context->setToolTip(tr("Variables are shared by what runs in one context"));
}

void EditorToolBar::contextActivated(int index)
{
    const QVariant language = m_context->itemData(index, newContextRole);
    const QString id = m_context->itemData(index).toString();
    fillContexts(); // what is shown changes when the application says so
    if (language.isValid())
        Q_EMIT newContextRequested(language.toString());
    else if (id != m_chosen)
        Q_EMIT contextChosen(id);
}

/// In a narrow view, what is said twice goes first.
void EditorToolBar::fit()
{
    struct Part {
        QWidget *widget;
        int below;
    };
    for (const Part &part : {Part{m_runKey, 820}, Part{m_contextName, 720}})
        part.widget->setVisible(width() >= part.below);
    const bool isTight = width() < 640;
    for (QToolButton *button : {m_runCell, m_stop, m_restart})
        button->setToolButtonStyle(isTight ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void EditorToolBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, theme.color(ThemeRole::Line));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect last = m_restart->geometry();
    const int x = mirrored ? last.left() - 10 : last.right() + 10;
    painter.fillRect(QRect(x, (height() - 20) / 2, 1, 20), theme.color(ThemeRole::Line));
}

void EditorToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledHeight(40, fontMetrics()));
}

void EditorToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace Sandglass
