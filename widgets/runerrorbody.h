// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/runbody.h>

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace Sandglass {

class IconLabel;
class Label;
class RunTextBody;

/// An error: its places, each a link to its line, and the whole traceback on request.
class RunErrorBody final : public RunBody
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunErrorBody)

public:
    explicit RunErrorBody(QWidget *parent = nullptr);

    /// How far a link's words stand from its edge; the title stands as far in.
    static constexpr int linkPadding = 4;

    void setEntry(const RunEntry &entry) override;
    void setCornerWidth(int width) override;

private:
    void addFrame(const TracebackFrame &frame);
    void addNote(const QString &text);
    [[nodiscard]] static QString placeOf(const TracebackFrame &frame);

    Label *m_title;
    QVBoxLayout *m_frames;
    QPushButton *m_more;
    RunTextBody *m_whole;
    bool m_isFilled = false;
};

/// What Sandglass itself says of a run.
class RunNoticeBody final : public RunBody
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunNoticeBody)

public:
    explicit RunNoticeBody(QWidget *parent = nullptr);

    void setEntry(const RunEntry &entry) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon;
    Label *m_title;
    Label *m_detail;
    QBoxLayout *m_words;
    RunPhase m_phase = RunPhase::None;
};

} // namespace Sandglass
