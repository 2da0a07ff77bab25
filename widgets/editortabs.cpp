// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/editortabs.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>
#include <widgets/theme.h>

#include <QtCore/QSignalBlocker>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

namespace Sandglass {

EditorTabMark::EditorTabMark(QWidget *parent) : QAbstractButton(parent)
{
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::NoFocus); // Ctrl+W does it
    setCursor(Qt::ArrowCursor);
    setToolTip(tr("Close (Ctrl+W)"));
    setAccessibleName(tr("Close"));
}

void EditorTabMark::setUnsaved(bool unsaved)
{
    m_isUnsaved = unsaved;
    setAccessibleName(unsaved ? tr("Close, not saved") : tr("Close"));
    update();
}

void EditorTabMark::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (underMouse()) {
        paintRounded(&painter, rect(), badgeRadius, theme.color(ThemeRole::Hover), QColor());
        paintIcon(&painter, rect(), u"close", 12, theme.color(ThemeRole::Text));
    } else if (m_isUnsaved) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ThemeRole::Accent));
        painter.drawEllipse(QRectF(rect()).center(), 3.5, 3.5);
    }
}

void EditorTabMark::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void EditorTabMark::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

EditorTabs::EditorTabs(QWidget *parent) : QTabBar(parent)
{
    setTabHeight(this, 30);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setAccessibleName(tr("Open texts"));
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT chosen(idAt(index));
    });
}

void EditorTabs::add(quint64 id)
{
    const QSignalBlocker quiet(this);
    const int index = addTab(iconForTab(u"code-file"), QString());
    setTabData(index, id);
    auto *mark = new EditorTabMark(this);
    setTabButton(index, RightSide, mark);
    connect(mark, &EditorTabMark::clicked, this, [this, id] { Q_EMIT closeRequested(id); });
}

void EditorTabs::remove(quint64 id)
{
    const QSignalBlocker quiet(this);
    removeTab(indexOfId(id));
}

void EditorTabs::setCurrent(quint64 id)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(indexOfId(id));
}

int EditorTabs::indexOfId(quint64 id) const
{
    for (int index = 0; index < count(); ++index) {
        if (idAt(index) == id)
            return index;
    }
    return -1;
}

void EditorTabs::setBuffer(quint64 id, const QString &title, const QString &toolTip, bool unsaved)
{
    const int index = indexOfId(id);
    if (index < 0)
        return;
    QString text = title;
    if (tabText(index) != text.replace(u'&', QStringLiteral("&&")))
        setTabText(index, text);
    updateGeometry(); // QTabBar forgets it while it is hidden
    setTabToolTip(index, toolTip);
    if (auto *mark = qobject_cast<EditorTabMark *>(tabButton(index, RightSide)))
        mark->setUnsaved(unsaved);
}

bool EditorTabs::isUnsaved(quint64 id) const
{
    const auto *mark = qobject_cast<EditorTabMark *>(tabButton(indexOfId(id), RightSide));
    return mark && mark->isUnsaved();
}

void EditorTabs::mouseReleaseEvent(QMouseEvent *event)
{
    QTabBar::mouseReleaseEvent(event);
    const int index = tabAt(event->pos());
    if (event->button() == Qt::MiddleButton && index >= 0)
        Q_EMIT closeRequested(idAt(index));
}

void EditorTabs::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Line));
    painter.end();
    QTabBar::paintEvent(event);
}

} // namespace Sandglass
