/**
 * What a reader sees of an article: lines of text, whatever encoding and markup they were kept in.
 * Tables that have a markup of their own are lines between bars.
 */
@NullMarked
package io.kbaudit.article.reader.page;

import org.jspecify.annotations.NullMarked;
