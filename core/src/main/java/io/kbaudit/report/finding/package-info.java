/**
 * What a report says, whatever its format: findings, obstacles, names of places, and how they are
 * worded.
 */
@NullMarked
package io.kbaudit.report.finding;

import org.jspecify.annotations.NullMarked;
