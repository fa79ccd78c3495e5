/**
 * Who signed a file, and whether it is untouched since: Authenticode signatures of Windows
 * Installer files and of programs, and those of catalogs.
 *
 * <p>Start at {@link io.kbaudit.signature.SignatureVerifier}.
 */
@NullMarked
package io.kbaudit.signature;

import org.jspecify.annotations.NullMarked;
