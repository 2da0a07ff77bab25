// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace Sandglass {

class IconLabel;
class Label;

/// What a view shows while it has nothing to list: what belongs there, and the one action that
/// fills it.
class EmptyPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyPage)

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    void setIcon(const QString &name);
    void setText(const QString &title, const QString &detail = {});
    /// An empty text takes the button away. The primary action is the page's only accent button.
    void setAction(const QString &text, const QString &icon = {});
    void setSecondAction(const QString &text, const QString &icon = {});
    /// Above the buttons, in the middle; the page owns it. Only one.
    void setContent(QWidget *content);
    /// For the focus.
    [[nodiscard]] QPushButton *action() const { return m_action; }
    void setActionsEnabled(bool enabled); ///< what the page says stays readable

Q_SIGNALS:
    void actionRequested();
    void secondActionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon;
    Label *m_title;
    Label *m_detail;
    QPushButton *m_action;
    QPushButton *m_second;
    QVBoxLayout *m_content;
};

} // namespace Sandglass
