// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLineEdit>

class QLabel;

namespace Sandglass {

class FileNameCallout;

/// The field in a row in which a name is typed. Enter commits, Escape gives up. What is wrong with
/// the name stands below it, and the typed name stays until it is changed or given up; leaving the
/// field ends it only when nothing was typed.
class FileNameEdit final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileNameEdit)

public:
    explicit FileNameEdit(QWidget *parent);

    /// Begins with a name, its stem selected.
    void begin(const QString &name);
    [[nodiscard]] bool isChanged() const { return text() != m_before; }
    /// While the sandbox is asked nothing can be typed.
    void setBusy(bool busy);
    void setProblem(const QString &words);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void committed(const QString &name);
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeCallout();

    QString m_before;
    FileNameCallout *m_callout; ///< a child of the same parent: it is larger than the row
};

} // namespace Sandglass
