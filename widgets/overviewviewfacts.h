// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/overviewview.h>

#include <QtWidgets/QWidget>

class QToolButton;

namespace Sandglass {

/// The facts of a sandbox as rows of label and value. Values that do not fit are elided and whole
/// in the tooltip.
class OverviewViewFacts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewViewFacts)

public:
    explicit OverviewViewFacts(QWidget *parent);

    void setFacts(const OverviewFacts &facts);
    [[nodiscard]] QSize sizeHint() const override;
    /// Height of all rows, in two columns where there is room for them.
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void copyIdRequested(const QString &sandboxId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Look { Text, State, Mono, Dated };
    struct Row {
        QString label;
        QString value;
        QString exact; ///< tooltip beside the whole value
        Look look = Look::Text;
    };

    void makeRows();
    void add(const QString &label, const QString &value, const QString &exact = {},
             Look look = Look::Text);
    void measure();
    [[nodiscard]] int columnsAt(int width) const;
    [[nodiscard]] int rowAt(QPoint position) const;
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] QRect valueRect(int row) const;
    [[nodiscard]] QFont valueFont(const Row &row) const;
    [[nodiscard]] QString toolTipOf(int row) const;

    OverviewFacts m_facts;
    QList<Row> m_rows;
    int m_idRow = -1;
    int m_labelWidth = 0;
    QToolButton *m_copy = nullptr;
};

/// One line in place of charts that cannot be.
class OverviewViewNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewViewNotice)

public:
    explicit OverviewViewNotice(QWidget *parent);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace Sandglass
