package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.RowReader;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.Optional;

/**
 * One way in which file tables were published: the door for every layout. A layout finds a table
 * and parts it into cells; what the cells mean is the same for all ({@link RowReader}).
 */
public interface TableLayout {
  /**
   * Returns the file table of this layout that begins at {@code line}, counted from 1; absent where
   * none does. Lines above belong to no table, or to one that has ended.
   */
  Optional<FileTable> tableAt(ArticleText text, int line);
}
