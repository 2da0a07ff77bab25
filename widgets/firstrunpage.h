// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace Sandglass {

class ErrorBox;
class FirstRunCard;
class Label;

/// What a window without connections shows: two ways to start. Enter starts here, wherever the
/// focus is but on the other card.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstRunPage)

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    /// The local start is under way: what it does now ("Starting the local host"). Empty ends it.
    void setBusy(const QString &words);
    /// Why the local start failed, inside its card, with the one command that helps (may be empty).
    /// Ends the busy state; an empty title takes it away. Plain text.
    void setError(const QString &title, const QString &detail = {}, const QString &command = {});

Q_SIGNALS:
    void tryLocalRequested();
    void connectRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QVBoxLayout *makeColumn();
    void buildLocalCard();
    void buildAccountCard();

    FirstRunCard *m_local;
    FirstRunCard *m_account;
    ErrorBox *m_error;
    Label *m_busy;
    QWidget *m_busyRow;
    QWidget *m_hint;
    QPushButton *m_start;
    QPushButton *m_connect;
};

} // namespace Sandglass
