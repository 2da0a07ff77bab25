// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLineEdit;
class QToolButton;

namespace Sandglass {

class Badge;
class Label;

/// The filter of a list: funnel, text, how many match, and the key that leads here. Escape clears
/// the text first and then leaves.
class FilterField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterField)

public:
    explicit FilterField(QWidget *parent = nullptr);

    void setPlaceholder(const QString &text);
    void setText(const QString &text); ///< emits filterChanged if it differs
    [[nodiscard]] QString text() const;
    void clear();
    /// "79 of 143"; negative numbers show nothing.
    void setMatches(int matching, int all);
    /// Why a term cannot be read: danger border and tooltip; empty takes it away.
    void setError(const QString &reason);
    void focusAndSelect();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void filterChanged(const QString &text);
    void leaveRequested();     ///< Escape in an empty field
    void listFocusRequested(); ///< Down or Enter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *m_edit;
    QToolButton *m_clear;
    Label *m_count;
    Badge *m_hint;
    QString m_error;
};

} // namespace Sandglass
