// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>
#include <widgets/toast.h>

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace Sandglass {

namespace {
constexpr int shadowTop = 5; // the shadow falls downwards
constexpr int mostMessages = 4;
constexpr int distance = 16; // from the lower edge of the window
} // namespace

class Toast final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    Toast(int id, const ToastMessage &message, QWidget *parent) : QWidget(parent), m_id(id)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(shadowMargin + 12, shadowTop + 7, shadowMargin + 8,
                                shadowMargin + 7);
        row->setSpacing(8);
        if (!message.icon.isEmpty()) {
            row->addWidget(new IconLabel(message.icon, ThemeRole::Text, 16, this));
        }
        auto *title = new Label(message.title, FontStep::BodyMedium, ThemeRole::Text, this);
        title->setMaximumWidth(360);
        title->setElideMode(Qt::ElideRight);
        row->addWidget(title);
        if (!message.detail.isEmpty()) {
            auto *detail = new Label(message.detail, FontStep::Body, ThemeRole::TextMuted, this);
            detail->setMaximumWidth(420);
            detail->setElideMode(Qt::ElideRight);
            row->addWidget(detail);
        }
        row->addSpacing(16);
        if (!message.actionText.isEmpty())
            addAction(row, message);
        setAccessibleName(message.title + u' ' + message.detail);
        m_timer.setSingleShot(true);
        m_timer.setInterval(message.duration);
        connect(&m_timer, &QTimer::timeout, this, &Toast::expire);
        m_timer.start();
    }

    [[nodiscard]] int id() const { return m_id; }

Q_SIGNALS:
    void expired(int id);
    void acted(int id);

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintRaisedCard(
            &painter,
            QRectF(rect()).adjusted(shadowMargin, shadowTop, -shadowMargin, -shadowMargin),
            themeOf(this));
    }

private:
    void addAction(QHBoxLayout *row, const ToastMessage &message)
    {
        auto *button = new QPushButton(message.actionText, this);
        row->addWidget(button);
        if (!message.actionKey.isEmpty())
            row->addWidget(new Badge(message.actionKey, Badge::Kind::KeyHint, this));
        connect(button, &QPushButton::clicked, this, [this] { Q_EMIT acted(m_id); });
    }

    void expire()
    {
        const QWidget *focused = QApplication::focusWidget();
        if (underMouse() || (focused && isAncestorOf(focused)))
            m_timer.start();
        else
            Q_EMIT expired(m_id);
    }

    int m_id;
    QTimer m_timer;
};

ToastArea::ToastArea(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->setSizeConstraint(QLayout::SetNoConstraint);
    parent->installEventFilter(this);
    hide();
}

int ToastArea::post(const ToastMessage &message)
{
    while (count() >= mostMessages)
        dismiss(static_cast<Toast *>(m_column->itemAt(0)->widget())->id());
    auto *toast = new Toast(++m_lastId, message, this);
    m_column->addWidget(toast, 0, Qt::AlignHCenter);
    connect(toast, &Toast::expired, this, &ToastArea::dismiss);
    connect(toast, &Toast::acted, this, [this](int id) {
        dismiss(id);
        Q_EMIT actionRequested(id);
    });
    toast->show();
    place();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return m_lastId;
}

void ToastArea::dismiss(int id)
{
    for (int at = 0; at < m_column->count(); ++at) {
        auto *toast = static_cast<Toast *>(m_column->itemAt(at)->widget());
        if (toast->id() != id)
            continue;
        m_column->removeWidget(toast);
        toast->hide();
        toast->deleteLater(); // it may be the sender
        break;
    }
    place();
}

int ToastArea::count() const
{
    return m_column->count();
}

void ToastArea::place()
{
    if (count() == 0) {
        hide();
        return;
    }
    m_column->activate();
    const QSize wanted = m_column->sizeHint().boundedTo(parentWidget()->size());
    setGeometry((parentWidget()->width() - wanted.width()) / 2,
                parentWidget()->height() - wanted.height() - distance + shadowMargin,
                wanted.width(), wanted.height());
    show();
    raise();
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace Sandglass

#include "toast.moc"
