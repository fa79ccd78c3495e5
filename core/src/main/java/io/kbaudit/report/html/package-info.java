/**
 * The page of the HTML report: its parts as plain data, the pictures that are drawn of a whole
 * place, and the templates (in {@code src/main/jte}) that lay them out. What the parts say is
 * worded by {@code report.finding}.
 */
@NullMarked
package io.kbaudit.report.html;

import org.jspecify.annotations.NullMarked;
