/** Input that is made up for readers, and what holds of whatever they make of it. */
@NullMarked
package io.kbaudit.fuzz;

import org.jspecify.annotations.NullMarked;
