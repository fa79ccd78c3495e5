/**
 * Lists of files that other programs made: PowerShell, dir of cmd, osquery, Ansible. What they list
 * was not read, so that the checks that need the files themselves stay undecided.
 */
@NullMarked
package io.kbaudit.inventory.listing;

import org.jspecify.annotations.NullMarked;
