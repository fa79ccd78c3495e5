/** JUnit XML for build servers. */
@NullMarked
package io.kbaudit.report.junit;

import org.jspecify.annotations.NullMarked;
