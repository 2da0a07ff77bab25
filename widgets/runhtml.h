// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QTextDocument;

namespace Sandglass {

/// HTML from a sandbox, cut down to text, tables, lists, headings and links: nothing that loads,
/// runs, or brings colours and sizes of its own. Every tag is closed, nested at most as deep as a
/// text document can lay out; tables are cut at a number of cells.
struct CleanHtml {
    QString html;
    int rows = 0;             ///< of the first table, without its head
    int columns = 0;          ///< of its widest row
    bool isDataFrame = false; ///< made by pandas and its like
    bool isCut = false;
};

[[nodiscard]] CleanHtml cleanedHtml(const QString &source);
/// Puts the words that stand for a picture in its place.
void dropPictures(QTextDocument &document);
/// Characters that cannot be seen, also those written as entities, become visible.
void showHiddenCharacters(QTextDocument &document);

} // namespace Sandglass
