// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/duration.h>
#include <widgets/durationedit.h>
#include <widgets/errorbox.h>
#include <widgets/form.h>
#include <widgets/label.h>
#include <widgets/metadataedit.h>
#include <widgets/newsandboxdialog.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Sandglass {

namespace {

QIcon colorIcon(const QColor &color)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter(&pixmap).fillRect(6, 1, 4, 14, color);
    return QIcon(pixmap);
}

} // namespace

NewSandboxDialog::NewSandboxDialog(QWidget *parent)
    : GrowingDialog(parent),
      m_form(new Form(this)),
      m_connection(new QComboBox(this)),
      m_template(new QComboBox(this)),
      m_timeout(new DurationEdit(this)),
      m_metadata(new MetadataEdit(this)),
      m_error(new ErrorBox(this)),
      m_busy(new Label(FontStep::Small, ThemeRole::TextMuted, this)),
      m_create(new QPushButton(tr("Create"), this))
{
    setWindowTitle(tr("New sandbox"));
    setMinimumWidth(scaledHeight(480, fontMetrics()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_form);
    column->addWidget(m_error);
    column->addStretch(1);
    m_error->hide();
    buildForm();
    buildButtons();
}

void NewSandboxDialog::buildForm()
{
    m_template->setEditable(true);
    m_template->setInsertPolicy(QComboBox::NoInsert);
    m_template->lineEdit()->setPlaceholderText(tr("base"));
    m_connectionRow = m_form->addRow(tr("C&onnection"), m_connection);
    m_templateRow = m_form->addRow(tr("&Template"), m_template, tr("An id or an alias."));
    m_timeoutRow = m_form->addRow(tr("Time &limit"), m_timeout);
    m_metadataRow = m_form->addRow(
        tr("&Metadata"), m_metadata,
        tr("Names and tags that the list can show and filter by, such as name or owner."));
    m_timeout->setDuration(NewSandboxDraft().timeout);
    takeTarget();
    connect(m_connection, &QComboBox::currentIndexChanged, this, &NewSandboxDialog::takeTarget);
    connect(m_timeout, &QLineEdit::textChanged, this,
            [this] { m_timeoutRow->setError(m_timeout->problem()); });
    connect(m_template, &QComboBox::currentTextChanged, this,
            [this] { m_templateRow->setError({}); });
    connect(m_metadata, &MetadataEdit::changed, this, [this] { m_metadataRow->setError({}); });
}

void NewSandboxDialog::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_create->setDefault(true);
    setButtonKind(m_create, ButtonKind::Primary);
    buttons->addWidget(m_busy, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    buttons->addWidget(new Badge(tr("Enter"), Badge::Kind::KeyHint, this));
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewSandboxDialog::tryCreate);
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(key, this), &QShortcut::activated, m_create, &QPushButton::click);
}

void NewSandboxDialog::setTargets(const QList<NewSandboxTarget> &targets)
{
    const QString before = m_connection->currentData().toString();
    m_targets = targets;
    m_connection->clear();
    for (const NewSandboxTarget &one : targets)
        m_connection->addItem(colorIcon(themeOf(this).connectionBar(one.colorRole)), one.name,
                              one.connectionId);
    m_connection->setCurrentIndex(std::max(0, m_connection->findData(before)));
    m_connectionRow->setVisible(targets.size() > 1);
    takeTarget();
}

void NewSandboxDialog::setDraft(const NewSandboxDraft &draft)
{
    if (const int at = m_connection->findData(draft.connectionId); at >= 0)
        m_connection->setCurrentIndex(at);
    m_template->setEditText(draft.templateId);
    m_timeout->setDuration(draft.timeout);
    m_metadata->setMetadata(draft.metadata);
    m_template->setFocus(Qt::OtherFocusReason);
}

NewSandboxDraft NewSandboxDialog::draft() const
{
    const NewSandboxTarget *chosen = target();
    return {.connectionId = chosen ? chosen->connectionId : QString(),
            .templateId = m_template->currentText().trimmed(),
            .timeout = m_timeout->duration().value_or(NewSandboxDraft().timeout),
            .metadata = m_metadata->metadata()};
}

const NewSandboxTarget *NewSandboxDialog::target() const
{
    const int at = m_connection->currentIndex();
    return at >= 0 && at < m_targets.size() ? &m_targets.at(at) : nullptr;
}

void NewSandboxDialog::takeTarget()
{
    const NewSandboxTarget *chosen = target();
    const QString typed = m_template->currentText();
    m_template->clear();
    if (chosen)
        m_template->addItems(chosen->templates);
    if (!typed.isEmpty())
        m_template->setEditText(typed);
    m_timeout->setMaximum(chosen ? chosen->longest : std::nullopt,
                          chosen ? chosen->longestReason : QString());
    const auto longest = m_timeout->maximum();
    m_timeoutRow->setHint(
        longest ? tr("It ends by itself after this. At most %1.").arg(durationText(*longest))
                : tr("It ends by itself after this: 5m, 2h or seconds."));
    m_timeoutRow->setError(m_timeout->problem());
}

bool NewSandboxDialog::validate()
{
    m_templateRow->setError(m_template->currentText().trimmed().isEmpty()
                                ? tr("Name the template that it starts from, such as base.")
                                : QString());
    m_timeoutRow->setError(m_timeout->problem());
    m_metadataRow->setError(m_metadata->check());
    if (!m_templateRow->error().isEmpty())
        m_template->setFocus(Qt::OtherFocusReason);
    else if (!m_timeoutRow->error().isEmpty())
        m_timeout->setFocus(Qt::OtherFocusReason);
    else
        return m_metadataRow->error().isEmpty();
    return false;
}

void NewSandboxDialog::tryCreate()
{
    if (!validate())
        return;
    setError({});
    Q_EMIT createRequested(draft());
}

void NewSandboxDialog::setBusy(const QString &words)
{
    m_busy->setText(words);
    setWidgetsEnabled({m_form, m_create}, words.isEmpty());
}

void NewSandboxDialog::setError(const QString &title, const QString &detail)
{
    setBusy({});
    m_error->setText(title, detail);
    m_error->setVisible(!title.isEmpty());
}

} // namespace Sandglass
