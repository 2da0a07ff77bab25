// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/desktopgeometry.h>

#include <QtWidgets/QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QSpacerItem;
class QToolButton;

namespace Sandglass {

class Badge;
class Label;

/// The row above a screen that is only watched: what we may do at the left, what we can take at the
/// right, the primary button last.
class DesktopToolBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopToolBar)

public:
    using Scale = DesktopGeometry::Scale;

    explicit DesktopToolBar(QWidget *parent = nullptr);

    void setScale(Scale scale, int percent);
    /// Whether there is a live screen, and a picture at all.
    void setShown(bool live, bool picture);
    /// Why it cannot be driven now, in words; empty: it can.
    void setReadOnly(const QString &why);
    /// Not there for a screen that nobody here has started.
    void setStopOffered(bool offered);
    [[nodiscard]] bool canTakeControl() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void screenshotRequested();
    void scaleChosen(Sandglass::DesktopGeometry::Scale scale);
    void stopStreamRequested();
    void takeControlRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRow();
    void showState();
    void fit();

    Badge *m_badge;
    Label *m_words;
    QToolButton *m_screenshot;
    Badge *m_screenshotKey;
    QToolButton *m_keys;
    QComboBox *m_scale;
    QToolButton *m_more;
    QAction *m_stop;
    QToolButton *m_control;
    Badge *m_controlKey;
    QHBoxLayout *m_row;
    QSpacerItem *m_room; ///< where the words would be
    QString m_readOnly;
    bool m_isLive = false;
    bool m_hasPicture = false;
};

} // namespace Sandglass
