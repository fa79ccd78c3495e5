/** What all formats of reports share; there is a package below for each. */
@NullMarked
package io.kbaudit.report;

import org.jspecify.annotations.NullMarked;
