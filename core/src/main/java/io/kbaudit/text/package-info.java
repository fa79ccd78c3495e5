/**
 * How things are worded, and printed safely: what names of languages and processors and what dates
 * mean, plain English and printable text, in every locale alike.
 */
@NullMarked
package io.kbaudit.text;

import org.jspecify.annotations.NullMarked;
