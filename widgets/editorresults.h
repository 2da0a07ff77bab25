// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/runmodel.h>
#include <widgets/editorbuffer.h>

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <optional>

class QStackedWidget;
class QTabBar;
class QToolButton;
class QUrl;

namespace Sandglass {

class EmptyPage;
class RunView;

/// The side of the editor with what came of runs: one RunView for each RunModel, a page that says
/// what belongs here while there is nothing, and one that says why nothing can be run.
class EditorResults final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorResults)

public:
    explicit EditorResults(QWidget *parent = nullptr);

    /// Models are borrowed until they are removed; null shows the empty page.
    void setModel(RunModel *model);
    void removeModel(RunModel *model);
    void setCanRun(bool canRun); ///< as the tool bar's own button
    void setUnavailable(const std::optional<EditorUnavailable> &why);
    [[nodiscard]] RunView *view() const; ///< that is shown; null without results

Q_SIGNALS:
    void runRequested();
    void unavailableActionRequested();
    void frameActivated(quint64 entry, const Sandglass::TracebackFrame &frame);
    void linkRequested(const QUrl &address);
    void saveRequested(const QByteArray &bytes, const QString &name);

private:
    void makeHead();
    void choosePage();

    QTabBar *m_head;
    QToolButton *m_clear;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    EmptyPage *m_reason;
    QHash<RunModel *, RunView *> m_views;
    RunModel *m_model = nullptr;
    bool m_isUnavailable = false;
    bool m_canRun = false;
};

} // namespace Sandglass
