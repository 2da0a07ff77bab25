// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

namespace Sandglass {

/// One tag as it stands in HTML of any quality.
struct HtmlTag {
    enum class Kind { Text, Start, End, Other /* comment, declaration */ };

    Kind kind = Kind::Text; ///< Text: the "<" stands for itself
    QString name;           ///< in lower case
    QHash<QString, QString> attributes;
    bool isEmptyElement = false;
    qsizetype end = 0; ///< where the text goes on

    [[nodiscard]] QString attribute(const QString &key) const { return attributes.value(key); }
    /// Of a cell: how many columns or rows it takes.
    [[nodiscard]] int span(const QString &key) const;
    /// The tag with nothing but what is known to be harmless; as another element, aligned where it
    /// does not say so itself.
    [[nodiscard]] QString cleaned(const QString &element, const QString &side) const;
    /// "left", "right", "center" or nothing, of the attribute or the style.
    [[nodiscard]] QString alignment() const;
};

/// The tag whose "<" stands at `position`. Always moves on.
[[nodiscard]] HtmlTag nextTag(QStringView source, qsizetype position);

} // namespace Sandglass
