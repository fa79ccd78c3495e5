/** Commands, as text, that copy files of a package to a share; kbaudit itself executes none. */
@NullMarked
package io.kbaudit.script;

import org.jspecify.annotations.NullMarked;
