// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/editorresults.h>
#include <widgets/emptypage.h>
#include <widgets/icons.h>
#include <widgets/runview.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

/// The ground of a row of tabs with tools behind it.
class HeadRow final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
        paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Line));
    }
};

} // namespace

EditorResults::EditorResults(QWidget *parent)
    : QWidget(parent),
      m_head(new QTabBar),
      m_clear(new QToolButton),
      m_stack(new QStackedWidget),
      m_empty(new EmptyPage),
      m_reason(new EmptyPage)
{
    makeHead();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_reason);
    m_empty->setIcon(u"activity"_s);
    m_empty->setText(tr("Nothing was run yet"),
                     tr("What the code prints, gives and draws is shown here."));
    m_empty->setSecondAction(tr("Run"), u"resume"_s); // the accent button is in the tool bar
    connect(m_empty, &EmptyPage::secondActionRequested, this, &EditorResults::runRequested);
    connect(m_reason, &EmptyPage::actionRequested, this,
            &EditorResults::unavailableActionRequested);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        if (m_model)
            m_model->clear();
    });
}

void EditorResults::makeHead()
{
    setTabHeight(m_head, 30);
    m_head->setDrawBase(false);
    m_head->setExpanding(false);
    m_head->addTab(tr("Result"));
    m_head->setAccessibleName(tr("Results"));
    m_head->setFocusPolicy(Qt::NoFocus);
    m_clear->setIcon(themedIcon(u"close"));
    m_clear->setIconSize(QSize(14, 14));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Clear the results"));
    m_clear->setAccessibleName(m_clear->toolTip());
    auto *head = new HeadRow;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_head, 1, Qt::AlignBottom);
    row->addWidget(m_clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_stack, 1);
}

void EditorResults::setModel(RunModel *model)
{
    m_model = model;
    if (model && !m_views.contains(model)) {
        auto *view = new RunView(*model);
        m_stack->addWidget(view);
        m_views.insert(model, view);
        connect(view, &RunView::frameActivated, this, &EditorResults::frameActivated);
        connect(view, &RunView::linkRequested, this, &EditorResults::linkRequested);
        connect(view, &RunView::saveRequested, this, &EditorResults::saveRequested);
        connect(model, &RunModel::rowsInserted, this, &EditorResults::choosePage);
        connect(model, &RunModel::rowsRemoved, this, &EditorResults::choosePage);
    }
    choosePage();
}

void EditorResults::removeModel(RunModel *model)
{
    if (m_model == model)
        m_model = nullptr;
    if (model)
        disconnect(model, nullptr, this, nullptr);
    delete m_views.take(model);
    choosePage();
}

void EditorResults::setUnavailable(const std::optional<EditorUnavailable> &why)
{
    m_isUnavailable = why.has_value();
    if (why) {
        m_reason->setIcon(why->icon);
        m_reason->setText(why->title, why->words);
        m_reason->setAction(why->action);
    }
    choosePage();
}

void EditorResults::setCanRun(bool canRun)
{
    m_canRun = canRun;
    choosePage();
}

RunView *EditorResults::view() const
{
    return qobject_cast<RunView *>(m_stack->currentWidget());
}

void EditorResults::choosePage()
{
    const bool hasRows = m_model && m_model->rowCount() > 0;
    m_clear->setVisible(hasRows);
    if (hasRows) // what was run stays to be read, also while nothing can be run
        m_stack->setCurrentWidget(m_views.value(m_model));
    else
        m_stack->setCurrentWidget(m_isUnavailable ? m_reason : m_empty);
    m_empty->setActionsEnabled(m_model && m_canRun);
}

} // namespace Sandglass
