/** What should be there: an article, the rows of its file table, and which of them are meant. */
@NullMarked
package io.kbaudit.article;

import org.jspecify.annotations.NullMarked;
