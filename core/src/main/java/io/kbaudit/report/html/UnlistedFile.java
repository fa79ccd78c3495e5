package io.kbaudit.report.html;

/**
 * A file that no row accounts for.
 *
 * @param problem why it cannot be read; empty if it can
 */
public record UnlistedFile(String path, String size, String date, String problem) {}
