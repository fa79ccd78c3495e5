package io.kbaudit.pe;

/**
 * Where a version resource is in the file.
 *
 * @param language of the resource; 0 for neutral
 */
record VersionData(int language, long offset, long size) {}
