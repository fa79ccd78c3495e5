/**
 * Cabinets ([MS-CAB]): their structure, the checksums of their blocks, and what is packed in them
 * by MSZIP. It knows nothing of packages, in whose streams cabinets are, or beside which.
 */
@NullMarked
package io.kbaudit.msi.cab;

import org.jspecify.annotations.NullMarked;
