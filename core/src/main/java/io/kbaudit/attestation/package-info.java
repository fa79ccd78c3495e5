/**
 * Audits signed by whoever made them, as statements of in-toto in envelopes of DSSE: what writes
 * them, and what reads them back once their signature is verified. By Java's own cryptography.
 */
@NullMarked
package io.kbaudit.attestation;

import org.jspecify.annotations.NullMarked;
