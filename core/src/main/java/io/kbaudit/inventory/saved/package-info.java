/** An inventory written down, to be audited elsewhere, and read back. */
@NullMarked
package io.kbaudit.inventory.saved;

import org.jspecify.annotations.NullMarked;
