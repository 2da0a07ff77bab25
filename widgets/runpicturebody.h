// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/runbody.h>
#include <widgets/runpicture.h>

#include <QtCore/QFutureWatcher>
#include <QtWidgets/QAbstractScrollArea>

namespace Sandglass {

/// A picture that fits the width; a click shows it pixel by pixel, to be scrolled or dragged, and
/// another one fits it again. Decoded on another thread, when it is first seen.
class RunPictureView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPictureView)

public:
    static constexpr int tallest = 560; ///< of the part that is seen, in pixels at scale 1

    explicit RunPictureView(QWidget *parent = nullptr);
    ~RunPictureView() override;

    void setPicture(const QByteArray &bytes, const QString &mimeType);
    void release();
    [[nodiscard]] QSize naturalSize() const { return m_natural; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }
    [[nodiscard]] bool isWhole() const { return m_isWhole; } ///< pixel by pixel
    void setWhole(bool whole);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void shown(); ///< drawn, or found not to be a picture

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void decode();
    void take();
    void updateBars();
    void updateHeight();
    [[nodiscard]] QSizeF shownSize() const; ///< in logical pixels
    [[nodiscard]] QSize wantedBox() const;  ///< device pixels; invalid: as it is

    QByteArray m_bytes;
    QString m_mimeType;
    QFutureWatcher<RunPicture> m_job;
    QSize m_natural;
    QSize m_decodedFor;
    QImage m_image;
    QString m_problem;
    QPoint m_dragFrom;
    QPoint m_pressedAt;
    bool m_isWhole = false;
    bool m_isByKey = false; ///< the focus came by the keyboard
};

/// The body of a row with a picture or a drawing.
class RunPictureBody final : public RunBody
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPictureBody)

public:
    explicit RunPictureBody(QWidget *parent = nullptr);

    void setEntry(const RunEntry &entry) override;
    [[nodiscard]] QString facts() const override;
    void rest() override { m_view->release(); }
    [[nodiscard]] RunPictureView &view() const { return *m_view; }

private:
    RunPictureView *m_view;
};

} // namespace Sandglass
