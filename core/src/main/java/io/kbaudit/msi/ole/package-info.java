/**
 * OLE compound files ([MS-CFB]) and property sets ([MS-OLEPS]); Apache POI reads the tables of
 * their sectors. Nothing of POI, and no unchecked exception of damaged tables, leaves this package.
 */
@NullMarked
package io.kbaudit.msi.ole;

import org.jspecify.annotations.NullMarked;
