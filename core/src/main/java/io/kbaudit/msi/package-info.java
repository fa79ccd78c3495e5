/**
 * What a Windows Installer file says about itself: its kind, its summary information, and the
 * tables of its database. Start at {@link io.kbaudit.msi.MsiFile}.
 *
 * <p>Microsoft has published no specification of the database's streams. Where a number below names
 * no document, it is what GNOME's libmsi and rust-msi agree on, and real files bear out.
 */
@NullMarked
package io.kbaudit.msi;

import org.jspecify.annotations.NullMarked;
