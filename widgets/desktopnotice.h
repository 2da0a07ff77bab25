// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace Sandglass {

class EmptyPage;

/// Why there is no live screen, and the one thing that helps; see DesktopPanel::showNotice().
struct DesktopNoticeText {
    QString icon;
    QString title;
    QString words;
    QString action;             ///< the primary one; empty: there is none
    bool passwordField = false; ///< the action then enters what is typed there
    QString actionIcon;
};

/// The page in place of a screen: over the whole area, or as a card over the last picture.
class DesktopNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotice)

public:
    explicit DesktopNotice(QWidget *parent = nullptr);

    void setText(const DesktopNoticeText &text);
    void setOverPicture(bool over);

    /// What there is to do here, for who comes to do it: the field, the primary button or nothing.
    [[nodiscard]] QWidget *target();
    /// For a page that comes up by itself, in front of who types: the field, or the page, where the
    /// next Space presses nothing. Tab goes on to the button.
    void receiveFocus();
    /// The focus is on the button of just this action.
    [[nodiscard]] bool isOn(const QString &action) const;

Q_SIGNALS:
    void actionRequested();
    void passwordEntered(const QString &password);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void act();
    void place();

    EmptyPage *m_page;
    QLineEdit *m_password;
    DesktopNoticeText m_text;
    bool m_isOverPicture = false;
};

} // namespace Sandglass
