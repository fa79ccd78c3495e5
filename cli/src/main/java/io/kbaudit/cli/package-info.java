/**
 * The command line: parses arguments, calls the library, writes reports, and maps the verdict to an
 * exit code.
 */
@NullMarked
package io.kbaudit.cli;

import org.jspecify.annotations.NullMarked;
