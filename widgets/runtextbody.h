// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runtext.h>
#include <widgets/runbody.h>

class QPlainTextEdit;
class QPushButton;
class QTextCursor;

namespace Sandglass {

/// Lines of text that can be selected. Follows what is appended and dropped without laying out the
/// rest again. Long ones get a frame of their own to scroll in, and can be opened.
class RunTextBody final : public RunBody
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTextBody)

public:
    static constexpr int closedLines = 24;
    static constexpr int openLines = 2000;

    explicit RunTextBody(QWidget *parent = nullptr);

    void setEntry(const RunEntry &entry) override { setText(entry.lines); }
    void setText(const RunText &text);
    [[nodiscard]] QString shownText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dropBefore(qint64 first);
    void append(QTextCursor &cursor, const RunLine &line) const;
    void fitHeight();
    void updateFont();

    QPlainTextEdit *m_view;
    QPushButton *m_more;
    qint64 m_first = 0; ///< numbers of the lines that are shown
    qint64 m_end = 0;
    RunLine m_last; ///< as it is shown: the only one that may change
    bool m_isOpen = false;
    bool m_isDark = false;
};

} // namespace Sandglass
