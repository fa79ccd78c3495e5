/** Monitoring: gauges for Prometheus, the line of a Nagios plugin. */
@NullMarked
package io.kbaudit.report.monitoring;

import org.jspecify.annotations.NullMarked;
