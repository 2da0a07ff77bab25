// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace Sandglass {

class Badge;
class EditorPage;
class Label;

/// The row below the editor: where the cursor stands, how the text is written, what is not saved.
class EditorStatusRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorStatusRow)

public:
    explicit EditorStatusRow(QWidget *parent = nullptr);

    /// Null: nothing is open. Borrowed until the next call.
    void setPage(EditorPage *page);
    void refresh();
    [[nodiscard]] QString savedText() const;

Q_SIGNALS:
    void hiddenCharacterRequested(); ///< to the next one

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void countHidden();
    void showSaved();
    void fit();

    EditorPage *m_page = nullptr;
    Label *m_place;
    Label *m_indent;
    Label *m_encoding;
    Label *m_language;
    QPushButton *m_hidden;
    Label *m_saved;
    Badge *m_saveKey;
    QTimer m_countLater; ///< counting reads the whole text
};

} // namespace Sandglass
