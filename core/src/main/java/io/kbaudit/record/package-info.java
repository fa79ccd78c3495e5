/**
 * An audit as it is written down: plain values, all that any report prints, taken from a result or
 * read back from a saved JSON report.
 */
@NullMarked
package io.kbaudit.record;

import org.jspecify.annotations.NullMarked;
