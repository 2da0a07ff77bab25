// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>

namespace Sandglass {

SandboxArea::SandboxArea(AppContext &context, QWidget *parent)
    : QStackedWidget(parent),
      m_context(context)
{
    connect(&context.fleet, &FleetStore::keyChanged, this,
            [this](const QString &before, const QString &after) {
                if (SandboxPane *pane = paneOf(before))
                    pane->setKey(after);
                if (const qsizetype at = m_opened.indexOf(before); at >= 0)
                    m_opened[at] = after;
                Q_EMIT openedChanged();
            });
    connect(&context.fleet, &FleetStore::removed, this, [this](const QString &key) {
        // Texts that nobody has saved outlive their sandbox.
        if (const SandboxPane *pane = paneOf(key); pane != nullptr && pane->unsaved().isEmpty())
            close(key);
    });
}

SandboxArea::~SandboxArea()
{
    clear();
}

void SandboxArea::clear()
{
    qDeleteAll(panes());
}

SandboxPane *SandboxArea::glance(const QString &key)
{
    if (m_context.fleet.find(key) == nullptr)
        return nullptr;
    return bringToFront(key);
}

SandboxPane *SandboxArea::open(const QString &key)
{
    SandboxPane *pane = glance(key);
    if (pane != nullptr && !m_opened.contains(key)) {
        m_opened.append(key);
        Q_EMIT openedChanged();
    }
    return pane;
}

void SandboxArea::close(const QString &key)
{
    SandboxPane *pane = paneOf(key);
    if (pane == nullptr)
        return;
    m_opened.removeOne(key);
    removeWidget(pane);
    pane->deleteLater();
    Q_EMIT openedChanged();
    Q_EMIT currentKeyChanged(currentKey());
}

QString SandboxArea::currentKey() const
{
    const SandboxPane *pane = currentPane();
    return pane == nullptr ? QString() : pane->key();
}

SandboxPane *SandboxArea::currentPane() const
{
    return qobject_cast<SandboxPane *>(currentWidget());
}

SandboxPane *SandboxArea::paneOf(const QString &key) const
{
    for (SandboxPane *pane : panes()) {
        if (pane->key() == key)
            return pane;
    }
    return nullptr;
}

QList<SandboxPane *> SandboxArea::panes() const
{
    QList<SandboxPane *> panes;
    for (int index = 0; index < count(); ++index)
        panes.append(qobject_cast<SandboxPane *>(widget(index)));
    return panes;
}

int SandboxArea::driven() const
{
    return int(std::ranges::count_if(panes(), &SandboxPane::isDriving));
}

SandboxPane *SandboxArea::bringToFront(const QString &key)
{
    SandboxPane *pane = paneOf(key);
    if (pane == nullptr) {
        pane = new SandboxPane(key, m_context);
        connect(pane, &SandboxPane::closeRequested, this,
                [this, pane] { Q_EMIT closeRequested(pane->key()); });
        connect(pane, &SandboxPane::killRequested, this,
                [this, pane](const QRect &anchor) { Q_EMIT killRequested(pane->key(), anchor); });
        connect(pane, &SandboxPane::newSandboxRequested, this, &SandboxArea::newSandboxRequested);
        connect(pane, &SandboxPane::told, this, &SandboxArea::told);
        connect(pane, &SandboxPane::screenshotSaved, this, &SandboxArea::screenshotSaved);
        connect(pane, &SandboxPane::drivingChanged, this, &SandboxArea::drivingChanged);
        addWidget(pane);
    }
    if (currentWidget() != pane || count() == 1) {
        setCurrentWidget(pane);
        dropGlanced(pane);
        Q_EMIT currentKeyChanged(key);
    }
    return pane;
}

void SandboxArea::dropGlanced(const SandboxPane *except)
{
    for (SandboxPane *pane : panes()) {
        if (pane == except || m_opened.contains(pane->key()) || pane->isInUse())
            continue;
        removeWidget(pane);
        pane->deleteLater();
    }
}

} // namespace Sandglass
