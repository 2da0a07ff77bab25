// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/runhtml.h>
#include <widgets/runhtmlbody.h>
#include <widgets/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QImage>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

/// Levels of quotes and lists that a line of Markdown opens: more than a person writes would only
/// be there to take time.
bool isNestedTooDeep(const QString &markdown)
{
    constexpr int most = 24;
    for (const QStringView line : QStringView(markdown).tokenize(u'\n')) {
        int marks = 0;
        for (const QChar c : line) {
            if (c == u'>' || c == u'[' || c == u'*' || c == u'-' || c == u'+')
                ++marks;
            else if (!c.isSpace())
                break;
        }
        if (marks > most && QStringView(line).trimmed().startsWith(u'>'))
            return true;
    }
    return false;
}

} // namespace

RunHtmlView::RunHtmlView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
}

QVariant RunHtmlView::loadResource(int type, const QUrl &)
{
    // Never nothing: QTextDocument and its pictures would look for a file of that name themselves.
    if (type == QTextDocument::ImageResource) {
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    return QByteArray("");
}

void RunHtmlView::doSetSource(const QUrl &, QTextDocument::ResourceType) {}

RunHtmlBody::RunHtmlBody(QWidget *parent) : RunBody(parent), m_view(new RunHtmlView(this))
{
    m_view->setAccessibleName(tr("Result"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkActivated(url.toString(QUrl::FullyEncoded)); });
}

void RunHtmlBody::setEntry(const RunEntry &entry)
{
    if (entry.source == m_source && m_kind == entry.kind)
        return;
    m_source = entry.source;
    m_kind = entry.kind;
    fill();
}

void RunHtmlBody::fill()
{
    // Put together before anything lays it out: a picture is looked for by the layout.
    auto *made = new QTextDocument(m_view);
    QTextDocument &document = *made;
    document.setDocumentMargin(0);
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(fontFor(FontStep::Body));
    document.setDefaultStyleSheet(styleSheet());
    m_facts.clear();
    m_title = tr("Formatted text");
    if (m_kind == RunEntryKind::Markdown) {
        if (m_source.size() > maximumMarkdown || isNestedTooDeep(m_source))
            document.setPlainText(m_source);
        else
            document.setMarkdown(
                m_source, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                              QTextDocument::MarkdownNoHTML);
    } else {
        const CleanHtml clean = cleanedHtml(m_source);
        document.setHtml(clean.html);
        if (clean.rows > 0 && clean.columns > 0)
            m_facts = tr("%1 × %2", "rows, columns")
                          .arg(tr("%n row(s)", nullptr, clean.rows),
                               tr("%n column(s)", nullptr, clean.columns));
        m_title = clean.isDataFrame   ? u"DataFrame"_s
                  : clean.columns > 0 ? tr("Table")
                                      : tr("Formatted text");
        if (clean.isCut)
            m_facts = tr("cut: too long or too deep to be drawn whole");
    }
    dropPictures(document);
    showHiddenCharacters(document);
    m_view->setDocument(made);
    delete std::exchange(m_document, made); // the first one is the view's own affair
    Q_EMIT factsChanged();
    fitHeight();
}

QString RunHtmlBody::styleSheet() const
{
    const Theme &theme = themeOf(this);
    const auto color = [&](ThemeRole role) { return theme.color(role).name(); };
    return u"th { background-color: %1; color: %2; font-weight: 400; }"
           "td, th { border-bottom: 1px solid %3; padding: 3px 8px; }"
           "table { border-collapse: collapse; border-top: 1px solid %3; }"
           "a { color: %4; } code, pre, samp, kbd, tt { font-family: \"JetBrains Mono\", "
           "monospace; }"_s.arg(color(ThemeRole::Window), color(ThemeRole::TextMuted),
                                color(ThemeRole::Line), color(ThemeRole::Link));
}

void RunHtmlBody::fitHeight()
{
    QTextDocument &document = *m_view->document();
    document.setTextWidth(m_view->viewport()->width());
    const bool isWide = document.idealWidth() > m_view->viewport()->width() + 1;
    const int bar = isWide ? m_view->horizontalScrollBar()->sizeHint().height() : 0;
    const int height = int(std::ceil(document.size().height())) + bar + 1;
    m_view->setFixedHeight(std::clamp(height, 16, closedHeight));
    updateGeometry();
}

void RunHtmlBody::resizeEvent(QResizeEvent *event)
{
    RunBody::resizeEvent(event);
    fitHeight();
}

void RunHtmlBody::changeEvent(QEvent *event)
{
    RunBody::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange ||
         event->type() == QEvent::ApplicationFontChange) &&
        !m_source.isEmpty())
        fill();
}

} // namespace Sandglass
