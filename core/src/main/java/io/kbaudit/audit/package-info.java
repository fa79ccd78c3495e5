/**
 * The judgement: files are matched to rows, each check of each row has an outcome, and the outcomes
 * give a verdict. The audit is a pure function of its arguments.
 */
@NullMarked
package io.kbaudit.audit;

import org.jspecify.annotations.NullMarked;
