/**
 * OLE compound files ([MS-CFB]) and property sets ([MS-OLEPS]), read through Apache POI. Nothing of
 * POI, and none of its unchecked exceptions, leaves this package.
 */
@NullMarked
package io.kbaudit.msi.ole;

import org.jspecify.annotations.NullMarked;
