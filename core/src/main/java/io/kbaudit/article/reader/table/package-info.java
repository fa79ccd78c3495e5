/**
 * How file tables are found and parted into cells: {@link
 * io.kbaudit.article.reader.table.TableFinder} asks one class a layout.
 */
@NullMarked
package io.kbaudit.article.reader.table;

import org.jspecify.annotations.NullMarked;
