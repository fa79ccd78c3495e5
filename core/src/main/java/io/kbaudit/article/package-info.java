/**
 * What should be there: an article, the rows of its file table, and the reader of each layout in
 * which such tables were published.
 */
@NullMarked
package io.kbaudit.article;

import org.jspecify.annotations.NullMarked;
