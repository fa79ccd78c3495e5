/** Words that an article and a folder share: what a file is called, and how a name is shown. */
@NullMarked
package io.kbaudit.file;

import org.jspecify.annotations.NullMarked;
