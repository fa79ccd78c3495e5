/** Words that an article and a folder share: what a file is called, what it is made for. */
@NullMarked
package io.kbaudit.file;

import org.jspecify.annotations.NullMarked;
