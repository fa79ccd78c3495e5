/**
 * Programs, libraries and drivers of Windows: what they say about themselves, and whether they are
 * whole. It reads PE32 and PE32+ ("PE Format"), and the 16-bit NE; it imports nothing of ours but
 * what a file is called by.
 */
@NullMarked
package io.kbaudit.pe;

import org.jspecify.annotations.NullMarked;
