/**
 * How long the inner pieces take, each alone and warm, by JMH. Whole processes are timed by {@code
 * cli/src/benchmark/processes.py}.
 */
@NullMarked
package io.kbaudit.benchmark;

import org.jspecify.annotations.NullMarked;
