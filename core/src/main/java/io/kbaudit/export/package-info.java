/** Rows of named values that another program wrote down, as CSV or as JSON. */
@NullMarked
package io.kbaudit.export;

import org.jspecify.annotations.NullMarked;
