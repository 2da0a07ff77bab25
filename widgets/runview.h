// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runmodel.h>

#include <QtCore/QList>
#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

class QUrl;
class QVBoxLayout;

namespace Sandglass {

class RunEntryBox;

/// Shows a RunModel, oldest first. Stays at the end while one looks at the end, and never moves
/// otherwise. Everything in it comes from a sandbox: nothing is loaded, run or followed.
class RunView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunView)

public:
    /// The model is borrowed and must outlive the view.
    explicit RunView(RunModel &model, QWidget *parent = nullptr);
    ~RunView() override;

    [[nodiscard]] RunModel &model() const { return m_model; }
    [[nodiscard]] QList<RunEntryBox *> boxes() const { return m_boxes; }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

Q_SIGNALS:
    /// A place of an error was chosen; `entry` of the model's row that it stands in.
    void frameActivated(quint64 entry, const Sandglass::TracebackFrame &frame);
    /// The reader saw where it leads, and wants it: http, https or mailto.
    void linkRequested(const QUrl &address);
    /// To be saved where the user says; a name is proposed.
    void saveRequested(const QByteArray &bytes, const QString &name);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void syncLater();
    void sync();
    [[nodiscard]] RunEntryBox *makeBox(const RunEntry &entry);
    void followEnd();
    void restFarBodies();
    void askForLink(const QString &address);
    void copy(quint64 id);
    void save(quint64 id);
    [[nodiscard]] const RunEntry *entryOf(quint64 id) const;

    RunModel &m_model;
    QVBoxLayout *m_column;
    QList<RunEntryBox *> m_boxes; ///< in the order of the model's rows
    QTimer m_syncTimer;           ///< what comes in one frame is shown in one go
    bool m_isFollowing = true;
    bool m_isMoving = false; ///< the bar is moved by us
};

} // namespace Sandglass
