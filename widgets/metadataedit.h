// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Sandglass {

/// Keys and values as rows that can be added and taken away. Rows without key and value do not
/// count.
class MetadataEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetadataEdit)

public:
    explicit MetadataEdit(QWidget *parent = nullptr);

    void setMetadata(const QMap<QString, QString> &metadata);
    [[nodiscard]] QMap<QString, QString> metadata() const;
    /// In words: a value without its key, a key that stands twice; empty while all is fine. Marks
    /// the row.
    [[nodiscard]] QString check();

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget *box;
        QLineEdit *key;
        QLineEdit *value;
    };

    QLineEdit *addRow(const QString &key, const QString &value);
    void removeRow(QWidget *box);

    QList<Row> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
};

} // namespace Sandglass
