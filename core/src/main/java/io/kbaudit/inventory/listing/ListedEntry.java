package io.kbaudit.inventory.listing;

import io.kbaudit.file.Digests;
import io.kbaudit.file.FileVersion;
import java.util.Optional;

/**
 * A file that a list has. Immutable.
 *
 * @param line of the list
 * @param problem why its size or date cannot be known, in half a sentence; then they are none
 */
record ListedEntry(
    int line,
    ListedPath path,
    long size,
    ListedTime modified,
    Optional<FileVersion> version,
    Digests digests,
    Optional<String> problem) {}
