/**
 * How things are worded, and printed safely: plain English and printable text, in every locale
 * alike.
 */
@NullMarked
package io.kbaudit.text;

import org.jspecify.annotations.NullMarked;
