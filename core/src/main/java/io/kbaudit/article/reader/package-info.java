/**
 * How an article is read: its text in any encoding, its file tables in each layout in which they
 * were published, and its prose. Start at {@link io.kbaudit.article.reader.ArticleReader}.
 */
@NullMarked
package io.kbaudit.article.reader;

import org.jspecify.annotations.NullMarked;
