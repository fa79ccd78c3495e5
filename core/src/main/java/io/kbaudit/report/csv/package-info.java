/** Comma-separated values for spreadsheets. */
@NullMarked
package io.kbaudit.report.csv;

import org.jspecify.annotations.NullMarked;
