// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/filename.h>
#include <widgets/filenameedit.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {
constexpr int calloutWidth = 260;
constexpr int calloutGap = 4;
} // namespace

/// What is wrong with the name, on a card below the field.
class FileNameCallout final : public QWidget
{
public:
    explicit FileNameCallout(QWidget *parent)
        : QWidget(parent),
          m_words(new Label(FontStep::Body, ThemeRole::Text, this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(8, 6, 8, 6);
        row->setSpacing(8);
        row->addWidget(new IconLabel(u"risk"_s, ThemeRole::Danger, 16, this), 0, Qt::AlignTop);
        m_words->setWordWrap(true);
        row->addWidget(m_words, 1);
        hide();
    }

    [[nodiscard]] QString words() const { return m_words->text(); }
    void setWords(const QString &words) { m_words->setText(words); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        paintRounded(&painter, rect(), controlRadius, theme.color(ThemeRole::DangerGround),
                     theme.color(ThemeRole::Danger));
    }

private:
    Label *m_words;
};

FileNameEdit::FileNameEdit(QWidget *parent)
    : QLineEdit(parent),
      m_callout(new FileNameCallout(parent))
{
    setAccessibleName(tr("Name"));
    setFrame(true);
    connect(this, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    // Not ours: the parent may be on its way out and take it along.
    connect(this, &QObject::destroyed, m_callout, [callout = m_callout] { delete callout; });
}

void FileNameEdit::begin(const QString &name)
{
    m_before = name;
    setText(name);
    setSelection(0, int(FileName::stemLength(name)));
}

void FileNameEdit::setBusy(bool busy)
{
    setReadOnly(busy);
    if (busy)
        setProblem({});
}

QString FileNameEdit::problem() const
{
    return m_callout->isHidden() ? QString() : m_callout->words();
}

void FileNameEdit::setProblem(const QString &words)
{
    setFieldInvalid(this, !words.isEmpty());
    m_callout->setWords(words);
    setAccessibleDescription(words);
    m_callout->setVisible(!words.isEmpty());
    placeCallout();
}

void FileNameEdit::placeCallout()
{
    if (m_callout->isHidden())
        return;
    const QWidget *around = parentWidget();
    const int width = std::min(calloutWidth, around->width() - 2 * calloutGap);
    const int height = m_callout->heightForWidth(width);
    int y = geometry().bottom() + 1 + calloutGap;
    if (y + height > around->height() && geometry().top() - calloutGap - height >= 0)
        y = geometry().top() - calloutGap - height;
    const int x =
        std::clamp(isRightToLeft() ? geometry().right() - width : geometry().left(), calloutGap,
                   std::max(calloutGap, around->width() - width - calloutGap));
    m_callout->setGeometry(x, y, width, height);
    m_callout->raise();
}

bool FileNameEdit::event(QEvent *event)
{
    // Every key that is typed here is a key of the name, no shortcut of the window around.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FileNameEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isReadOnly())
            Q_EMIT committed(text());
        return;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FileNameEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const bool isElsewhere =
        event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (isElsewhere && !isReadOnly() && !isChanged())
        Q_EMIT cancelled();
}

void FileNameEdit::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeCallout();
}

void FileNameEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeCallout();
}

} // namespace Sandglass
