package io.kbaudit.report.finding;

/** Something said under a label, not yet safe to print: {@code Folder}, {@code rollup}. */
public record Fact(String label, String text) {}
