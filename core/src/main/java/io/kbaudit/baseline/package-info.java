/**
 * Contents once verified and written down, by which files are known again to the byte: a baseline.
 * Whatever is here can be shared by threads.
 */
@NullMarked
package io.kbaudit.baseline;

import org.jspecify.annotations.NullMarked;
