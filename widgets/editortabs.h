// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QTabBar>

namespace Sandglass {

/// The end of a tab: a dot while its buffer is not saved, a cross under the pointer.
class EditorTabMark final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorTabMark)

public:
    explicit EditorTabMark(QWidget *parent = nullptr);

    void setUnsaved(bool unsaved);
    [[nodiscard]] bool isUnsaved() const { return m_isUnsaved; }
    [[nodiscard]] QSize sizeHint() const override { return {16, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool m_isUnsaved = false;
};

/// The open buffers, by their ids.
class EditorTabs final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorTabs)

public:
    explicit EditorTabs(QWidget *parent = nullptr);

    void add(quint64 id);
    void remove(quint64 id);
    void setCurrent(quint64 id); ///< says nothing
    void setBuffer(quint64 id, const QString &title, const QString &toolTip, bool unsaved);
    [[nodiscard]] bool isUnsaved(quint64 id) const;
    [[nodiscard]] quint64 idAt(int index) const { return tabData(index).toULongLong(); }
    [[nodiscard]] int indexOfId(quint64 id) const;

Q_SIGNALS:
    void chosen(quint64 id);
    void closeRequested(quint64 id);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sandglass
