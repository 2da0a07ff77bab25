// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/runbody.h>

#include <QtWidgets/QTextBrowser>

namespace Sandglass {

/// Shows rich text and loads nothing: no file, no host, no picture. A click on a link is told, and
/// not followed.
class RunHtmlView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunHtmlView)

public:
    explicit RunHtmlView(QWidget *parent = nullptr);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
};

/// HTML and Markdown, cut down by cleanedHtml, in the look of the application.
class RunHtmlBody final : public RunBody
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunHtmlBody)

public:
    static constexpr int closedHeight = 480;
    static constexpr qsizetype maximumMarkdown = 64 * 1024;

    explicit RunHtmlBody(QWidget *parent = nullptr);

    void setEntry(const RunEntry &entry) override;
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QString facts() const override { return m_facts; }
    [[nodiscard]] const RunHtmlView &view() const { return *m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fitHeight();
    [[nodiscard]] QString styleSheet() const;

    RunHtmlView *m_view;
    QTextDocument *m_document = nullptr; ///< of the view, made here
    QString m_source;
    QString m_facts;
    QString m_title;
    RunEntryKind m_kind = RunEntryKind::Html;
};

} // namespace Sandglass
