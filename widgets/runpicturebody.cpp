// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/runpicturebody.h>
#include <widgets/theme.h>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Sandglass {

namespace {

constexpr int unknownHeight = 120; // of a drawing before it was read
constexpr int noteHeight = 34;
constexpr int largestSide = 4096; // of a fitted one, in device pixels

} // namespace

RunPictureView::RunPictureView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_job, &QFutureWatcher<RunPicture>::finished, this, &RunPictureView::take);
}

RunPictureView::~RunPictureView() = default;

void RunPictureView::setPicture(const QByteArray &bytes, const QString &mimeType)
{
    m_bytes = bytes;
    m_mimeType = mimeType;
    m_natural = pictureSize(bytes, mimeType);
    m_problem.clear();
    release();
    updateHeight();
}

void RunPictureView::release()
{
    m_image = {};
    m_decodedFor = {};
    viewport()->update();
}

void RunPictureView::setWhole(bool whole)
{
    if (m_isWhole == whole || !m_problem.isEmpty())
        return;
    m_isWhole = whole;
    viewport()->setCursor(whole ? Qt::OpenHandCursor : Qt::ArrowCursor);
    updateHeight();
    updateBars();
    viewport()->update();
}

QSize RunPictureView::wantedBox() const
{
    if (m_isWhole)
        return {};
    const qreal ratio = devicePixelRatioF();
    return QSize(std::max(1, qRound(viewport()->width() * ratio)), largestSide);
}

void RunPictureView::decode()
{
    if (m_job.isRunning() || !m_problem.isEmpty() || m_bytes.isEmpty())
        return;
    m_decodedFor = wantedBox();
    const RunPictureRequest request{.bytes = m_bytes,
                                    .mimeType = m_mimeType,
                                    .box = m_decodedFor,
                                    .scale = devicePixelRatioF()};
    m_job.setFuture(QtConcurrent::run([request] { return drawnPicture(request); }));
}

void RunPictureView::take()
{
    RunPicture picture = m_job.result();
    m_problem = picture.problem;
    if (picture.natural.isValid())
        m_natural = picture.natural;
    m_image = std::move(picture.image);
    setAccessibleName(m_problem.isEmpty() ? tr("Picture") : m_problem);
    setToolTip(m_problem.isEmpty() ? tr("Click: pixel by pixel") : QString());
    updateHeight();
    updateBars();
    viewport()->update();
    Q_EMIT shown();
}

QSizeF RunPictureView::shownSize() const
{
    if (!m_natural.isValid())
        return {};
    const bool isDrawing = m_mimeType == u"image/svg+xml";
    // Whole: a pixel of the picture is one of the screen.
    if (m_isWhole)
        return QSizeF(m_natural) / (isDrawing ? 1 : devicePixelRatioF());
    QSizeF size(m_natural);
    const QSizeF box(std::max(1, viewport()->width()), tallest);
    if (size.width() > box.width() || size.height() > box.height())
        size.scale(box, Qt::KeepAspectRatio);
    return size;
}

int RunPictureView::heightForWidth(int) const
{
    if (!m_problem.isEmpty())
        return noteHeight;
    if (!m_natural.isValid())
        return unknownHeight;
    const int bar = m_isWhole && shownSize().width() > viewport()->width()
                        ? horizontalScrollBar()->sizeHint().height()
                        : 0;
    return std::min(tallest, int(std::ceil(shownSize().height())) + bar);
}

QSize RunPictureView::sizeHint() const
{
    return {200, heightForWidth(width())};
}

void RunPictureView::updateHeight()
{
    setFixedHeight(std::max(1, heightForWidth(width())));
}

void RunPictureView::updateBars()
{
    const QSize over =
        m_isWhole ? (shownSize().toSize() - viewport()->size()).expandedTo({0, 0}) : QSize(0, 0);
    horizontalScrollBar()->setRange(0, over.width());
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, over.height());
    verticalScrollBar()->setPageStep(viewport()->height());
}

void RunPictureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(viewport());
    if (!m_problem.isEmpty()) {
        painter.setPen(theme.color(ThemeRole::TextMuted));
        painter.setFont(fontFor(FontStep::Body));
        painter.drawText(viewport()->rect(), Qt::AlignVCenter | Qt::TextWordWrap, m_problem);
        return;
    }
    if (m_image.isNull() || m_decodedFor != wantedBox())
        decode();
    if (m_image.isNull()) {
        painter.fillRect(QRectF(QPointF(), m_natural.isValid() ? shownSize() : QSizeF(200, 100)),
                         theme.color(ThemeRole::Alternate));
        return;
    }
    const QPointF offset(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const QRectF place(offset, shownSize());
    // Pictures with a transparent ground are made for paper; a dark theme would swallow their text.
    if (m_image.hasAlphaChannel())
        painter.fillRect(place, Theme::light().color(ThemeRole::Base));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !m_isWhole);
    painter.drawImage(place, m_image);
    if (hasFocus() && (m_isWhole || m_isByKey))
        paintFocusRing(&painter, viewport()->rect(), 2, theme.color(ThemeRole::Accent));
}

void RunPictureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateHeight();
    updateBars();
}

/// Who came by the keyboard sees where it is.
void RunPictureView::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
        m_isByKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RunPictureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void RunPictureView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || (event->key() == Qt::Key_Escape && m_isWhole))
        setWhole(!m_isWhole);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void RunPictureView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    m_dragFrom =
        event->pos() + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

void RunPictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isWhole || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint offset = m_dragFrom - event->pos();
    horizontalScrollBar()->setValue(offset.x());
    verticalScrollBar()->setValue(offset.y());
}

void RunPictureView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick =
        (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    if (isClick && event->button() == Qt::LeftButton)
        setWhole(!m_isWhole);
}

void RunPictureView::wheelEvent(QWheelEvent *event)
{
    if (m_isWhole)
        QAbstractScrollArea::wheelEvent(event);
    else
        event->ignore(); // scrolls the results
}

RunPictureBody::RunPictureBody(QWidget *parent) : RunBody(parent), m_view(new RunPictureView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &RunPictureView::shown, this, &RunBody::factsChanged);
}

void RunPictureBody::setEntry(const RunEntry &entry)
{
    m_view->setPicture(entry.bytes, entry.mimeType);
}

QString RunPictureBody::facts() const
{
    if (!m_view->naturalSize().isValid() || !m_view->problem().isEmpty())
        return {};
    const QLocale locale;
    return tr("%1 × %2", "width, height")
        .arg(locale.toString(m_view->naturalSize().width()),
             locale.toString(m_view->naturalSize().height()));
}

} // namespace Sandglass
