/** JSON documents for programs, their schemas, and the reader of saved audits. */
@NullMarked
package io.kbaudit.report.json;

import org.jspecify.annotations.NullMarked;
