/**
 * What is asked of each file, one class a check, and the {@link io.kbaudit.audit.check.Auditor}
 * that asks.
 */
@NullMarked
package io.kbaudit.audit.check;

import org.jspecify.annotations.NullMarked;
