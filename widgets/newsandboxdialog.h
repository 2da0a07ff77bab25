// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/growingdialog.h>

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

class QComboBox;
class QPushButton;

namespace Sandglass {

class ErrorBox;
class DurationEdit;
class Form;
class FormRow;
class Label;
class MetadataEdit;

/// What the dialog asks for and, the next time, starts from.
struct NewSandboxDraft {
    QString connectionId;
    QString templateId; ///< id or alias
    std::chrono::seconds timeout{300};
    QMap<QString, QString> metadata;
    friend bool operator==(const NewSandboxDraft &, const NewSandboxDraft &) = default;
};

/// A connection in which one can be created.
struct NewSandboxTarget {
    QString connectionId;
    QString name;
    int colorRole = 0;
    QStringList templates;                       ///< offered; any other may be typed
    std::optional<std::chrono::seconds> longest; ///< the plan's maximum, if known
    QString longestReason;                       ///< who says so: "the plan of prod"
};

/// Asks for a new sandbox. Open it with open(): it never runs a loop of its own. It stays until the
/// app calls accept(), so that an error appears where the values are and nothing that was typed is
/// lost.
class NewSandboxDialog final : public GrowingDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewSandboxDialog)

public:
    explicit NewSandboxDialog(QWidget *parent = nullptr);

    void setTargets(const QList<NewSandboxTarget> &targets);
    void setDraft(const NewSandboxDraft &draft);
    [[nodiscard]] NewSandboxDraft draft() const;
    /// While the request is under way: fields and Create are off, Cancel closes. `words`:
    /// "Creating…"; empty ends it.
    void setBusy(const QString &words);
    /// Above the buttons; ends the busy state. An empty title takes it away. Plain text.
    void setError(const QString &title, const QString &detail = {});

Q_SIGNALS:
    void createRequested(const Sandglass::NewSandboxDraft &draft);

private:
    void buildForm();
    void buildButtons();
    void takeTarget();
    void tryCreate();
    [[nodiscard]] bool validate();
    [[nodiscard]] const NewSandboxTarget *target() const;

    QList<NewSandboxTarget> m_targets;
    Form *m_form;
    QComboBox *m_connection;
    QComboBox *m_template;
    DurationEdit *m_timeout;
    MetadataEdit *m_metadata;
    FormRow *m_connectionRow = nullptr;
    FormRow *m_templateRow = nullptr;
    FormRow *m_timeoutRow = nullptr;
    FormRow *m_metadataRow = nullptr;
    ErrorBox *m_error;
    Label *m_busy;
    QPushButton *m_create;
};

} // namespace Sandglass
