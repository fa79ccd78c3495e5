/** SARIF logs for code scanning. */
@NullMarked
package io.kbaudit.report.sarif;

import org.jspecify.annotations.NullMarked;
