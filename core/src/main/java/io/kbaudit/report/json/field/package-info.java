/** The fields of JSON documents: one class for each thing written down, which reads it back too. */
@NullMarked
package io.kbaudit.report.json.field;

import org.jspecify.annotations.NullMarked;
