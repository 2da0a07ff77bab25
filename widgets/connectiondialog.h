// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/growingdialog.h>

#include <QtCore/QList>
#include <QtCore/QString>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Sandglass {

class CheckList;
class ColorChooser;
class ErrorBox;
class Form;
class FormRow;

/// What the form holds. Defaults: the cloud of E2B.
struct ConnectionDraft {
    QString id; ///< empty for a new one
    QString name;
    int colorRole = 0;
    QString apiUrl;
    QString domain;
    QString sandboxUrl; ///< empty: made of the domain
    QString key;        ///< empty while editing: the kept one stays
    bool readOnly = false;
};

/// One line of what a test found.
struct ConnectionCheck {
    enum class State { Waiting, Running, Works, Missing, Failed };
    QString name; ///< "API", "List", "Metrics"
    State state = State::Waiting;
    QString latency; ///< "38 ms"; may be empty
    QString detail;  ///< what is wrong and what to do; may be empty
};

/// Adds or edits a connection. Open it with open(). Every value is checked at its field; nothing is
/// sent before Test or Save. It stays until the app calls accept().
class ConnectionDialog final : public GrowingDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDialog)

public:
    explicit ConnectionDialog(QWidget *parent = nullptr);

    /// `keyIsKept`: an empty key field then means the kept one.
    void setDraft(const ConnectionDraft &draft, bool keyIsKept = false);
    [[nodiscard]] ConnectionDraft draft() const;
    /// Where the key will be kept, one sentence; by default the system keychain.
    void setKeyPlace(const QString &text);
    /// The lines of the running or finished test. Test works again once no line is waiting or
    /// running.
    void setTestResult(const QList<ConnectionCheck> &checks);
    /// At the foot, for what no field is to blame for. An empty title takes it away.
    void setError(const QString &title, const QString &detail = {});

Q_SIGNALS:
    void testRequested(const Sandglass::ConnectionDraft &draft);
    void saveRequested(const Sandglass::ConnectionDraft &draft);

private:
    void buildForm();
    void buildButtons();
    void tidyKey(const QString &typed);
    [[nodiscard]] bool validate();
    void request(void (ConnectionDialog::*signal)(const ConnectionDraft &));

    QString m_id;
    bool m_keyIsKept = false;
    Form *m_form;
    QLineEdit *m_key;
    QToolButton *m_reveal;
    QLineEdit *m_name;
    ColorChooser *m_color;
    QLineEdit *m_apiUrl;
    QLineEdit *m_domain;
    QLineEdit *m_sandboxUrl;
    QCheckBox *m_readOnly;
    FormRow *m_keyRow = nullptr;
    FormRow *m_nameRow = nullptr;
    FormRow *m_apiRow = nullptr;
    FormRow *m_domainRow = nullptr;
    FormRow *m_sandboxRow = nullptr;
    CheckList *m_checks;
    ErrorBox *m_error;
    QPushButton *m_test;
    QPushButton *m_save;
};

} // namespace Sandglass
