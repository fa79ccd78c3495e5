/**
 * Two audits of the same question, and what differs between their answers: what fails anew, what
 * was mended, and what can no longer be told. Where the question itself differs, that is said
 * first, and nothing is called mended.
 */
@NullMarked
package io.kbaudit.comparison;

import org.jspecify.annotations.NullMarked;
