// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <chrono>

class QVBoxLayout;

namespace Sandglass {

class Toast;

/// What happened, in one line, with at most one action.
struct ToastMessage {
    QString icon; ///< of resources/icons; may be empty
    QString title;
    QString detail;
    QString actionText; ///< empty: no button
    QString actionKey;  ///< the key that does the same ("Ctrl+Z"); may be empty
    std::chrono::milliseconds duration{6000};
};

/// Messages that come and go at the bottom of a window, the newest lowest, at most four. A message
/// under the pointer or with the focus in it stays. Lies over its parent and takes no room, and no
/// clicks beside the messages.
class ToastArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToastArea)

public:
    /// Child of the window's content, and follows its size; not of a splitter, which would make a
    /// pane of it.
    explicit ToastArea(QWidget *parent);

    /// Returns the number that actionRequested and dismiss go by.
    int post(const ToastMessage &message);
    void dismiss(int id);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void actionRequested(int id); ///< the message is gone by then

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QVBoxLayout *m_column;
    int m_lastId = 0;
};

} // namespace Sandglass
