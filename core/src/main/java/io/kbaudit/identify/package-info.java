/** Which articles of a folder list a file: their rows in an index, and what speaks for each. */
@NullMarked
package io.kbaudit.identify;

import org.jspecify.annotations.NullMarked;
