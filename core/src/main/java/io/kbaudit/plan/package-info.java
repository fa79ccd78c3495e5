/** What copying a verified package to a share would change there; nothing is changed here. */
@NullMarked
package io.kbaudit.plan;

import org.jspecify.annotations.NullMarked;
