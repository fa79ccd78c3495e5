/** Fields that several JSON documents have. */
@NullMarked
package io.kbaudit.report.json.field;

import org.jspecify.annotations.NullMarked;
