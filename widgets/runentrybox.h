// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runentry.h>

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QToolButton;

namespace Sandglass {

class Label;
class RunBody;

/// One row of the results: its number, its title or first line, its kind at the right edge, its
/// body below or beside. Its buttons show when the pointer or the focus is in it.
class RunEntryBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunEntryBox)

public:
    explicit RunEntryBox(const RunEntry &entry, QWidget *parent = nullptr);

    void setEntry(const RunEntry &entry);
    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] RunBody &body() const { return *m_body; }

Q_SIGNALS:
    void copyRequested(quint64 id);
    void saveRequested(quint64 id);
    void linkActivated(const QString &address);
    void frameActivated(quint64 id, const Sandglass::TracebackFrame &frame);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const RunEntry &entry);
    [[nodiscard]] QHBoxLayout *makeHead();
    void makeTools();
    void showKind();
    void showButtons();

    quint64 m_id;
    int m_revision = -1;
    RunEntryKind m_kind;
    bool m_isEnd = false; ///< of a run: a hairline below
    Label *m_number;
    Label *m_title;
    Label *m_detail;
    Label *m_kindName;
    QToolButton *m_copy;
    QToolButton *m_save;
    QWidget *m_tools = nullptr; ///< buttons and kind, at the right edge
    RunBody *m_body;
};

} // namespace Sandglass
