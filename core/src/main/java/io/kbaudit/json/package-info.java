/** The JSON of all documents: how it is written, the same bytes on every system. */
@NullMarked
package io.kbaudit.json;

import org.jspecify.annotations.NullMarked;
