/** What Windows has registered as installed, as an export of its registry says. */
@NullMarked
package io.kbaudit.registry;

import org.jspecify.annotations.NullMarked;
