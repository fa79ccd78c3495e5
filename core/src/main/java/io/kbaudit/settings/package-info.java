/** What somebody set once, for all that they ask: a file of settings, read strictly. */
@NullMarked
package io.kbaudit.settings;

import org.jspecify.annotations.NullMarked;
