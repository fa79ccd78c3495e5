/** What is there: the files of a folder, each with what the file system says of it. */
@NullMarked
package io.kbaudit.inventory;

import org.jspecify.annotations.NullMarked;
