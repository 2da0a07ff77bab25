// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/popover.h>

#include <QtCore/QString>

class QGridLayout;
class QPushButton;

namespace Sandglass {

class Label;

/// The last question before something is gone: a title, what is known about it, Cancel and the
/// button that goes on. The focus is on Cancel; Enter never goes on, wherever the focus is; that
/// button takes a click or the space bar. A base: it is told what to ask about.
class ConfirmPopover : public Popover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmPopover)

Q_SIGNALS:
    /// It has closed already.
    void accepted();

protected:
    /// `width` is the card's, unless the window is narrower.
    ConfirmPopover(int width, QWidget *window);

    /// Begins a question anew, without facts.
    void setQuestion(const QString &title, const QString &button);
    void setTitleElideMode(Qt::TextElideMode mode);
    void addFact(const QString &name, const QString &value,
                 Qt::TextElideMode elide = Qt::ElideRight);
    /// The fact, where there is one.
    void addKnownFact(const QString &name, const QString &value,
                      Qt::TextElideMode elide = Qt::ElideRight);
    /// Says how many more there are than were listed; nothing for 0 and less.
    void addRest(int count);
    /// `anchor` is the row that it is about, in global coordinates.
    void askAt(const QRect &anchor);

    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_width;
    Label *m_title;
    QGridLayout *m_facts;
    QPushButton *m_cancel;
    QPushButton *m_goOn;
};

} // namespace Sandglass
