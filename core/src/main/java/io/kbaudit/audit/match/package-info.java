/**
 * Which file is meant by which row: by name, by the beginning of a cut name, by contents, by what a
 * package says that it is.
 */
@NullMarked
package io.kbaudit.audit.match;

import org.jspecify.annotations.NullMarked;
