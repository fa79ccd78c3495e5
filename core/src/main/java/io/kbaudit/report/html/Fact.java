package io.kbaudit.report.html;

/** Something said about the audit under a label: {@code Folder}, {@code rollup}. */
public record Fact(String label, String text) {}
