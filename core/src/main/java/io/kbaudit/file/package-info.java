/**
 * What an article and a folder have in common: what a file is called, which name was meant, and
 * what is in it.
 */
@NullMarked
package io.kbaudit.file;

import org.jspecify.annotations.NullMarked;
