/**
 * The page of the HTML report: what it says, which the templates (in {@code src/main/jte}) ask for
 * and lay out, and the pictures that are drawn of a whole place. The words are those of {@code
 * report.finding}.
 */
@NullMarked
package io.kbaudit.report.html;

import org.jspecify.annotations.NullMarked;
