/** Reports for people at a terminal, and what {@code explain} tells. */
@NullMarked
package io.kbaudit.report.text;

import org.jspecify.annotations.NullMarked;
