/**
 * JSON documents for programs, their schemas, and the reader of saved audits. What writes keeps
 * nothing, and can be shared by threads.
 */
@NullMarked
package io.kbaudit.report.json;

import org.jspecify.annotations.NullMarked;
