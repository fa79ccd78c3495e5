/**
 * How the documents are read that people write in YAML 1.2: strictly, with the line of whatever is
 * wrong in them.
 */
@NullMarked
package io.kbaudit.yaml;

import org.jspecify.annotations.NullMarked;
