/** Prints results and articles: one writer for each format. */
@NullMarked
package io.kbaudit.report;

import org.jspecify.annotations.NullMarked;
