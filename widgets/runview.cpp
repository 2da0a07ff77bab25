// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runwords.h>
#include <widgets/label.h>
#include <widgets/popover.h>
#include <widgets/runbody.h>
#include <widgets/runentrybox.h>
#include <widgets/runview.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <chrono>

namespace Sandglass {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The ground of all rows. Not by a background role: labels would take their colours from it.
class RunGround final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter(this).fillRect(event->rect(), themeOf(this).color(ThemeRole::Base));
    }
};

} // namespace

RunView::RunView(RunModel &model, QWidget *parent)
    : QScrollArea(parent),
      m_model(model),
      m_column(new QVBoxLayout)
{
    auto *content = new RunGround;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 4, 0, 8);
    outer->setSpacing(0);
    m_column->setSpacing(0);
    outer->addLayout(m_column);
    outer->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Results"));
    setFocusPolicy(Qt::StrongFocus);
    m_syncTimer.setSingleShot(true);
    m_syncTimer.setInterval(30ms);
    connect(&m_syncTimer, &QTimer::timeout, this, &RunView::sync);
    connect(&m_model, &RunModel::rowsInserted, this, &RunView::syncLater);
    connect(&m_model, &RunModel::rowsRemoved, this, &RunView::syncLater);
    connect(&m_model, &RunModel::dataChanged, this, &RunView::syncLater);
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(20);
    connect(bar, &QScrollBar::rangeChanged, this, &RunView::followEnd);
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (!m_isMoving)
            m_isFollowing = value >= bar->maximum() - 4;
        restFarBodies();
    });
    sync();
}

RunView::~RunView() = default;

void RunView::syncLater()
{
    if (!m_syncTimer.isActive())
        m_syncTimer.start();
}

void RunView::sync()
{
    QHash<quint64, RunEntryBox *> old;
    for (RunEntryBox *box : std::as_const(m_boxes))
        old.insert(box->id(), box);
    QList<RunEntryBox *> boxes;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const RunEntry &entry = m_model.entry(row);
        RunEntryBox *box = old.take(entry.id);
        if (box)
            box->setEntry(entry);
        else
            box = makeBox(entry);
        boxes.append(box);
    }
    for (RunEntryBox *gone : std::as_const(old)) {
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater(); // a menu or a press may be open in it
    }
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        const QLayoutItem *item = m_column->itemAt(int(i));
        if (!item || item->widget() != boxes.at(i)) {
            m_column->insertWidget(int(i), boxes.at(i));
            boxes.at(i)->show(); // at once: a layout would do it later, and the range with it
        }
    }
    m_boxes = boxes;
}

RunEntryBox *RunView::makeBox(const RunEntry &entry)
{
    auto *box = new RunEntryBox(entry, widget());
    connect(box, &RunEntryBox::copyRequested, this, &RunView::copy);
    connect(box, &RunEntryBox::saveRequested, this, &RunView::save);
    connect(box, &RunEntryBox::linkActivated, this, &RunView::askForLink);
    connect(box, &RunEntryBox::frameActivated, this, &RunView::frameActivated);
    return box;
}

void RunView::followEnd()
{
    if (!m_isFollowing)
        return;
    m_isMoving = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_isMoving = false;
}

/// Pictures that are far from what is seen are decoded again when they come near.
void RunView::restFarBodies()
{
    const int top = verticalScrollBar()->value() - 2 * viewport()->height();
    const int bottom = verticalScrollBar()->value() + 3 * viewport()->height();
    for (const RunEntryBox *box : std::as_const(m_boxes)) {
        if (box->geometry().bottom() < top || box->geometry().top() > bottom)
            box->body().rest();
    }
}

bool RunView::event(QEvent *event)
{
    // What was laid out anew may be higher than before; the range follows only later.
    const bool handled = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest)
        followEnd();
    return handled;
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    followEnd();
}

void RunView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        syncLater();
}

const RunEntry *RunView::entryOf(quint64 id) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.entry(row).id == id)
            return &m_model.entry(row);
    }
    return nullptr;
}

void RunView::copy(quint64 id)
{
    const RunEntry *entry = entryOf(id);
    if (!entry)
        return;
    if (entry->kind == RunEntryKind::Image)
        QGuiApplication::clipboard()->setImage(QImage::fromData(entry->bytes));
    else
        QGuiApplication::clipboard()->setText(RunWords::copy(*entry));
}

void RunView::save(quint64 id)
{
    const RunEntry *entry = entryOf(id);
    if (!entry || entry->bytes.isEmpty())
        return;
    static const QHash<QString, QString> endings{{u"image/png"_s, u"png"_s},
                                                 {u"image/jpeg"_s, u"jpg"_s},
                                                 {u"image/svg+xml"_s, u"svg"_s},
                                                 {u"application/pdf"_s, u"pdf"_s}};
    const QString name = u"%1-%2.%3"_s.arg(tr("result", "start of a file's name"))
                             .arg(entry->number)
                             .arg(endings.value(entry->mimeType, u"bin"_s));
    Q_EMIT saveRequested(entry->bytes, name);
}

void RunView::askForLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    static const QStringList followed{u"http"_s, u"https"_s, u"mailto"_s};
    if (!url.isValid() || !followed.contains(url.scheme()))
        return;
    auto *popover = new Popover(this);
    auto *column = new QVBoxLayout(popover->card());
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(new Label(tr("This link leads out of the sandbox"), FontStep::BodyStrong));
    auto *target = new Label(displayText(address, 400), FontStep::CodeSmall, ThemeRole::TextMuted);
    target->setWordWrap(true);
    target->setMinimumWidth(320);
    column->addWidget(target);
    auto *open = new QPushButton(tr("Open in the browser"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(open);
    column->addLayout(row);
    connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    connect(cancel, &QPushButton::clicked, popover, &Popover::close);
    connect(open, &QPushButton::clicked, popover, [this, popover, url] {
        popover->close();
        Q_EMIT linkRequested(url);
    });
    popover->openAt(QRect(QCursor::pos(), QSize(1, 1)), cancel);
}

} // namespace Sandglass
