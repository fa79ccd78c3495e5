/** What a cell of a file table is: by the heading above it, and by what it looks like. */
@NullMarked
package io.kbaudit.article.reader.cell;

import org.jspecify.annotations.NullMarked;
