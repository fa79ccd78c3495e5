/** Runs of the fuzz tests, each in a process of its own. */
@NullMarked
package io.kbaudit.fuzz;

import org.jspecify.annotations.NullMarked;
