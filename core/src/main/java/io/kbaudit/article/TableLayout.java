package io.kbaudit.article;

import java.util.List;

/**
 * One way in which file tables were published: the door for every layout. A layout finds tables and
 * parts them into cells; what the cells mean is the same for all ({@link RowReader}).
 */
interface TableLayout {
  /**
   * Returns the file tables of this layout, in order; empty where {@code text} has none.
   *
   * @throws ArticleFormatException if one begins but cannot be followed to its end
   */
  List<FileTable> tablesIn(ArticleText text) throws ArticleFormatException;
}
