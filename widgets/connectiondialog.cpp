// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/connectiondialog.h>
#include <widgets/connectionfields.h>
#include <widgets/connectionparts.h>
#include <widgets/errorbox.h>
#include <widgets/form.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace Sandglass {

using namespace Qt::StringLiterals;

ConnectionDialog::ConnectionDialog(QWidget *parent)
    : GrowingDialog(parent),
      m_form(new Form(this)),
      m_key(new QLineEdit(this)),
      m_reveal(new QToolButton(this)),
      m_name(new QLineEdit(this)),
      m_color(new ColorChooser(this)),
      m_apiUrl(new QLineEdit(this)),
      m_domain(new QLineEdit(this)),
      m_sandboxUrl(new QLineEdit(this)),
      m_readOnly(
          new QCheckBox(tr("&Observe only: refuse everything that would change a sandbox"), this)),
      m_checks(new CheckList(this)),
      m_error(new ErrorBox(this)),
      m_test(new QPushButton(tr("&Test"), this)),
      m_save(new QPushButton(tr("Save"), this))
{
    setWindowTitle(tr("Connection"));
    setMinimumWidth(scaledHeight(540, fontMetrics()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_form);
    column->addWidget(m_checks);
    column->addWidget(m_error);
    column->addStretch(1);
    m_checks->hide();
    m_error->hide();
    buildForm();
    buildButtons();
    setDraft({});
}

void ConnectionDialog::buildForm()
{
    auto *keyBox = new QWidget(this);
    auto *keyLine = new QHBoxLayout(keyBox);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->setSpacing(4);
    keyLine->addWidget(m_key, 1);
    keyLine->addWidget(m_reveal);
    keyBox->setFocusProxy(m_key);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("Paste it here"));
    m_reveal->setCheckable(true);
    m_reveal->setIcon(themedIcon(u"observe"));
    m_reveal->setAutoRaise(true);
    m_reveal->setFocusPolicy(Qt::TabFocus);
    m_reveal->setToolTip(tr("Show the key"));
    m_reveal->setAccessibleName(tr("Show the key"));
    connect(m_reveal, &QToolButton::toggled, this, [this](bool shown) {
        m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });

    m_keyRow = m_form->addRow(tr("API &key"), keyBox);
    m_nameRow = m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(tr("&Colour"), m_color);
    m_apiRow = m_form->addRow(tr("API &address"), m_apiUrl);
    m_domainRow = m_form->addRow(tr("&Domain"), m_domain, tr("Of the sandboxes' own addresses."));
    m_sandboxRow = m_form->addRow(
        tr("&Sandbox address"), m_sandboxUrl,
        tr("Only where all sandboxes are reached through one address; else leave it empty."));
    m_form->addRow(QString(), m_readOnly);
    setKeyPlace(tr("Kept in the system keychain, never in a file in plain text."));

    connect(m_key, &QLineEdit::textChanged, this, &ConnectionDialog::tidyKey);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_nameRow->setError({}); });
    connect(m_domain, &QLineEdit::textChanged, this, [this] { m_domainRow->setError({}); });
    connect(m_sandboxUrl, &QLineEdit::textChanged, this, [this] { m_sandboxRow->setError({}); });
    connect(m_apiUrl, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_apiRow->setError({});
        m_apiRow->setWarning(
            isUnencrypted(text) ? tr("Without https the key can be read on the way.") : QString());
    });
}

void ConnectionDialog::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_test->setAutoDefault(false);
    m_save->setDefault(true);
    setButtonKind(m_save, ButtonKind::Primary);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this,
            [this] { request(&ConnectionDialog::testRequested); });
    connect(m_save, &QPushButton::clicked, this,
            [this] { request(&ConnectionDialog::saveRequested); });
}

void ConnectionDialog::setDraft(const ConnectionDraft &draft, bool keyIsKept)
{
    m_id = draft.id;
    m_keyIsKept = keyIsKept;
    m_key->setText(draft.key);
    m_key->setPlaceholderText(keyIsKept ? tr("Kept; paste another one to replace it")
                                        : tr("Paste it here"));
    m_name->setText(draft.name);
    m_color->setColorRole(draft.colorRole);
    m_apiUrl->setText(draft.apiUrl.isEmpty() ? u"https://api.e2b.app"_s : draft.apiUrl);
    m_domain->setText(draft.domain.isEmpty() ? u"e2b.app"_s : draft.domain);
    m_sandboxUrl->setText(draft.sandboxUrl);
    m_readOnly->setChecked(draft.readOnly);
    for (FormRow *row : {m_keyRow, m_nameRow, m_apiRow, m_domainRow, m_sandboxRow})
        row->setError({});
    setTestResult({});
    setError({});
    setWindowTitle(draft.id.isEmpty() ? tr("Add a connection")
                                      : tr("Connection %1").arg(draft.name));
    m_key->setFocus(Qt::OtherFocusReason);
}

ConnectionDraft ConnectionDialog::draft() const
{
    return {.id = m_id,
            .name = m_name->text().trimmed(),
            .colorRole = m_color->colorRole(),
            .apiUrl = m_apiUrl->text().trimmed(),
            .domain = m_domain->text().trimmed(),
            .sandboxUrl = m_sandboxUrl->text().trimmed(),
            .key = m_key->text().trimmed(),
            .readOnly = m_readOnly->isChecked()};
}

void ConnectionDialog::setKeyPlace(const QString &text)
{
    m_keyRow->setHint(text);
}

void ConnectionDialog::tidyKey(const QString &typed)
{
    // What is copied from a web page often brings a line end along.
    if (const QString trimmed = typed.trimmed(); trimmed != typed) {
        const QSignalBlocker quiet(m_key);
        m_key->setText(trimmed);
    }
    m_keyRow->setError({});
}

bool ConnectionDialog::validate()
{
    const ConnectionDraft now = draft();
    const bool keptKey = m_keyIsKept && now.key.isEmpty();
    m_keyRow->setError(keptKey ? QString() : keyProblem(now.key));
    m_nameRow->setError(
        now.name.isEmpty()
            ? tr("Give it a name, such as prod: it stands beside each of its sandboxes.")
            : QString());
    m_apiRow->setError(urlProblem(now.apiUrl));
    m_domainRow->setError(domainProblem(now.domain));
    m_sandboxRow->setError(now.sandboxUrl.isEmpty() ? QString() : urlProblem(now.sandboxUrl));
    const std::pair<FormRow *, QWidget *> fields[] = {{m_keyRow, m_key},
                                                      {m_nameRow, m_name},
                                                      {m_apiRow, m_apiUrl},
                                                      {m_domainRow, m_domain},
                                                      {m_sandboxRow, m_sandboxUrl}};
    const auto *wrong = std::ranges::find_if(
        fields, [](const auto &field) { return !field.first->error().isEmpty(); });
    if (wrong == std::end(fields))
        return true;
    wrong->second->setFocus(Qt::OtherFocusReason);
    return false;
}

void ConnectionDialog::request(void (ConnectionDialog::*signal)(const ConnectionDraft &))
{
    if (!validate())
        return;
    setError({});
    Q_EMIT(this->*signal)(draft());
}

void ConnectionDialog::setTestResult(const QList<ConnectionCheck> &checks)
{
    const bool running = std::ranges::any_of(checks, [](const ConnectionCheck &check) {
        return check.state == ConnectionCheck::State::Waiting ||
               check.state == ConnectionCheck::State::Running;
    });
    m_checks->setChecks(checks);
    m_checks->setVisible(!checks.isEmpty());
    m_test->setEnabled(!running);
}

void ConnectionDialog::setError(const QString &title, const QString &detail)
{
    m_error->setText(title, detail);
    m_error->setVisible(!title.isEmpty());
}

} // namespace Sandglass
