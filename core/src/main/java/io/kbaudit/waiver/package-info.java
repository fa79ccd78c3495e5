/**
 * Waivers: which findings somebody accepts for a time, as a file lists them, and how they change
 * what an audit comes to.
 */
@NullMarked
package io.kbaudit.waiver;

import org.jspecify.annotations.NullMarked;
