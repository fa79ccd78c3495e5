/** Markdown for tickets and job summaries. */
@NullMarked
package io.kbaudit.report.markdown;

import org.jspecify.annotations.NullMarked;
