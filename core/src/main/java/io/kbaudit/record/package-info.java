/**
 * An audit as it is written down: plain values, all that any report prints, taken from a result or
 * read back from a saved JSON report. They never change, and can be shared by threads; an audit
 * that was read back, until it is closed.
 */
@NullMarked
package io.kbaudit.record;

import org.jspecify.annotations.NullMarked;
