// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>
#include <widgets/metadataedit.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QSet>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace Sandglass {

MetadataEdit::MetadataEdit(QWidget *parent)
    : QWidget(parent),
      m_column(new QVBoxLayout(this)),
      m_add(new QPushButton(tr("Add a pair"), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch(1);
    m_column->addLayout(foot);
    m_add->setAutoDefault(false);
    setButtonKind(m_add, ButtonKind::Normal, u"plus");
    connect(m_add, &QPushButton::clicked, this,
            [this] { addRow({}, {})->setFocus(Qt::TabFocusReason); });
}

void MetadataEdit::setMetadata(const QMap<QString, QString> &metadata)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.first().box);
    for (const auto &[key, value] : metadata.asKeyValueRange())
        addRow(key, value);
}

QMap<QString, QString> MetadataEdit::metadata() const
{
    QMap<QString, QString> result;
    for (const Row &row : m_rows) {
        const QString key = row.key->text().trimmed();
        if (!key.isEmpty())
            result.insert(key, row.value->text());
    }
    return result;
}

QString MetadataEdit::check()
{
    QString problem;
    QSet<QString> seen;
    for (const Row &row : m_rows) {
        const QString key = row.key->text().trimmed();
        QString own;
        if (key.isEmpty() && !row.value->text().isEmpty())
            own = tr("A value needs a key. Name it, or take the row away.");
        else if (!key.isEmpty() && seen.contains(key))
            own = tr("The key %1 stands twice. A sandbox keeps one value for each key.").arg(key);
        seen.insert(key);
        setFieldInvalid(row.key, !own.isEmpty());
        if (problem.isEmpty() && !own.isEmpty()) {
            problem = own;
            row.key->setFocus(Qt::OtherFocusReason);
        }
    }
    return problem;
}

QLineEdit *MetadataEdit::addRow(const QString &key, const QString &value)
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    Row row{.box = box, .key = new QLineEdit(key, box), .value = new QLineEdit(value, box)};
    row.key->setPlaceholderText(tr("Key"));
    row.key->setAccessibleName(tr("Key"));
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("Value"));
    auto *remove = new QToolButton(box);
    remove->setIcon(themedIcon(u"close"));
    remove->setIconSize(QSize(14, 14));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    remove->setToolTip(tr("Take this pair away"));
    remove->setAccessibleName(tr("Take this pair away"));
    line->addWidget(row.key, 2);
    line->addWidget(row.value, 3);
    line->addWidget(remove);
    QWidget *before = m_rows.isEmpty() ? nullptr : m_rows.last().box;
    m_column->insertWidget(int(m_rows.size()), box);
    if (before)
        setTabOrder(before, box);
    setTabOrder(row.key, row.value);
    setTabOrder(row.value, remove);
    setTabOrder(remove, m_add);
    m_rows.append(row);
    connect(remove, &QToolButton::clicked, this, [this, box] { removeRow(box); });
    for (QLineEdit *edit : {row.key, row.value})
        connect(edit, &QLineEdit::textChanged, this, &MetadataEdit::changed);
    box->show();
    Q_EMIT changed();
    return row.key;
}

void MetadataEdit::removeRow(QWidget *box)
{
    m_rows.removeIf([box](const Row &row) { return row.box == box; });
    m_column->removeWidget(box);
    box->hide();
    box->deleteLater(); // its own button asks for this
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

} // namespace Sandglass
