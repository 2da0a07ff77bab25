// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QPushButton;

namespace Sandglass {

class IconLabel;
class Label;

/// One line across a view that says what is wrong with it and offers the cure: an edge of 3 pixels,
/// an icon, a title, the rest of the sentence, buttons. Its text is plain and is read out when it
/// appears.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    enum class Kind { Info, Warning, Danger, Offline };

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    /// `title` in bold, `detail` behind it; a title of its own may stand alone.
    void setText(const QString &title, const QString &detail = {});
    void setIcon(const QString &name); ///< instead of the kind's own
    void setKind(Kind kind);
    /// Adds a button at the end; `danger` for one that destroys. The banner owns it.
    QPushButton *addButton(const QString &text, const QString &icon = {});
    QPushButton *addDangerButton(const QString &text, const QString &icon = {});
    void clearButtons();
    /// The buttons below the title instead of behind it, where there is little width.
    void setStacked(bool stacked);
    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyKind();

    Kind m_kind;
    QString m_iconName;
    IconLabel *m_icon;
    Label *m_title;
    Label *m_detail;
    QHBoxLayout *m_row;
    QHBoxLayout *m_buttons;
    QHBoxLayout *m_below; ///< m_buttons stand here when stacked
};

} // namespace Sandglass
